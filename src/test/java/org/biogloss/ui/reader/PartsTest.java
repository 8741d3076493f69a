package org.biogloss.ui.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.biogloss.document.Span;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final Random random = new Random(3);

    @Test
    void partsCoverWhatWasAddedAndNotWhatWasTakenAway() {
        for (int round = 0; round < 300; round++) {
            var wanted = new BitSet();
            List<Span> parts = List.of();
            for (int step = 0; step < 8; step++) {
                int start = random.nextInt(40);
                var span = new Span(start, start + 1 + random.nextInt(10));
                boolean more = random.nextInt(3) > 0;
                parts = more ? Parts.with(parts, span) : Parts.without(parts, span);
                wanted.set(span.start(), span.end(), more);
            }
            assertEquals(wanted, covered(parts));
            for (int i = 1; i < parts.size(); i++) {
                assertTrue(parts.get(i - 1).end() < parts.get(i).start(), parts.toString());
            }
        }
    }

    @Test
    void aBorderMovedOntoAnotherPartJoinsThem() {
        var parts = List.of(new Span(0, 4), new Span(6, 9));

        assertEquals(Optional.of(List.of(new Span(0, 9))), Parts.moved(parts, parts.getFirst(), false, 6));
        assertEquals(Optional.empty(), Parts.moved(parts, parts.getLast(), true, 9));
    }

    @Test
    void theCaretChoosesAPartUnlessItStandsAtTheVeryStart() {
        var parts = new ArrayList<>(List.of(new Span(2, 4), new Span(6, 9)));

        assertEquals(Optional.empty(), Parts.at(parts, 2));
        assertEquals(Optional.of(parts.getFirst()), Parts.at(parts, 3));
        assertEquals(Optional.of(parts.getLast()), Parts.at(parts, 6));
        assertEquals(Optional.empty(), Parts.at(parts, 5));
    }

    private static BitSet covered(List<Span> parts) {
        var covered = new BitSet();
        for (var part : parts) covered.set(part.start(), part.end());
        return covered;
    }
}
