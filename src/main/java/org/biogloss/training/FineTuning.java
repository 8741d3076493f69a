package org.biogloss.training;

import java.util.function.Consumer;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.biogloss.tasks.examples.ExampleFile;

/// From a recipe with one seed to a model: reads the examples, opens the base, lets the loop run, and leaves events,
/// checkpoints and the best model in the run's folder.
public final class FineTuning {

    private final Recipe recipe;
    private final DataPlaces places;
    private final RunFolder folder;
    private final Models models;
    private final Consumer<ExampleFile.Rejection> rejections;

    /// @param recipe     with a single seed, but for an estimate; for several, see [SeededRuns]
    /// @param rejections told of lines of the data that are left out
    public FineTuning(
            Recipe recipe,
            DataPlaces places,
            RunFolder folder,
            Models models,
            Consumer<ExampleFile.Rejection> rejections) {
        this.recipe = places.anchored(recipe);
        this.places = places;
        this.folder = folder;
        this.models = models;
        this.rejections = rejections;
    }

    /// Trains until the epochs are over, the patience is, somebody asks to stop or to pause, or the job is cancelled.
    /// In each case the best model is kept. A run that is finished already is not begun again.
    ///
    /// @param resume go on from the folder's checkpoint, from the beginning if it has none
    public RunResult run(boolean resume, JobContext context) throws Exception {
        return new RunSession(recipe, folder).run(resume, events -> train(resume, events, context));
    }

    /// Measures what the run will cost, tells it in the folder's event file, and trains nothing.
    public CostEstimate estimate(JobContext context) throws Exception {
        return new RunSession(recipe, folder).estimate(_ -> {
            try (var open = OpenLearner.open(recipe, places, models, rejections, folder)) {
                return CostEstimate.measure(open, recipe, context);
            }
        });
    }

    private RunResult train(boolean resume, RunEvents events, JobContext context) throws Exception {
        try (var open = OpenLearner.open(recipe, places, models, rejections, folder)) {
            var learner = open.learner();
            var card = new CardOfRun(recipe, open.base(), open.parts(), learner.parameters());
            var work = new FineTuningWork(recipe, open.parts(), learner, card);
            return new RunLoop<>(recipe.plan(), folder, open.lessons(), work, events).run(resume, context);
        }
    }
}
