package org.biogloss.ui.training.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    void decimationKeepsTheExtremesTheEndsAndTheOrder() {
        var series = noise(50_000);
        series.add(50_000, 40);

        var few = series.decimated(0, 50_000, 50_000 / 300.0);

        assertTrue(few.size() <= 4 * 302);
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < few.size(); i++) {
            highest = Math.max(highest, few.y(i));
            if (i > 0) assertTrue(few.x(i) >= few.x(i - 1));
        }
        assertEquals(40, highest);
        assertEquals(0, few.x(0));
        assertEquals(50_000, few.lastX());
    }

    @Test
    void aSpikeIsSeenAtEveryZoomAndNeverMoves() {
        var series = new Series();
        for (int i = 0; i < 50_000; i++) series.add(i, i == 31_416 ? 9 : 1);

        for (double width = 200; width >= 0.01; width /= 3) {
            double half = width * 300;
            var few = series.decimated(31_416 - half, 31_416 + half, width);
            int spikes = 0;
            for (int i = 0; i < few.size(); i++) {
                if (few.y(i) != 9) continue;
                spikes++;
                assertEquals(31_416, few.x(i));
            }
            assertEquals(1, spikes, "with " + width + " steps a pixel");
        }
    }

    @Test
    void movingTheViewKeepsThePointsOfTheColumnsStillInSight() {
        var series = noise(20_000);

        var before = series.decimated(2_000, 12_000, 25);
        var after = series.decimated(3_000, 13_000, 25);

        for (int i = 0; i < before.size(); i++) {
            double x = before.x(i);
            if (x < 3_025 || x > 11_975) continue;
            assertEquals(before.y(i), after.at(x), "at " + x);
        }
    }

    @Test
    void whatIsLeftOutOfTheViewIsJoinedAtItsEdges() {
        var series = new Series();
        for (int i = 0; i <= 100; i += 10) series.add(i, i);

        var few = series.decimated(25, 55, 0.1);

        assertEquals(20, few.x(0));
        assertEquals(60, few.lastX());
    }

    @Test
    void aCurveThatWasCutAndGrewOnIsSmoothedAsIfItHadAlwaysBeenSo() {
        var grown = new Series();
        var smoothing = new Smoothing(grown, 10);
        for (int i = 1; i <= 100; i++) grown.add(i, Math.sin(i));
        smoothing.upToDate();
        grown.cutFrom(50.5);
        var straight = new Series();
        for (int i = 1; i <= 50; i++) straight.add(i, Math.sin(i));
        for (int i = 51; i <= 80; i++) {
            grown.add(i, Math.cos(i));
            straight.add(i, Math.cos(i));
        }

        assertEquals(80, smoothing.upToDate().size());
        assertEquals(straight.smoothed(10).lastY(), smoothing.upToDate().lastY(), 1e-12);
    }

    @Test
    void smoothingGoesOnWhereItLeftOff() {
        var series = noise(1_000);
        var smoothing = new Smoothing(series, 30);
        smoothing.upToDate();
        for (int i = 1_000; i < 1_500; i++) series.add(i, i % 7);

        assertEquals(series.smoothed(30).lastY(), smoothing.upToDate().lastY(), 1e-12);
    }

    @Test
    void aValueThatIsNoNumberIsLeftOutOfTheMean() {
        var series = new Series();
        for (int i = 1; i <= 50; i++) series.add(i, i == 20 ? Double.NaN : 2);

        assertEquals(2, series.smoothed(5).lastY(), 1e-12);
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

    private static Series noise(int points) {
        var random = new Random(1);
        var series = new Series();
        for (int i = 0; i < points; i++) series.add(i, random.nextGaussian());
        return series;
    }
}
