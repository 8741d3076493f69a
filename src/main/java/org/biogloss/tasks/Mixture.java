package org.biogloss.tasks;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Which of several sets of examples the next batch is taken from, when one network learns them all at once.
///
/// A set is drawn as often as its size raised to `1 / temperature`: at 1 in proportion, beyond that the
/// small ones more often. What a step draws depends on the seed and the number of the step alone, so a run
/// can go on anywhere.
///
/// @param counts      how many batches each set has
/// @param temperature at least 1; infinite draws all alike
public record Mixture(List<Integer> counts, double temperature, long seed) {

    public Mixture {
        counts = List.copyOf(counts);
        if (counts.isEmpty() || counts.stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("A mixture is made of sets with examples, not of " + counts);
        }
        if (!(temperature >= 1)) throw new IllegalArgumentException("The temperature is at least 1: " + temperature);
    }

    /// The share of each set among the steps; together 1.
    public List<Double> shares() {
        var weights =
                counts.stream().map(count -> Math.pow(count, 1 / temperature)).toList();
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        return weights.stream().map(weight -> weight / sum).toList();
    }

    /// The number of the set from which a step takes its batch.
    ///
    /// @param step from 0
    public int setOf(long step) {
        return setOf(step, shares());
    }

    /// How often each set was drawn before a step: where each of them goes on.
    public List<Integer> drawnBefore(long step) {
        var shares = shares();
        var drawn = new int[counts.size()];
        for (long earlier = 0; earlier < step; earlier++) drawn[setOf(earlier, shares)]++;
        return Arrays.stream(drawn).boxed().toList();
    }

    private int setOf(long step, List<Double> shares) {
        double at = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step).nextDouble();
        for (int set = 0; set < shares.size() - 1; set++) {
            at -= shares.get(set);
            if (at < 0) return set;
        }
        return shares.size() - 1;
    }
}
