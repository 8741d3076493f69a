package org.biogloss.training.pretraining;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.biogloss.bert.TinyModel;
import org.biogloss.tokens.Tokenizer;
import org.biogloss.training.PretrainingRecipe.Masking;
import org.biogloss.training.PretrainingRecipe.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MaskedRowsTest {

    private Tokenizer tokenizer;

    @BeforeEach
    void open() throws IOException {
        tokenizer = Tokenizer.open(TinyModel.folder());
    }

    @AfterEach
    void close() {
        tokenizer.close();
    }

    /// Words of three pieces each between the frame.
    private Rows.Row row(int words) {
        var pieces = new int[words * 3 + 2];
        for (int i = 1; i < pieces.length - 1; i++) pieces[i] = 10 + i % 40 | (i % 3 == 1 ? PieceFile.WORD : 0);
        pieces[0] = tokenizer.cls() | PieceFile.SEPARATOR;
        pieces[pieces.length - 1] = tokenizer.sep() | PieceFile.SEPARATOR;
        return new Rows.Row(pieces, pieces.length, 0);
    }

    private MaskedRows masking(Unit unit, double rate, double masked, double random) {
        return new MaskedRows(new Masking(unit, rate, masked, random, rate, false), tokenizer);
    }

    @Test
    void aWordIsHiddenWholeOrNotAtAll() {
        var masked = masking(Unit.WORDS, 0.15, 1, 0).hide(row(40), new Random(1));

        assertEquals(18, masked.places().length);
        for (int i = 0; i < masked.places().length; i += 3) {
            assertEquals(1, masked.places()[i] % 3);
            assertEquals(masked.places()[i] + 2, masked.places()[i + 2]);
        }
    }

    @Test
    void piecesAreHiddenOneByOneWhereThatIsAsked() {
        var masked = masking(Unit.PIECES, 0.15, 1, 0).hide(row(40), new Random(1));

        assertEquals(18, masked.places().length);
        assertFalse(IntStream.range(0, 6).allMatch(i -> masked.places()[3 * i + 2] == masked.places()[3 * i] + 2));
    }

    @Test
    void whatStoodThereIsWhatIsAskedFor() {
        var row = row(40);
        var masked = masking(Unit.WORDS, 0.3, 0.8, 0.1).hide(row, new Random(4));
        var back = masked.ids().clone();

        for (int i = 0; i < masked.places().length; i++) back[masked.places()[i]] = masked.pieces()[i];

        assertArrayEquals(Arrays.stream(row.pieces()).map(PieceFile::id).toArray(), back);
    }

    @Test
    void eightOfTenBecomeTheMaskOneAnotherPieceAndOneStays() {
        var masking = masking(Unit.WORDS, 0.5, 0.8, 0.1);
        var chance = new Random(7);
        int masks = 0;
        int same = 0;
        int all = 0;
        for (int i = 0; i < 300; i++) {
            var masked = masking.hide(row(40), chance);
            for (int j = 0; j < masked.places().length; j++, all++) {
                int now = masked.ids()[masked.places()[j]];
                if (now == tokenizer.mask()) masks++;
                else if (now == masked.pieces()[j]) same++;
            }
        }
        assertEquals(0.8, (double) masks / all, 0.02);
        assertEquals(0.1, (double) same / all, 0.02);
    }

    @Test
    void theFrameIsNeverHiddenAndSomethingAlwaysIs() {
        for (int seed = 0; seed < 200; seed++) {
            var masked = masking(Unit.WORDS, 0.01, 1, 0).hide(row(1), new Random(seed));
            assertTrue(masked.places().length > 0);
            assertEquals(tokenizer.cls(), masked.ids()[0]);
            assertEquals(tokenizer.sep(), masked.ids()[4]);
        }
    }

    @Test
    void theSameChanceHidesTheSame() {
        var masking = masking(Unit.WORDS, 0.15, 0.8, 0.1);

        var one = masking.hide(row(40), Chance.of(1, 0, 3));
        var again = masking.hide(row(40), Chance.of(1, 0, 3));
        var nextEpoch = masking.hide(row(40), Chance.of(1, 1, 3));

        assertArrayEquals(one.ids(), again.ids());
        assertFalse(Arrays.equals(one.places(), nextEpoch.places()));
    }

    @Test
    void placesOfABatchCountThroughItsRows() {
        var masking = masking(Unit.WORDS, 0.15, 1, 0);
        var rows = List.of(masking.hide(row(40), new Random(1)), masking.hide(row(20), new Random(2)));

        var batch = masking.batch(rows);

        assertEquals(122, batch.pieces().length());
        int first = rows.getFirst().places().length;
        assertEquals(122 + rows.getLast().places()[0], batch.targets().places()[first]);
        assertEquals(tokenizer.mask(), batch.pieces().ids()[batch.targets().places()[first]]);
    }
}
