package org.biogloss.ui.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.biogloss.document.Span;
import org.biogloss.search.Snippet;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void aHitFarInIsStillInSightAndMarked() {
        var text = "word ".repeat(60) + "zinc" + " word".repeat(60);
        var excerpt = Excerpt.of(new Snippet(text, List.of(new Span(300, 304))), 120);
        assertEquals("zinc", excerpt.highlights().getFirst().in(excerpt.text()));
        assertTrue(excerpt.text().length() <= 130);
        assertTrue(excerpt.text().startsWith("… word") && excerpt.text().endsWith(" …"));
    }

    @Test
    void aShortSnippetStaysWhole() {
        var excerpt = Excerpt.of(new Snippet("Loss of\np53", List.of(new Span(8, 11))), 120);
        assertEquals("Loss of p53", excerpt.text());
        assertEquals(List.of(new Span(8, 11)), excerpt.highlights());
    }
}
