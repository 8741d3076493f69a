package org.biogloss.training;

/// What of a recipe steers a run's steps, whatever is learnt in them.
///
/// @param warmup            share of all steps in which the rate climbs
/// @param accumulate        in how many portions a step goes through the network at first
/// @param evaluateEvery     steps between two looks at data not learnt from; 0 for once an epoch
/// @param patience          how many looks without a better score end the run early; 0 for never
/// @param checkpointMinutes how much time an interrupted run may lose
/// @param checkpointEvery   steps between two checkpoints beside those by time; 0 for none
public record RunPlan(
        int epochs,
        double rate,
        double warmup,
        Recipe.Decay decay,
        int accumulate,
        int evaluateEvery,
        int patience,
        double checkpointMinutes,
        int checkpointEvery,
        long seed) {

    /// The same with a look every so many steps.
    public RunPlan looking(int every) {
        return new RunPlan(
                epochs, rate, warmup, decay, accumulate, every, patience, checkpointMinutes, checkpointEvery, seed);
    }
}
