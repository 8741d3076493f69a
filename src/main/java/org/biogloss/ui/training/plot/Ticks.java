package org.biogloss.ui.training.plot;

import java.util.ArrayList;
import java.util.List;

/// Round numbers to write on an axis.
final class Ticks {

    private static final List<double[]> LEADS = List.of(new double[] {1}, new double[] {1, 3}, new double[] {1, 2, 5});

    private Ticks() {}

    /// Multiples of 1, 2 or 5 times a power of ten, about as many as there is room for.
    ///
    /// @param least the smallest step allowed: 1 where only whole numbers make sense, else 0
    static List<Double> linear(Range range, int about, double least) {
        if (range.length() <= 0) return List.of();
        for (int more = 1; more <= 4; more *= 2) {
            var ticks = every(range, range.length() / (more * Math.max(1.0, about)), least);
            if (ticks.size() > 1) return ticks;
        }
        return every(range, range.length(), least);
    }

    private static List<Double> every(Range range, double rough, double least) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        double step = Math.max(least, power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10));
        var ticks = new ArrayList<Double>();
        for (long i = (long) Math.ceil(range.low() / step - 1e-9); i * step <= range.high() + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /// Powers of ten, and their double and fivefold where there are few.
    ///
    /// @param range in logarithms to the base of ten
    static List<Double> logarithmic(Range range, int about) {
        for (var leads : LEADS) {
            var ticks = logarithmic(range, about, leads);
            if (ticks.size() > 1) return ticks;
        }
        return linear(new Range(Math.pow(10, range.low()), Math.pow(10, range.high())), about, 0);
    }

    private static List<Double> logarithmic(Range range, int about, double[] leads) {
        int stride = Math.max(1, (int) Math.ceil(range.length() / Math.max(1, about)));
        var ticks = new ArrayList<Double>();
        for (int power = (int) Math.floor(range.low()); power <= Math.ceil(range.high()); power++) {
            if (Math.floorMod(power, stride) != 0) continue;
            for (double lead : leads) {
                double tick = lead * Math.pow(10, power);
                double log = Math.log10(tick);
                if (log >= range.low() && log <= range.high()) ticks.add(tick);
            }
        }
        return ticks;
    }
}
