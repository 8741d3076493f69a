package org.biogloss.training;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.LearningNetwork;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.registry.WholeFolder;
import org.biogloss.tasks.Learner;
import org.biogloss.tasks.TaskForm;
import org.biogloss.tasks.TaskHead;
import org.biogloss.tasks.TaskKind;
import org.biogloss.tasks.examples.ExampleFile;

/// From a recipe to a model that finds mentions: reads the examples, opens the base, lets the loop run, and
/// leaves events, checkpoints and the best model in the run's folder.
public final class FineTuning {

    private final Recipe recipe;
    private final DataPlaces places;
    private final RunFolder folder;
    private final Models models;
    private final Consumer<ExampleFile.Rejection> rejections;

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

    /// Trains until the epochs are over, the patience is, somebody leaves a stop file, or the job is
    /// cancelled. In each case the best model is kept.
    ///
    /// @param resume go on from the folder's checkpoint, from the beginning if it has none
    /// @return the card of the model, with its scores
    public ModelCard run(boolean resume, JobContext context) throws Exception {
        prepare(resume);
        try (var events = new RunEvents(folder.events())) {
            try {
                return train(resume, events, context);
            } catch (CancellationException cancelled) {
                events.ended(RunEvents.End.STOPPED, new RunEvents.Ended(0, 0, 0, ""));
                throw cancelled;
            } catch (Exception | Error failure) {
                events.failed(new RunEvents.Failed(words(failure)));
                throw failure;
            }
        }
    }

    private void prepare(boolean resume) throws IOException {
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
        Files.createDirectories(dir);
        if (!Files.exists(folder.recipe())) RecipeFile.write(folder.recipe(), recipe);
        else if (!RecipeFile.read(folder.recipe()).equals(recipe)) {
            throw new IOException("Cannot go on in " + dir + ": its recipe.toml differs from the recipe given.");
        }
        folder.mark(ProcessHandle.current());
        WholeFolder.recover(folder.best());
        if (!resume) folder.clearStop();
    }

    private ModelCard train(boolean resume, RunEvents events, JobContext context) throws Exception {
        var base = models.require(recipe.model().base());
        var data = TrainingData.read(recipe.data(), places, rejections);
        var head = TaskHead.of("", TaskForm.usual(TaskKind.NER), data.train(), data.types());
        try (var encoder = base.isEmbedded() ? Checkpoint.embedded(base.id()) : Checkpoint.open(base.folder());
                var learner = Learner.open(encoder, List.of(head), settings(), compute(), recipe.seed())) {
            var room = recipe.schedule().maxLength() - 2;
            var passages = new Passages(text -> encoder.tokenizer().encode(text).size(), room);
            var train = data.train().stream()
                    .flatMap(example -> passages.of(example).stream())
                    .toList();
            var lessons = new TaggerLessons(learner.encode(head, train), recipe.schedule(), recipe.seed());
            var card = new CardOfRun(recipe, base, data.types(), learner.parameters(), folder);
            return new TaggerRun(recipe, folder, data, lessons, learner, card, events).run(resume, context);
        }
    }

    private Learner.Settings settings() {
        var optimizer = recipe.optimizer();
        return new Learner.Settings(
                optimizer.dropout(),
                Learner.Settings.USUAL.attentionDropout(),
                recipe.schedule().maxLength(),
                new LearningNetwork.Optimizer(
                        optimizer.beta1(),
                        optimizer.beta2(),
                        optimizer.epsilon(),
                        optimizer.weightDecay(),
                        optimizer.clip()),
                0,
                1,
                0);
    }

    private Compute compute() {
        var wish = recipe.compute();
        var threads = wish.threads() == 0 ? OptionalInt.empty() : OptionalInt.of(wish.threads());
        return Compute.choose(wish.device(), wish.precision(), threads);
    }

    private static String words(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "There was not enough memory. Lower schedule.batchExamples or schedule.maxLength.";
        }
        var message = failure.getMessage();
        return message == null || message.isBlank() ? failure.toString() : message;
    }
}
