package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;

/// How two rows of numbers rise and fall together.
///
/// @param pearson  of the numbers; empty where it has no meaning, as where all of a row are the same
/// @param spearman of their ranks; numbers that are the same share the mean of their ranks
/// @param why      it has no meaning; empty where it has
public record Correlation(OptionalDouble pearson, OptionalDouble spearman, String why) {

    /// @param known     what should have come out
    /// @param predicted what came out, in the same order
    public static Correlation of(double[] known, double[] predicted) {
        if (known.length != predicted.length) {
            throw new IllegalArgumentException(known.length + " known scores, but " + predicted.length + " answers");
        }
        for (double value : predicted) {
            if (!Double.isFinite(value)) throw new IllegalArgumentException("An answer is no number: " + value);
        }
        var why = meaningless(known, predicted);
        if (!why.isEmpty()) return new Correlation(OptionalDouble.empty(), OptionalDouble.empty(), why);
        return new Correlation(
                OptionalDouble.of(linear(known, predicted)),
                OptionalDouble.of(linear(ranks(known), ranks(predicted))),
                "");
    }

    private static String meaningless(double[] known, double[] predicted) {
        if (known.length < 2) return "there are fewer than two pairs";
        if (same(known)) return "all known scores are the same, " + known[0];
        if (same(predicted)) return "all answers are the same, " + predicted[0];
        return "";
    }

    private static boolean same(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    private static double linear(double[] x, double[] y) {
        var dx = deviations(x);
        var dy = deviations(y);
        double both = 0;
        double onlyX = 0;
        double onlyY = 0;
        for (int i = 0; i < x.length; i++) {
            both += dx[i] * dy[i];
            onlyX += dx[i] * dx[i];
            onlyY += dy[i] * dy[i];
        }
        return Math.clamp(both / Math.sqrt(onlyX) / Math.sqrt(onlyY), -1, 1);
    }

    /// From the mean, the largest being 1: squares of very small or very large numbers would be lost.
    private static double[] deviations(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double largest =
                Arrays.stream(values).map(value -> Math.abs(value - mean)).max().orElseThrow();
        return Arrays.stream(values).map(value -> (value - mean) / largest).toArray();
    }

    /// From 1; numbers that are the same share the mean of the ranks that they take.
    private static double[] ranks(double[] values) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < values.length; i++) order.add(i);
        order.sort((a, b) -> Double.compare(values[a], values[b]));
        var ranks = new double[values.length];
        for (int from = 0; from < ranks.length; ) {
            int to = from + 1;
            while (to < ranks.length && values[order.get(to)] == values[order.get(from)]) to++;
            for (int at = from; at < to; at++) ranks[order.get(at)] = (from + 1 + to) / 2.0;
            from = to;
        }
        return ranks;
    }

    /// By Pearson. What has no meaning counts as 0, and a remark says so.
    public Scores scores() {
        var values = new LinkedHashMap<String, Double>();
        values.put("pearson", pearson.orElse(0));
        values.put("spearman", spearman.orElse(0));
        var remarks = why.isEmpty()
                ? List.<String>of()
                : List.of("The correlation has no meaning here, as " + why + ". It counts as 0.");
        return new Scores("pearson", values, remarks);
    }
}
