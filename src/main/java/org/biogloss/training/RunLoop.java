package org.biogloss.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.biogloss.bert.Compute;
import org.biogloss.bert.Memory;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.registry.WholeFolder;
import org.biogloss.tasks.Scores;

/// One run with one seed: the loop, and all that hangs on its steps — events, curves, looks, checkpoints, and what a
/// person asks for in between.
public final class RunLoop<R> {

    private static final String GOES_ON = " The run goes on meanwhile.";

    private final RunPlan plan;
    private final RunFolder folder;
    private final TrainingLoop.Lessons<List<R>> lessons;
    private final RunWork<R> work;
    private final RunEvents events;
    private final Checkpoints checkpoints;
    private final Portions<R> portions;
    private final CheckpointClock clock;
    private final Pace pace = new Pace(System::nanoTime);
    private Checkpoints.Progress progress;
    private double secondsBefore;
    private List<R> last = List.of();
    private Ending ending = Ending.EPOCHS;

    /// Why the loop came to its end.
    private enum Ending {
        EPOCHS,
        PATIENCE,
        ASKED,
        PAUSE
    }

    public RunLoop(
            RunPlan plan, RunFolder folder, TrainingLoop.Lessons<List<R>> lessons, RunWork<R> work, RunEvents events) {
        this.plan = plan;
        this.folder = folder;
        this.lessons = lessons;
        this.work = work;
        this.events = events;
        portions = new Portions<>(work::learn, work::length, plan.accumulate(), this::tellHalved);
        progress = Checkpoints.Progress.start(portions.count());
        checkpoints = new Checkpoints(folder.checkpoint());
        clock = new CheckpointClock(plan.checkpointMinutes(), plan.checkpointEvery(), System::nanoTime);
    }

    public RunResult run(boolean resume, JobContext context) throws Exception {
        boolean goesOn = resume && goOn();
        if (!goesOn) fit();
        long total = TrainingLoop.totalSteps(lessons);
        var loop = new TrainingLoop<>(this::learn, lessons, LearningRate.of(plan, total));
        events.started(work.started(progress.step(), total));
        try (var board = new TensorBoardFile(folder.folder(), progress.step())) {
            if (isOutOfPatience()) ending = Ending.PATIENCE;
            else loop.run(progress.step(), step -> after(step, board, context), context);
        } catch (CancellationException cancelled) {
            ending = Ending.ASKED;
            if (progress.best().isEmpty()) throw cancelled; // there is nothing to keep
        } catch (NotANumberException stop) {
            work.writeStopped(folder.stoppedBatch(), stop, last);
            throw stop;
        }
        return ending == Ending.PAUSE ? pause() : finish(context);
    }

    /// A run that goes on takes its steps in the portions it did, or it would come out otherwise.
    private void fit() throws IOException {
        long free = Memory.free(work.compute());
        int needed = Portions.needed(lessons.batches(1), work::length, work.memory(), free);
        if (needed <= portions.count()) return;
        portions.resume(needed);
        progress = Checkpoints.Progress.start(needed);
        events.warning(new RunEvents.Warning(
                0,
                "The %,d MB of memory that are free do not hold a whole batch, so each step is taken in %d portions."
                        .formatted(free >> 20, needed)));
    }

    /// @return whether there was something to go on from
    private boolean goOn() throws IOException {
        var saved = checkpoints.load(work::loadState);
        if (checkpoints.trouble().isPresent()) {
            events.warning(new RunEvents.Warning(
                    saved.map(Checkpoints.Progress::step).orElse(0L),
                    checkpoints.trouble().get()));
        }
        if (saved.isEmpty()) return false;
        progress = saved.get();
        portions.resume(progress.portions());
        secondsBefore = progress.seconds();
        return true;
    }

    private TrainingLoop.Lesson learn(List<R> batch, double rate) {
        last = batch;
        return portions.learn(batch, rate);
    }

    private boolean after(TrainingLoop.Step step, TensorBoardFile board, JobContext context) throws IOException {
        pace.step(step.lesson().tokens());
        progress = progress.at(step.number(), portions.count(), seconds());
        tell(step, board);
        boolean stop = folder.isAskedToStop();
        boolean pause = !stop && folder.isAskedToPause();
        int every = plan.evaluateEvery();
        boolean due = every == 0 ? step.endOfEpoch() : step.number() % every == 0 || step.number() == step.total();
        boolean last = stop || step.number() == step.total();
        if (due || stop) look(step, last, board, context);
        boolean over = last || pause || isOutOfPatience();
        if (pause) saveState();
        else if (over || clock.isDue(step.number())) trySaving();
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
                MemoryUse.gpuMB(work.compute().kind() == Compute.Kind.GPU));
        events.step(event);
        var values = new LinkedHashMap<String, Double>();
        values.put("train/loss", event.loss());
        values.put("train/rate", event.rate());
        values.put("train/gradient_norm", event.gradNorm());
        values.put("train/tokens_per_second", event.tokensPerSecond());
        values.put("train/memory_mb", (double) event.memoryMB());
        board.scalars(event.step(), values);
    }

    private void look(TrainingLoop.Step step, boolean last, TensorBoardFile board, JobContext context)
            throws IOException {
        var look = work.look(step.number(), events, quiet(context));
        var scores = look.scores();
        events.evaluated(RunEvents.Evaluated.of(step.number(), step.epoch(), scores, look.loss()));
        var values = new LinkedHashMap<String, Double>();
        values.put("dev/loss", look.loss());
        scores.values().forEach((name, value) -> values.put("dev/" + name, value));
        board.scalars(step.number(), values);
        boolean better = progress.isBeatenBy(scores.value());
        if (work.isKept(better)) keep(step.number(), scores, last);
        progress = better ? progress.withBest(scores.value()) : progress.withoutBetter();
        if (better) events.best(new RunEvents.Best(step.number(), scores.value(), scores.main(), scores.value()));
        if (plan.patience() > 0) {
            int left = Math.max(0, plan.patience() - progress.sinceBetter());
            events.patience(new RunEvents.Patience(step.number(), left, plan.patience()));
        }
    }

    /// @param last whether there will be no other look to keep
    private void keep(long step, Scores scores, boolean last) throws IOException {
        try {
            WholeFolder.replace(folder.best(), part -> work.keep(part, scores));
        } catch (IOException e) {
            var words = "Cannot write the model of step %d to %s (%s). Is the disk full? Make room."
                    .formatted(step, folder.best(), e.getMessage());
            if (last) throw new IOException(words, e);
            events.warning(new RunEvents.Warning(step, words + GOES_ON));
        }
    }

    private void saveState() throws IOException {
        checkpoints.save(progress.at(progress.step(), portions.count(), seconds()), plan.seed(), work::saveState);
        clock.saved(progress.step());
        events.checkpoint(new RunEvents.Saved(progress.step()));
    }

    /// A full disk is no reason to lose the work since the last checkpoint: the run says so, goes on, and tries again.
    private void trySaving() throws IOException {
        try {
            saveState();
        } catch (IOException e) {
            clock.saved(progress.step());
            events.warning(new RunEvents.Warning(progress.step(), e.getMessage() + GOES_ON));
        }
    }

    private boolean isOutOfPatience() {
        return plan.patience() > 0 && progress.sinceBetter() >= plan.patience();
    }

    private RunResult pause() throws IOException {
        events.paused(new RunEvents.Paused(progress.step(), seconds()));
        var model = progress.best().isPresent() ? Optional.of(Models.open(folder.best())) : Optional.<ModelCard>empty();
        return new RunResult(RunState.PAUSED, model);
    }

    private RunResult finish(JobContext context) throws IOException {
        var kept = work.finish(folder.best(), quiet(context));
        var end = ending == Ending.ASKED ? RunEvents.End.STOPPED : RunEvents.End.FINISHED;
        if (end == RunEvents.End.FINISHED) checkpoints.delete();
        var model = folder.folder().relativize(folder.best()).toString();
        var reason = ending.name().toLowerCase(Locale.ROOT);
        events.ended(end, new RunEvents.Ended(progress.step(), progress.best().orElse(0), seconds(), model, reason));
        var state = end == RunEvents.End.FINISHED ? RunState.FINISHED : RunState.STOPPED;
        return new RunResult(state, Optional.of(kept));
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
}
