package org.biogloss.training.pretraining;

import java.util.function.Consumer;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.biogloss.training.CostEstimate;
import org.biogloss.training.DataPlaces;
import org.biogloss.training.PretrainingRecipe;
import org.biogloss.training.RunEvents;
import org.biogloss.training.RunFolder;
import org.biogloss.training.RunLoop;
import org.biogloss.training.RunPlan;
import org.biogloss.training.RunResult;
import org.biogloss.training.RunSession;
import org.biogloss.training.RunState;

/// From a recipe to a pretrained model: cuts the texts into pieces, opens what the run starts from, lets the
/// loop run, and leaves events, checkpoints and the model in the run's folder.
public final class Pretraining {

    /// How often a run looks at held-out text where the recipe does not say.
    static final int LOOKS = 20;

    private final PretrainingRecipe recipe;
    private final DataPlaces places;
    private final RunFolder folder;
    private final Models models;
    private final Consumer<String> leftOut;

    /// @param leftOut told of files that could not be read, in words
    public Pretraining(
            PretrainingRecipe recipe, DataPlaces places, RunFolder folder, Models models, Consumer<String> leftOut) {
        this.recipe = places.anchored(recipe);
        this.places = places;
        this.folder = folder;
        this.models = models;
        this.leftOut = leftOut;
    }

    /// Trains until all is shown, somebody asks to stop or to pause, or the job is cancelled. The newest
    /// state is kept as a model at each look. A run that is finished already is not begun again.
    ///
    /// @param resume go on from the folder's checkpoint, from the beginning if it has none
    public RunResult run(boolean resume, JobContext context) throws Exception {
        var result = new RunSession(recipe, folder).run(resume, events -> pretrain(resume, events, context));
        if (result.state() == RunState.FINISHED) Corpora.delete(folder);
        return result;
    }

    /// Measures what the run will cost, tells it in the folder's event file, and trains nothing.
    public CostEstimate estimate(JobContext context) throws Exception {
        return new RunSession(recipe, folder)
                .estimate(_ -> new PretrainingEstimate(recipe, places, folder, models).measure(context));
    }

    private RunResult pretrain(boolean resume, RunEvents events, JobContext context) throws Exception {
        try (var open = OpenRun.open(recipe, places, folder, models, events, leftOut, context)) {
            var work = new PretrainingWork(open);
            return new RunLoop<>(plan(open.showing()), folder, open.showing(), work, events).run(resume, context);
        }
    }

    private RunPlan plan(Showing showing) {
        var plan = recipe.plan();
        return plan.evaluateEvery() > 0 ? plan : plan.looking((int) Math.max(1, showing.total() / LOOKS));
    }
}
