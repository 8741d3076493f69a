package org.biogloss.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.biogloss.bert.Compute;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.registry.WholeFolder;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.Learner;
import org.biogloss.tasks.Row;
import org.biogloss.tasks.Scores;
import org.biogloss.tasks.Solver;

/// One run of a recipe with one seed: the loop, and all that hangs on its steps.
final class LearningRun {

    private final Recipe recipe;
    private final RunFolder folder;
    private final List<PartData> parts;
    private final TrainingLoop.Lessons<List<Row>> lessons;
    private final Learner learner;
    private final CardOfRun card;
    private final RunEvents events;
    private final Checkpoints checkpoints;
    private final Portions portions;
    private final Looks looks;
    private final CheckpointClock clock;
    private final Pace pace = new Pace(System::nanoTime);
    private Checkpoints.Progress progress;
    private double secondsBefore;
    private List<Row> last = List.of();
    private Ending ending = Ending.EPOCHS;

    /// Why the loop came to its end.
    private enum Ending {
        EPOCHS,
        PATIENCE,
        ASKED,
        PAUSE
    }

    LearningRun(
            Recipe recipe,
            RunFolder folder,
            List<PartData> parts,
            TrainingLoop.Lessons<List<Row>> lessons,
            Learner learner,
            CardOfRun card,
            RunEvents events) {
        this.recipe = recipe;
        this.folder = folder;
        this.parts = parts;
        this.lessons = lessons;
        this.learner = learner;
        this.card = card;
        this.events = events;
        var weights = new HashMap<String, List<Double>>();
        for (var part : parts) {
            weights.put(
                    part.head().name(),
                    ClassBalance.weights(recipe.optimizer().classWeights(), part.head(), part.train()));
        }
        portions = new Portions(
                learner,
                recipe.optimizer().accumulate(),
                head -> weights.getOrDefault(head.name(), List.of()),
                this::tellHalved);
        progress = Checkpoints.Progress.start(portions.count());
        checkpoints = new Checkpoints(folder.checkpoint());
        looks = new Looks(learner, parts);
        clock = new CheckpointClock(recipe.schedule(), System::nanoTime);
    }

    RunResult run(boolean resume, JobContext context) throws Exception {
        if (resume) goOn();
        var loop = new TrainingLoop<>(this::learn, lessons, LearningRate.of(recipe, total()));
        events.started(started(loop.totalSteps()));
        try (var board = new TensorBoardFile(folder.folder(), progress.step())) {
            if (isOutOfPatience()) ending = Ending.PATIENCE;
            else loop.run(progress.step(), step -> after(step, board, context), context);
        } catch (CancellationException cancelled) {
            ending = Ending.ASKED;
            if (progress.best().isEmpty()) throw cancelled; // there is nothing to keep
        } catch (NotANumberException stop) {
            StoppedBatch.write(folder.stoppedBatch(), stop, last, examplesById());
            throw stop;
        }
        return ending == Ending.PAUSE ? pause() : finish(context);
    }

    private void goOn() throws IOException {
        var saved = checkpoints.load(learner::loadState);
        if (saved.isEmpty()) return;
        progress = saved.get();
        portions.resume(progress.portions());
        secondsBefore = progress.seconds();
    }

    private long total() {
        return new TrainingLoop<>(this::learn, lessons, LearningRate.of(recipe, 1)).totalSteps();
    }

    private TrainingLoop.Lesson learn(List<Row> batch, double rate) {
        last = batch;
        return portions.learn(batch, rate);
    }

    private boolean after(TrainingLoop.Step step, TensorBoardFile board, JobContext context) throws IOException {
        pace.step(step.lesson().tokens());
        progress = progress.at(step.number(), portions.count(), seconds());
        tell(step, board);
        boolean stop = folder.isAskedToStop();
        boolean pause = !stop && folder.isAskedToPause();
        int every = recipe.schedule().evaluateEvery();
        boolean due = every == 0 ? step.endOfEpoch() : step.number() % every == 0 || step.number() == step.total();
        if (due || stop) look(step, board, context);
        boolean over = stop || pause || isOutOfPatience() || step.number() == step.total();
        if (clock.isDue(step.number()) || over) saveState();
        if (stop) ending = Ending.ASKED;
        else if (isOutOfPatience()) ending = Ending.PATIENCE;
        else if (pause && step.number() < step.total()) ending = Ending.PAUSE;
        return !over;
    }

    private void tell(TrainingLoop.Step step, TensorBoardFile board) throws IOException {
        var lesson = step.lesson();
        var event = new RunEvents.Step(
                step.number(),
                step.epoch(),
                lesson.loss(),
                step.rate(),
                lesson.gradientNorm(),
                pace.tokensPerSecond(),
                pace.secondsLeft(step.total() - step.number()),
                lesson.tokens(),
                MemoryUse.residentMB(),
                MemoryUse.gpuMB(learner.compute().kind() == Compute.Kind.GPU));
        events.step(event);
        var values = new LinkedHashMap<String, Double>();
        values.put("train/loss", event.loss());
        values.put("train/rate", event.rate());
        values.put("train/gradient_norm", event.gradNorm());
        values.put("train/tokens_per_second", event.tokensPerSecond());
        values.put("train/memory_mb", (double) event.memoryMB());
        board.scalars(event.step(), values);
    }

    private void look(TrainingLoop.Step step, TensorBoardFile board, JobContext context) throws IOException {
        var look = looks.look(quiet(context));
        var scores = look.scores();
        events.evaluated(RunEvents.Evaluated.of(step.number(), step.epoch(), scores, look.loss()));
        var values = new LinkedHashMap<String, Double>();
        values.put("dev/loss", look.loss());
        scores.values().forEach((name, value) -> values.put("dev/" + name, value));
        board.scalars(step.number(), values);
        if (progress.isBeatenBy(look.value())) keep(step.number(), scores);
        else progress = progress.withoutBetter();
        int patience = recipe.schedule().patience();
        if (patience > 0) {
            int left = Math.max(0, patience - progress.sinceBetter());
            events.patience(new RunEvents.Patience(step.number(), left, patience));
        }
    }

    private void keep(long step, Scores scores) throws IOException {
        WholeFolder.replace(folder.best(), part -> {
            learner.save(part, recipe.model().halfPrecisionOnDisk());
            card.write(part, CardOfRun.scores("dev", scores));
        });
        progress = progress.withBest(scores.value());
        events.best(new RunEvents.Best(step, scores.value(), scores.main(), scores.value()));
    }

    private void saveState() throws IOException {
        checkpoints.save(progress.at(progress.step(), portions.count(), seconds()), recipe.seed(), learner::saveState);
        clock.saved(progress.step());
        events.checkpoint(new RunEvents.Saved(progress.step()));
    }

    private boolean isOutOfPatience() {
        int patience = recipe.schedule().patience();
        return patience > 0 && progress.sinceBetter() >= patience;
    }

    private RunResult pause() throws IOException {
        events.paused(new RunEvents.Paused(progress.step(), seconds()));
        var model = progress.best().isPresent() ? Optional.of(Models.open(folder.best())) : Optional.<ModelCard>empty();
        return new RunResult(RunState.PAUSED, model);
    }

    /// Measures the model as it lies on disk, the way anybody will use it.
    private RunResult finish(JobContext context) throws IOException {
        var best = Models.open(folder.best());
        if (!context.isCancelled()) {
            Map<String, Double> scores = new TreeMap<>(best.scores());
            scores.putAll(test(context));
            if (scores.size() > best.scores().size()) best = card.write(folder.best(), scores);
        }
        var end = ending == Ending.ASKED ? RunEvents.End.STOPPED : RunEvents.End.FINISHED;
        if (end == RunEvents.End.FINISHED) checkpoints.delete();
        var model = folder.folder().relativize(folder.best()).toString();
        var reason = ending.name().toLowerCase(Locale.ROOT);
        events.ended(end, new RunEvents.Ended(progress.step(), progress.best().orElse(0), seconds(), model, reason));
        var state = end == RunEvents.End.FINISHED ? RunState.FINISHED : RunState.STOPPED;
        return new RunResult(state, Optional.of(best));
    }

    private Map<String, Double> test(JobContext context) throws IOException {
        var measured = parts.stream().filter(part -> part.test().isPresent()).toList();
        if (measured.isEmpty()) return Map.of();
        var scores = new ArrayList<Scores>();
        try (var solver = Solver.open(folder.best(), learner.compute())) {
            for (var part : measured) {
                var head = solver.heads().stream()
                        .filter(h -> h.name().equals(part.head().name()))
                        .findFirst()
                        .orElseThrow();
                var examples = part.test().orElseThrow();
                scores.add(Solver.compare(head, examples, solver.solve(head, examples, quiet(context))));
            }
        }
        return CardOfRun.scores("test", Looks.joint(measured, scores));
    }

    private double seconds() {
        return secondsBefore + pace.seconds();
    }

    private void tellHalved(int rows, int count) {
        try {
            events.outOfMemory(new RunEvents.OutOfMemory(progress.step() + 1, rows, count));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Example> examplesById() {
        var byId = new HashMap<String, Example>();
        for (var part : parts) part.train().forEach(example -> byId.putIfAbsent(example.id(), example));
        return byId;
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
                parts.stream().mapToLong(part -> part.train().size()).sum(),
                parts.stream().mapToLong(part -> part.dev().size()).sum(),
                learner.parameters(),
                compute.kind().name(),
                compute.precision().name().toLowerCase(Locale.ROOT),
                recipe.seed(),
                ProcessHandle.current().pid(),
                recipe.schedule().patience());
    }
}
