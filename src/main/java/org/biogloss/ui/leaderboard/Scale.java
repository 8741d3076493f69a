package org.biogloss.ui.leaderboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where values lie between the two ends of an axis, and which round ones are marked there.
record Scale(double low, double high, boolean isLogarithmic, List<Double> ticks) {

    private static final double[] ROUND = {1, 2, 5};

    /// From a round number below the least value to one above the greatest, with about five marks.
    static Scale linear(double... values) {
        double least = Arrays.stream(values).min().orElse(0);
        double most = Arrays.stream(values).max().orElse(1);
        double step = roundUp(Math.max(most - least, 1e-3) / 5);
        double low = Math.floor(least / step) * step;
        double high = Math.max(Math.ceil(most / step) * step, low + step);
        var ticks = new ArrayList<Double>();
        for (int i = 0; low + i * step <= high + step / 1e6; i++) ticks.add(low + i * step);
        return new Scale(low, high, false, ticks);
    }

    /// For values above 0: a little room at both ends, marks at 1, 2 and 5 times powers of ten.
    static Scale logarithmic(double... values) {
        double low = Arrays.stream(values).min().orElse(1) / 1.3;
        double high = Arrays.stream(values).max().orElse(10) * 1.3;
        if (!(low > 0)) throw new IllegalArgumentException("No logarithm of " + low);
        var ticks = new ArrayList<Double>();
        for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high; power *= 10) {
            for (double factor : ROUND) {
                double tick = factor * power;
                if (tick >= low && tick <= high) ticks.add(tick);
            }
        }
        return new Scale(low, high, true, ticks);
    }

    /// 0 at the low end, 1 at the high one.
    double share(double value) {
        return isLogarithmic
                ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
    }

    private static double roundUp(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double factor : ROUND) if (factor * power >= raw - 1e-12) return factor * power;
        return 10 * power;
    }
}
