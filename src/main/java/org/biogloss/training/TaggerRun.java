package org.biogloss.training;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.registry.WholeFolder;
import org.biogloss.tasks.Learner;
import org.biogloss.tasks.Row;
import org.biogloss.tasks.Scores;

/// One run of a tagger's training: the loop, and all that hangs on its steps.
final class TaggerRun {

    private final Recipe recipe;
    private final RunFolder folder;
    private final TrainingData data;
    private final TaggerLessons lessons;
    private final Learner learner;
    private final CardOfRun card;
    private final RunEvents events;
    private final Checkpoints checkpoints;
    private final Pace pace = new Pace(System::nanoTime);
    private Checkpoints.Progress progress = Checkpoints.Progress.NONE;
    private RunEvents.End end = RunEvents.End.FINISHED;

    TaggerRun(
            Recipe recipe,
            RunFolder folder,
            TrainingData data,
            TaggerLessons lessons,
            Learner learner,
            CardOfRun card,
            RunEvents events) {
        this.recipe = recipe;
        this.folder = folder;
        this.data = data;
        this.lessons = lessons;
        this.learner = learner;
        this.card = card;
        this.events = events;
        checkpoints = new Checkpoints(folder.checkpoint());
    }

    ModelCard run(boolean resume, JobContext context) throws Exception {
        if (resume) progress = checkpoints.load(learner::loadState).orElse(progress);
        var total = lessons.epochs() * lessons.stepsPerEpoch();
        var rate = LearningRate.of(recipe, total);
        events.started(started(total));
        var loop = new TrainingLoop<>(this::learn, lessons, rate);
        try {
            loop.run(progress.step(), step -> after(step, context), context);
        } catch (CancellationException cancelled) {
            end = RunEvents.End.STOPPED;
            if (progress.bestF1() < 0) throw cancelled; // there is nothing to keep
        }
        return finish(context);
    }

    private TrainingLoop.Lesson learn(List<Row> batch, double rate) {
        var step = learner.learn(List.of(batch), List.of(), rate);
        return new TrainingLoop.Lesson(step.loss(), step.gradientNorm(), step.pieces());
    }

    private boolean after(TrainingLoop.Step step, JobContext context) throws IOException {
        pace.step(step.lesson().tokens());
        progress = new Checkpoints.Progress(step.number(), progress.bestF1(), progress.sinceBetter());
        events.step(new RunEvents.Step(
                step.number(),
                step.epoch(),
                step.lesson().loss(),
                step.rate(),
                step.lesson().gradientNorm(),
                pace.tokensPerSecond(),
                pace.secondsLeft(step.total() - step.number())));
        boolean stop = folder.isAskedToStop();
        int every = recipe.schedule().evaluateEvery();
        boolean due = every == 0 ? step.endOfEpoch() : step.number() % every == 0 || step.number() == step.total();
        if (due || stop) evaluate(step, context);
        if (step.endOfEpoch() || stop) saveState();
        if (stop) end = RunEvents.End.STOPPED;
        return !stop && !isOutOfPatience();
    }

    private void evaluate(TrainingLoop.Step step, JobContext context) throws IOException {
        var evaluation = learner.evaluate(learner.heads().getFirst(), data.dev(), quiet(context));
        var scores = evaluation.scores();
        events.evaluated(new RunEvents.Evaluated(
                step.number(),
                step.epoch(),
                scores.value("precision"),
                scores.value("recall"),
                scores.value(),
                evaluation.loss()));
        if (scores.value() <= progress.bestF1()) {
            progress = new Checkpoints.Progress(step.number(), progress.bestF1(), progress.sinceBetter() + 1);
            return;
        }
        WholeFolder.replace(folder.best(), part -> {
            learner.save(part, recipe.model().halfPrecisionOnDisk());
            card.write(part, scores("dev", scores));
        });
        progress = new Checkpoints.Progress(step.number(), scores.value(), 0);
        events.best(new RunEvents.Best(step.number(), scores.value()));
    }

    private static Map<String, Double> scores(String split, Scores scores) {
        return Map.of(
                split + ".precision", scores.value("precision"),
                split + ".recall", scores.value("recall"),
                split + ".f1", scores.value());
    }

    private void saveState() throws IOException {
        checkpoints.save(progress, learner::saveState);
        events.checkpoint(new RunEvents.Saved(progress.step()));
    }

    private boolean isOutOfPatience() {
        int patience = recipe.schedule().patience();
        return patience > 0 && progress.sinceBetter() >= patience;
    }

    /// Measures the model as it lies on disk, the way anybody will use it.
    private ModelCard finish(JobContext context) throws IOException {
        var best = Models.open(folder.best());
        if (data.test().isPresent() && !context.isCancelled()) {
            var result = Evaluation.of(best, data.test().get(), learner.compute(), quiet(context));
            Map<String, Double> scores = new TreeMap<>(best.scores());
            scores.putAll(CardOfRun.scores("test", result.scores()));
            best = card.write(folder.best(), scores);
        }
        if (end == RunEvents.End.FINISHED) checkpoints.delete();
        var model = folder.folder().relativize(folder.best()).toString();
        events.ended(end, new RunEvents.Ended(progress.step(), progress.bestF1(), pace.seconds(), model));
        return best;
    }

    /// Reading the dev data is a part of the run, not a job with a progress of its own.
    private static JobContext quiet(JobContext context) {
        return new JobContext() {
            @Override
            public void report(org.biogloss.jobs.Progress progress) {}

            @Override
            public boolean isCancelled() {
                return context.isCancelled();
            }
        };
    }

    private RunEvents.Started started(long total) {
        var compute = learner.compute();
        return new RunEvents.Started(
                progress.step(),
                total,
                recipe.schedule().epochs(),
                data.train().size(),
                data.dev().size(),
                learner.parameters(),
                compute.kind().name(),
                compute.precision().name().toLowerCase(java.util.Locale.ROOT),
                recipe.seed(),
                ProcessHandle.current().pid());
    }
}
