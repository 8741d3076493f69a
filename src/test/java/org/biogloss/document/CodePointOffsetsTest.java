package org.biogloss.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CodePointOffsetsTest {

    @Test
    void unitsAndPointsAgreeUntilTheFirstAstralCharacter() {
        var text = "TNF-α and 𝛼-synuclein 𝛽";
        var offsets = new CodePointOffsets(text);

        assertEquals("synuclein", offsets.toSpan(12, 21).in(text));
        assertEquals(text.codePointCount(0, text.length()), offsets.count());
    }

    @Test
    void thereAndBackIsTheSamePlace() {
        for (var text : new String[] {"", "plain", "𝛼", "a𝛼b𝛽c", "é̂ combining"}) {
            var offsets = new CodePointOffsets(text);
            for (int point = 0; point <= offsets.count(); point++) {
                assertEquals(point, offsets.toPoint(offsets.toUnit(point)), text);
            }
        }
    }

    @Test
    void beyondTheTextIsRefused() {
        assertThrows(IndexOutOfBoundsException.class, () -> new CodePointOffsets("𝛼").toUnit(2));
        assertThrows(IndexOutOfBoundsException.class, () -> new CodePointOffsets("a").toUnit(-1));
    }
}
