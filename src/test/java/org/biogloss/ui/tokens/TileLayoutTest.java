package org.biogloss.ui.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.biogloss.tokens.compare.NamedTokenizer;
import org.biogloss.tokens.compare.SideBySide;
import org.biogloss.tokens.compare.Tile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileLayoutTest {

    /// Ten pixels a letter.
    private static final TileLayout.Letters LETTERS = new TileLayout.Letters() {
        @Override
        public String label(Tile tile) {
            return tile.piece();
        }

        @Override
        public double width(Tile tile) {
            return width(tile.piece());
        }

        @Override
        public double width(String label) {
            return 10.0 * label.length();
        }
    };

    @TempDir
    Path folder;

    private SideBySide sides(String text) throws IOException {
        var desk = new SmallDesk(folder);
        return SideBySide.of(
                text,
                List.of(
                        new NamedTokenizer("general", desk.open("general")),
                        new NamedTokenizer("own", desk.open("own"))));
    }

    @Test
    void theSameWordStandsOnTheSameLineInEveryColumn() throws IOException {
        var text = "rats in naloxone in rats naloxone rats";
        var sides = sides(text);
        var layout = TileLayout.of(sides, 260, LETTERS);

        assertTrue(layout.rows() > 2);
        for (int at : IntStream.range(0, text.length())
                .filter(i -> i == 0 || text.charAt(i - 1) == ' ')
                .toArray()) {
            assertEquals(rowOf(layout, 0, at), rowOf(layout, 1, at), "at " + at);
        }
    }

    private static int rowOf(TileLayout layout, int column, int offset) {
        return layout.columns().get(column).stream()
                .filter(placed -> placed.span().start() == offset)
                .findFirst()
                .orElseThrow()
                .row();
    }

    @Test
    void everyPieceStandsInItsColumnOnce() throws IOException {
        var sides = sides("rats in naloxone\n\nin rats \u200B naloxone");
        var layout = TileLayout.of(sides, 120, LETTERS);

        for (int c = 0; c < 2; c++) {
            var tiles = layout.columns().get(c).stream()
                    .filter(placed -> !placed.isLost())
                    .map(TileLayout.Placed::tile)
                    .toList();
            assertEquals(
                    IntStream.range(0, sides.columns().get(c).count()).boxed().toList(), tiles);
            assertEquals(
                    1,
                    layout.columns().get(c).stream()
                            .filter(TileLayout.Placed::isLost)
                            .count());
            assertTrue(layout.columns().get(c).stream().allMatch(placed -> placed.x() + placed.width() <= 120));
        }
    }

    @Test
    void aNewLineOfTheTextIsANewLineOfTiles() throws IOException {
        var layout = TileLayout.of(sides("in\nin"), 500, LETTERS);

        assertEquals(2, layout.rows());
        assertEquals(1, rowOf(layout, 0, 3));
    }

    @Test
    void aPieceIsFoundWhereItStands() throws IOException {
        var layout = TileLayout.of(sides("in naloxone in"), 1000, LETTERS);
        var last = layout.columns().getFirst().getLast();

        assertEquals(last.tile(), layout.tileAt(0, 0, last.x() + 2));
        assertEquals(0, layout.tileAt(0, 0, 0));
        assertEquals(-1, layout.tileAt(0, 5, 0));
    }

    @Test
    void anEmptyTextHasNothingToPlace() throws IOException {
        assertEquals(
                List.of(List.of(), List.of()),
                TileLayout.of(sides(""), 100, LETTERS).columns());
    }
}
