package org.biogloss.tokens.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.document.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideBySideTest {

    @TempDir
    Path folder;

    private NamedTokenizer general() throws IOException {
        return SmallVocabularies.words(folder, "general", "na", "##lo", "##xon", "##e", "in", "rats", ".", "cafe");
    }

    private NamedTokenizer own() throws IOException {
        return SmallVocabularies.words(folder, "own", "naloxone", "in", "rats", ".", "cafe");
    }

    private SideBySide compare(String text) throws IOException {
        return SideBySide.of(text, List.of(general(), own()));
    }

    private static List<String> ringed(SideBySide.Column column) {
        return column.tiles().stream().filter(Tile::ringed).map(Tile::piece).toList();
    }

    @Test
    void aPieceIsRingedWhereAnotherColumnCutsElsewhere() throws IOException {
        var sides = compare("Naloxone in rats.");

        assertEquals(
                List.of("na", "##lo", "##xon", "##e"), ringed(sides.columns().get(0)));
        assertEquals(List.of("naloxone"), ringed(sides.columns().get(1)));
    }

    @Test
    void theSpreadIsByHowMuchTheLongestExceedsTheShortest() throws IOException {
        var sides = compare("Naloxone in rats.");

        assertEquals(7, sides.columns().get(0).count());
        assertEquals(4, sides.columns().get(1).count());
        assertEquals(0.75, sides.spread(), 1e-9);
        assertEquals(0, compare("").spread());
    }

    @Test
    void aPieceOfThreeColumnsIsRingedIfOneOfThemLacksIt() throws IOException {
        var third = SmallVocabularies.words(folder, "third", "na", "##loxone", "in", "rats");
        var sides = SideBySide.of("naloxone in", List.of(general(), own(), third));

        assertEquals(List.of("na", "##loxone"), ringed(sides.columns().get(2)));
        assertEquals(List.of("naloxone"), ringed(sides.columns().get(1)));
    }

    @Test
    void whatTheVocabularyCannotSpellIsUnknownAndCoversItsWord() throws IOException {
        var tile = compare("in clonidine").columns().getFirst().tiles().get(1);

        assertTrue(tile.unknown());
        assertEquals(new Span(3, 12), tile.span());
    }

    @Test
    void strippedAccentsAreMarkedAndCaseIsNot() throws IOException {
        var tiles = compare("Café In").columns().getFirst().tiles();

        assertTrue(tiles.get(0).altered());
        assertFalse(tiles.get(1).altered());
    }

    @Test
    void charactersThatNoPieceCoversAreLostAndSpacesAreNot() throws IOException {
        var sides = compare("in \u00A0 \u200B\u00AD rats");

        assertEquals(List.of(new Span(5, 7)), sides.columns().getFirst().lost());
    }

    @Test
    void bytesLoseNothing() throws IOException {
        var bytes = SmallVocabularies.bytes(folder, "bytes", "i n", "Ġ r", "Ġr a");
        var column = SideBySide.of("in ra é𝛼\u200B", List.of(bytes)).columns().getFirst();

        assertEquals(List.of(), column.lost());
        assertEquals(0, column.unknown());
        assertEquals("Ġra", column.tiles().get(1).piece());
        assertTrue(column.tiles().stream().noneMatch(Tile::altered));
    }
}
