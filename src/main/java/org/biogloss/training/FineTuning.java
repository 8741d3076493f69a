package org.biogloss.training;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.biogloss.registry.WholeFolder;
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
        if (recipe.seeds().size() != 1) throw new IllegalStateException("A run has one seed, not " + recipe.seeds());
        refuseAnother(resume);
        if (resume && isFinished()) {
            return new RunResult(RunState.FINISHED, Optional.of(Models.open(folder.best())));
        }
        prepare();
        try (var events = new RunEvents(folder.events())) {
            try {
                return train(resume, events, context);
            } catch (CancellationException cancelled) {
                events.ended(RunEvents.End.STOPPED, new RunEvents.Ended(0, 0, 0, "", "asked"));
                throw cancelled;
            } catch (NotANumberException stop) {
                var batch = folder.stoppedBatch().getFileName().toString();
                var words = stop.getMessage() + " The batch is in " + folder.stoppedBatch()
                        + (Files.exists(folder.best()) ? "; the best model so far is kept." : ".");
                events.failed(new RunEvents.Failed(words, batch));
                throw new IOException(words, stop);
            } catch (Exception | Error failure) {
                events.failed(new RunEvents.Failed(words(failure), ""));
                throw failure;
            }
        }
    }

    /// Measures what the run will cost, tells it in the folder's event file, and trains nothing.
    public CostEstimate estimate(JobContext context) throws Exception {
        refuseAnother(true);
        prepare();
        try (var events = new RunEvents(folder.events());
                var open = OpenLearner.open(recipe, places, models, rejections, folder)) {
            var estimate = CostEstimate.measure(open, recipe, context);
            events.estimated(estimate);
            return estimate;
        }
    }

    private boolean isFinished() throws IOException {
        WholeFolder.recover(folder.best());
        return Files.exists(folder.recipe()) && Run.open(folder.folder()).hasFinished();
    }

    private void refuseAnother(boolean resume) throws IOException {
        var dir = folder.folder();
        if (folder.liveProcess()
                .filter(p -> p.pid() != ProcessHandle.current().pid())
                .isPresent()) {
            throw new IOException("Cannot train in " + dir + ": another process is training there.");
        }
        if (folder.wasStarted() && !resume) {
            throw new IOException("Cannot train in " + dir
                    + ": there is a run already. Give --resume to go on with it, or another folder.");
        }
        if (Files.exists(folder.recipe()) && !RecipeFile.read(folder.recipe()).equals(recipe)) {
            throw new IOException("Cannot go on in " + dir + ": its recipe.toml differs from the recipe given.");
        }
    }

    private void prepare() throws IOException {
        Files.createDirectories(folder.folder());
        if (!Files.exists(folder.recipe())) RecipeFile.write(folder.recipe(), recipe);
        folder.mark(ProcessHandle.current());
        folder.forgetOldWishes();
        WholeFolder.recover(folder.best());
    }

    private RunResult train(boolean resume, RunEvents events, JobContext context) throws Exception {
        try (var open = OpenLearner.open(recipe, places, models, rejections, folder)) {
            var learner = open.learner();
            var card = new CardOfRun(recipe, open.base(), open.parts(), learner.parameters());
            return new LearningRun(recipe, folder, open.parts(), open.lessons(), learner, card, events)
                    .run(resume, context);
        }
    }

    private static String words(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "There was not enough memory. Lower schedule.batchExamples or schedule.maxLength.";
        }
        var message = failure.getMessage();
        return message == null || message.isBlank() ? failure.toString() : message;
    }
}
