package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CorrelationTest {

    /// By hand: deviations -1.5 -0.5 0.5 1.5 and -2 0 -1 3, sums of products 7, of squares 5 and 14.
    @Test
    void pearsonIsWhatTheFormulaSays() {
        var scores = Correlation.of(new double[] {1, 2, 3, 4}, new double[] {0, 2, 1, 5});
        assertEquals(7 / Math.sqrt(5 * 14), scores.pearson().orElseThrow(), 1e-12);
        assertEquals(0.8, scores.spearman().orElseThrow(), 1e-12);
    }

    /// Ranks 1 2.5 2.5 4 against 1 2 3 4.
    @Test
    void thoseThatAreTheSameShareTheirRanks() {
        var scores = Correlation.of(new double[] {0, 7, 7, 9}, new double[] {1, 2, 3, 400});
        assertEquals(4.5 / Math.sqrt(4.5 * 5), scores.spearman().orElseThrow(), 1e-12);
    }

    @Test
    void scaleAndShiftChangeNothing() {
        double[] known = {0.2, 1.4, 3.9, 2.2};
        double[] answers = {1e-200, 3e-200, 4e-200, 2e-200};
        assertEquals(
                Correlation.of(known, new double[] {1, 3, 4, 2}).pearson().orElseThrow(),
                Correlation.of(known, answers).pearson().orElseThrow(),
                1e-12);
    }

    @Test
    void whatHasNoMeaningIsToldInWordsAndCountsAsZero() {
        var scores =
                Correlation.of(new double[] {1, 2}, new double[] {2.5, 2.5}).scores();
        assertEquals(0, scores.value());
        assertTrue(scores.remarks().getFirst().contains("all answers are the same, 2.5"));
        assertTrue(Correlation.of(new double[] {}, new double[] {}).pearson().isEmpty());
        assertThrows(
                IllegalArgumentException.class,
                () -> Correlation.of(new double[] {1, 2}, new double[] {1, Double.NaN}));
    }
}
