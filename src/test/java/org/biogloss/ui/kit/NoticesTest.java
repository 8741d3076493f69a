package org.biogloss.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final Notices notices = new Notices(Runnable::run);

    @Test
    void theSameFailureIsShownOnce() {
        notices.fail("Cannot save", new IOException("the disk is full"));
        notices.fail("Cannot save", new IOException("the disk is full"));
        assertEquals(1, notices.shown().size());
        assertEquals(
                "Cannot save: the disk is full.", notices.shown().getFirst().text());
    }

    @Test
    void ourOwnMessagesNeedNoBeginning() {
        notices.fail("Opening", new ExecutionException(new IOException("Cannot open the project: it is locked.")));
        assertEquals(
                "Cannot open the project: it is locked.",
                notices.shown().getFirst().text());
    }

    @Test
    void whatAPersonCancelledIsNoFailure() {
        notices.fail("Cannot import", new CancellationException());
        assertTrue(notices.shown().isEmpty());
    }

    @Test
    void aFewAtATimeAndEachCanBeDismissed() {
        for (int i = 0; i < 10; i++) notices.say("news " + i);
        assertEquals(4, notices.shown().size());
        notices.dismiss(notices.shown().getFirst());
        assertEquals("news 7", notices.shown().getFirst().text());
    }
}
