package org.biogloss.ui.training.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void theBandHoldsEveryCurveAndTheMeanLiesInIt() {
        var random = new Random(4);
        var curves = List.of(walk(random, 500, 1), walk(random, 500, 1), walk(random, 250, 2));

        var spread = Spread.of(curves);

        for (int i = 0; i < spread.mean().size(); i++) {
            double x = spread.mean().x(i);
            assertTrue(spread.low().y(i) <= spread.mean().y(i) + 1e-12);
            assertTrue(spread.high().y(i) >= spread.mean().y(i) - 1e-12);
            for (var curve : curves) {
                double y = curve.between(x);
                if (Double.isNaN(y)) continue;
                assertTrue(spread.low().y(i) <= y && y <= spread.high().y(i), "at " + x);
            }
        }
    }

    @Test
    void whereOneCurveHasEndedTheOthersGoOnAlone() {
        var spread = Spread.of(List.of(line(10, 1), line(20, 3)));

        assertEquals(2, spread.mean().at(10));
        assertEquals(3, spread.mean().at(20));
        assertEquals(20, spread.mean().lastX());
    }

    @Test
    void nobodysCurvesAreNoBand() {
        assertTrue(Spread.of(List.of(new Series(), new Series())).mean().isEmpty());
    }

    private static Series line(int length, double y) {
        var series = new Series();
        for (int i = 1; i <= length; i++) series.add(i, y);
        return series;
    }

    private static Series walk(Random random, int points, int stride) {
        var series = new Series();
        double y = 0;
        for (int i = 1; i <= points; i++) series.add(i * stride, y += random.nextGaussian());
        return series;
    }
}
