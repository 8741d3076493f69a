package org.biogloss.training;

/// Linear warm-up to the peak, then linear decay to zero.
///
/// @param warmupSteps how many steps climb
/// @param totalSteps  after which the rate is zero
public record LearningRate(double peak, long warmupSteps, long totalSteps) {

    public static LearningRate of(Recipe recipe, long totalSteps) {
        long warmup = Math.round(totalSteps * recipe.schedule().warmup());
        return new LearningRate(recipe.optimizer().rate(), warmup, totalSteps);
    }

    /// @param step counted from 0
    public double at(long step) {
        if (step < warmupSteps) return peak * (step + 1) / (warmupSteps + 1.0);
        return peak * Math.max(0, totalSteps - step) / Math.max(1.0, totalSteps - warmupSteps);
    }
}
