package org.biogloss.ui.training.plot;

import java.util.Arrays;
import java.util.List;

/// What several seeds of one recipe have in common: the mean of their curves, and the least and the
/// greatest of them. At each step over those that reach it.
public record Spread(Series low, Series mean, Series high) {

    /// Points of each curve that are looked at: more than the widest screen has columns.
    private static final int MOST = 3000;

    public static Spread of(List<Series> curves) {
        var spread = new Spread(new Series(), new Series(), new Series());
        double last = Double.NaN;
        for (double x : places(curves)) {
            if (x != last) spread.add(x, curves);
            last = x;
        }
        return spread;
    }

    private void add(double x, List<Series> curves) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int count = 0;
        for (var curve : curves) {
            double y = curve.between(x);
            if (!Double.isFinite(y)) continue;
            least = Math.min(least, y);
            greatest = Math.max(greatest, y);
            sum += y;
            count++;
        }
        if (count == 0) return;
        low.add(x, least);
        mean.add(x, sum / count);
        high.add(x, greatest);
    }

    /// Where any of them has a point, in order, thinned evenly where there are many.
    private static double[] places(List<Series> curves) {
        var places = new double[curves.size() * (MOST + 2)];
        int count = 0;
        for (var curve : curves) {
            int stride = 1 + curve.size() / MOST;
            for (int i = 0; i < curve.size(); i += stride) places[count++] = curve.x(i);
            if (!curve.isEmpty()) places[count++] = curve.lastX();
        }
        Arrays.sort(places, 0, count);
        return Arrays.copyOf(places, count);
    }
}
