package org.biogloss.training;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.biogloss.registry.Models;
import org.biogloss.registry.WholeFolder;

/// A process's turn at a run's folder, whatever the run's kind: nobody else works there, the recipe is the
/// one that was begun with, and however it ends, the event file says so.
public final class RunSession {

    /// The run itself.
    @FunctionalInterface
    public interface Body<T> {
        T run(RunEvents events) throws Exception;
    }

    private final RunRecipe recipe;
    private final RunFolder folder;

    /// @param recipe as it may be read from anywhere
    public RunSession(RunRecipe recipe, RunFolder folder) {
        this.recipe = recipe;
        this.folder = folder;
    }

    /// Runs until it is over. A run that is finished already is not begun again.
    ///
    /// @param resume go on with what is there
    public RunResult run(boolean resume, Body<RunResult> body) throws Exception {
        if (recipe.seeds().size() != 1) throw new IllegalStateException("A run has one seed, not " + recipe.seeds());
        refuseAnother(resume);
        if (resume && isFinished()) {
            return new RunResult(RunState.FINISHED, Optional.of(Models.open(folder.best())));
        }
        prepare();
        try (var events = new RunEvents(folder.events())) {
            try {
                return body.run(events);
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

    /// Measures in the run's folder, tells the outcome in its event file, and trains nothing.
    public CostEstimate estimate(Body<CostEstimate> body) throws Exception {
        refuseAnother(true);
        prepare();
        try (var events = new RunEvents(folder.events())) {
            var estimate = body.run(events);
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
        if (Files.exists(folder.recipe())
                && !RecipeFile.readAny(folder.recipe()).equals(recipe)) {
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

    private static String words(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "There was not enough memory. Lower the size of a batch or the length of its rows in [schedule].";
        }
        var message = failure.getMessage();
        return message == null || message.isBlank() ? failure.toString() : message;
    }
}
