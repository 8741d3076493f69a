package org.biogloss.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void aConstantStaysItselfWhenSmoothed() {
        var series = new Series();
        for (int i = 1; i <= 500; i++) series.add(i, 3.5);

        var smooth = series.smoothed(20);

        assertEquals(500, smooth.size());
        for (int i = 0; i < smooth.size(); i++) assertEquals(3.5, smooth.y(i), 1e-12);
    }

    @Test
    void curvesLoggedAtDifferentDensitySmoothAlike() {
        var dense = new Series();
        var sparse = new Series();
        for (int i = 1; i <= 2000; i++) {
            double y = Math.exp(-i / 500.0);
            dense.add(i, y);
            if (i % 10 == 0) sparse.add(i, y);
        }

        assertEquals(dense.smoothed(50).lastY(), sparse.smoothed(50).lastY(), 0.01);
    }

    @Test
    void decimationKeepsTheExtremesAndTheOrder() {
        var random = new Random(1);
        var series = new Series();
        for (int i = 0; i < 50_000; i++) series.add(i, random.nextGaussian());
        series.add(50_000, 40);

        var few = series.decimated(300);

        assertTrue(few.size() <= 600);
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < few.size(); i++) {
            highest = Math.max(highest, few.y(i));
            if (i > 0) assertTrue(few.x(i) >= few.x(i - 1));
        }
        assertEquals(40, highest);
    }

    @Test
    void aShortCurveIsLeftAsItIs() {
        var series = new Series();
        series.add(1, 2);

        assertSame(series, series.decimated(100));
    }

    @Test
    void theValueAtAStepIsTheLastOneKnownThere() {
        var series = new Series();
        series.add(10, 1);
        series.add(20, 2);

        assertTrue(Double.isNaN(series.at(9)));
        assertEquals(1, series.at(10));
        assertEquals(1, series.at(19.9));
        assertEquals(2, series.at(100));
    }
}
