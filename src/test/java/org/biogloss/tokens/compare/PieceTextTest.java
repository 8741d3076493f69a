package org.biogloss.tokens.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PieceTextTest {

    @Test
    void eachKindOfVocabularyMarksItsPiecesInItsOwnWay() {
        assertEquals(new PieceText("oxo", true, false), PieceText.of("##oxo", false));
        assertEquals(new PieceText("##", false, false), PieceText.of("##", false));
        assertEquals(new PieceText("nal", false, true), PieceText.of("▁nal", false));
        assertEquals(new PieceText("nal", false, true), PieceText.of("Ġnal", true));
        assertEquals(new PieceText("é", false, false), PieceText.of("Ã©", true));
        assertEquals(new PieceText("\n", false, false), PieceText.of("Ċ", true));
    }

    @Test
    void aPartOfACharacterIsShownAsItIs() {
        assertEquals(new PieceText("Ã", false, false), PieceText.of("Ã", true));
    }
}
