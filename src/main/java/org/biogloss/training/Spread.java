package org.biogloss.training;

import java.util.List;
import java.util.Locale;

/// The mean of a few numbers and how far they lie apart: the standard deviation of a sample, 0 of a single one.
public record Spread(int count, double mean, double deviation) {

    public static Spread of(List<Double> values) {
        if (values.isEmpty()) throw new IllegalArgumentException("There is no mean of nothing");
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return new Spread(values.size(), mean, values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1)));
    }

    /// In per cent, as tables have it: `82.3 ± 0.4`, or `82.3` of one number.
    public String percent() {
        return count < 2
                ? String.format(Locale.ROOT, "%.1f", 100 * mean)
                : String.format(Locale.ROOT, "%.1f ± %.1f", 100 * mean, 100 * deviation);
    }
}
