package org.biogloss.ui.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.biogloss.ui.kit.TypeColours;
import org.junit.jupiter.api.Test;

class TileColoursTest {

    @Test
    void textOnAnyPieceCanBeRead() {
        var colours = new TileColours();
        for (int i = 0; i < 2000; i++) {
            for (boolean dark : new boolean[] {false, true}) {
                var ground = colours.ground("##piece" + i, dark);
                double contrast = TypeColours.contrast(ground, TileColours.text(dark));
                assertTrue(contrast >= 7, "piece " + i + (dark ? " dark " : " light ") + contrast);
            }
        }
    }

    @Test
    void aPieceHasTheSameColourEverywhereAndItsNeighboursOthers() {
        var seen = new HashSet<>();
        for (int i = 0; i < 26; i++) seen.add(new TileColours().ground("##" + (char) ('a' + i), false));

        assertTrue(seen.size() > 20, seen.size() + " colours of 26 letters");
        assertEquals(new TileColours().ground("##oxo", true), new TileColours().ground("##oxo", true));
    }
}
