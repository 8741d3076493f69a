package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.biogloss.tokens.Encoding;
import org.junit.jupiter.api.Test;

class PieceWindowTest {

    private static Encoding words(int words, long seed) {
        var chance = new Random(seed);
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append("a".repeat(1 + chance.nextInt(12))).append(' ');
        }
        return TagCodecTest.pieces(text.toString());
    }

    @Test
    void aShortTextIsOneWindow() {
        assertEquals(List.of(new PieceWindow(0, 3, 0, 3)), PieceWindow.over(TagCodecTest.pieces("a b c"), 10, 4));
        assertEquals(List.of(), PieceWindow.over(TagCodecTest.pieces(""), 10, 4));
    }

    @Test
    void everyPieceIsDecidedOnceAndNoWordIsCut() {
        for (int seed = 0; seed < 100; seed++) {
            var encoding = words(1 + seed * 5, seed);
            int limit = 10 + seed;
            int overlap = limit / (2 + seed % 5);
            int decided = 0;
            for (var window : PieceWindow.over(encoding, limit, overlap)) {
                assertTrue(window.size() <= limit, window::toString);
                assertEquals(decided, window.ownFrom());
                assertTrue(window.from() <= window.ownFrom() && window.ownTo() <= window.to(), window::toString);
                assertTrue(encoding.startsWord(window.from()) && encoding.startsWord(window.ownFrom()));
                assertTrue(window.to() == encoding.size() || encoding.startsWord(window.to()));
                decided = window.ownTo();
            }
            assertEquals(encoding.size(), decided);
        }
    }

    @Test
    void wordsAtABorderAreSeenWithContextOnBothSides() {
        var encoding = words(2000, 1);
        var windows = PieceWindow.over(encoding, 510, 128);
        for (int i = 1; i < windows.size(); i++) {
            int border = windows.get(i).ownFrom();
            assertTrue(border - windows.get(i).from() >= 55, windows::toString);
            assertTrue(windows.get(i - 1).to() - border >= 55, windows::toString);
        }
    }

    @Test
    void aWordLongerThanAWindowIsCut() {
        var encoding = TagCodecTest.pieces("a".repeat(300));
        var windows = PieceWindow.over(encoding, 20, 6);
        assertEquals(100, windows.getLast().ownTo());
        for (var window : windows) assertTrue(window.size() <= 20);
    }
}
