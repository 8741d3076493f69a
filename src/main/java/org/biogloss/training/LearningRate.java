package org.biogloss.training;

/// Linear warm-up to the peak, then down as the recipe says.
///
/// @param warmupSteps how many steps climb
/// @param totalSteps  after which the rate is zero, unless it is constant
public record LearningRate(double peak, long warmupSteps, long totalSteps, Recipe.Decay decay) {

    public static LearningRate of(RunPlan plan, long totalSteps) {
        return new LearningRate(plan.rate(), Math.round(totalSteps * plan.warmup()), totalSteps, plan.decay());
    }

    /// @param step counted from 0
    public double at(long step) {
        if (step < warmupSteps) return peak * (step + 1) / (warmupSteps + 1.0);
        double left = Math.max(0, totalSteps - step) / Math.max(1.0, totalSteps - warmupSteps);
        return switch (decay) {
            case LINEAR -> peak * left;
            case COSINE -> peak * 0.5 * (1 - Math.cos(Math.PI * left));
            case CONSTANT -> peak;
        };
    }
}
