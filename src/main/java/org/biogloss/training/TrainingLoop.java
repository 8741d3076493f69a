package org.biogloss.training;

import java.util.List;
import java.util.stream.IntStream;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;

/// Shows each batch to the learner, once an epoch. Knows no files, no tensors and no windows.
public record TrainingLoop<B>(Learner<B> learner, Lessons<B> lessons, LearningRate rate) {

    /// Learns from one batch.
    @FunctionalInterface
    public interface Learner<B> {
        Lesson learn(B batch, double rate);
    }

    /// What there is to learn, epoch by epoch.
    public interface Lessons<B> {
        int epochs();

        /// How many batches an epoch has. Batches by tokens differ in number from epoch to epoch.
        long steps(int epoch);

        /// @param epoch counted from 1; the same epoch always has the same batches in the same order. A long
        ///     list may make its batches as they are asked for
        List<B> batches(int epoch);
    }

    /// What a batch came to.
    ///
    /// @param loss         mean over the batch, before the step
    /// @param gradientNorm of all gradients together, before clipping
    /// @param tokens       how many word pieces were learnt from
    public record Lesson(double loss, double gradientNorm, long tokens) {}

    /// One step done. Charts, checkpoints and looks at the dev data hang on it.
    ///
    /// @param number     counted from 1
    /// @param endOfEpoch whether it was its epoch's last
    public record Step(long number, long total, int epoch, boolean endOfEpoch, double rate, Lesson lesson) {}

    /// Told of each step. It may take its time, and it may end the loop.
    @FunctionalInterface
    public interface Listener {

        /// @return whether to go on
        boolean after(Step step) throws Exception;
    }

    public long totalSteps() {
        return totalSteps(lessons);
    }

    public static long totalSteps(Lessons<?> lessons) {
        return IntStream.rangeClosed(1, lessons.epochs())
                .mapToLong(lessons::steps)
                .sum();
    }

    /// @param done     steps already done, by a run that was interrupted
    /// @throws NotANumberException if the loss or the gradients leave the numbers
    public void run(long done, Listener listener, JobContext context) throws Exception {
        long total = totalSteps();
        long number = 0;
        for (int epoch = 1; epoch <= lessons.epochs(); epoch++) {
            long last = number + lessons.steps(epoch);
            if (last <= done) {
                number = last;
                continue;
            }
            var batches = lessons.batches(epoch);
            int past = (int) Math.max(0, done - number);
            number += past;
            for (var batch : batches.subList(past, batches.size())) {
                number++;
                context.checkCancelled();
                double now = rate.at(number - 1);
                var lesson = learner.learn(batch, now);
                checkNumbers(lesson, number, epoch, now);
                context.report(new Progress(number, total, "epoch " + epoch + " of " + lessons.epochs()));
                if (!listener.after(new Step(number, total, epoch, number == last, now, lesson))) return;
            }
        }
    }

    private void checkNumbers(Lesson lesson, long step, int epoch, double now) {
        if (Double.isFinite(lesson.loss()) && Double.isFinite(lesson.gradientNorm())) return;
        throw new NotANumberException(
                "Training stopped at step %d: the %s is no longer a number, so the network would learn nothing more. Lower optimizer.rate (it was %.1e here, %.1e at its peak), or clip gradients (optimizer.clip)."
                        .formatted(step, Double.isFinite(lesson.loss()) ? "gradients' norm" : "loss", now, rate.peak()),
                step,
                epoch,
                now,
                lesson);
    }
}
