package org.biogloss.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.biogloss.jobs.EventFile;
import org.biogloss.tasks.Scores;
import org.jspecify.annotations.Nullable;

/// What a run tells, as it stands in its event file: a JSON object a line, the newest last.
///
/// A run that goes on after an interruption says `started` again, with the step from which it does: what earlier
/// lines told of later steps never happened as far as the model is concerned, and is told again. Readers drop it
/// ([RunHistory] does).
public final class RunEvents implements AutoCloseable {

    /// @param step steps already done, where an interrupted run goes on
    public record Started(
            long step,
            long totalSteps,
            int epochs,
            long trainExamples,
            long devExamples,
            long parameters,
            String device,
            String precision,
            long seed,
            long pid,
            int patience) {}

    /// @param gradNorm  before clipping
    /// @param pieces    word pieces learnt from in this step, without those that fill up
    /// @param memoryMB  of the process, as the system sees it; 0 where it does not say
    /// @param gpuMB     in use on the GPU; 0 without one
    public record Step(
            long step,
            int epoch,
            double loss,
            double rate,
            double gradNorm,
            double tokensPerSecond,
            double secondsLeft,
            long pieces,
            long memoryMB,
            long gpuMB) {}

    /// A look at the dev data.
    ///
    /// @param value  the score that decides, the mean of them where there are several tasks
    /// @param main   its name
    /// @param scores all of them; with several tasks, each with its task in front
    /// @param loss   on the dev data
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Evaluated(
            long step,
            int epoch,
            double value,
            String main,
            double loss,
            Map<String, Double> scores,
            @Nullable Double precision,
            @Nullable Double recall,
            @Nullable Double f1,
            List<String> remarks) {

        static Evaluated of(long step, int epoch, Scores scores, double loss) {
            var values = scores.values();
            return new Evaluated(
                    step,
                    epoch,
                    scores.value(),
                    scores.main(),
                    loss,
                    values,
                    values.get("precision"),
                    values.get("recall"),
                    values.get("f1"),
                    scores.remarks());
        }
    }

    /// @param f1 the value again, under the name that it has for most tasks
    public record Best(long step, double value, String main, double f1) {}

    /// How many looks without a better score are left before the run ends.
    public record Patience(long step, int left, int of) {}

    public record Saved(long step) {}

    /// A step is taken in more portions from here on.
    ///
    /// @param rows of a portion, at most
    public record OutOfMemory(long step, int rows, int accumulate) {}

    /// @param seconds so far
    public record Paused(long step, double seconds) {}

    /// @param bestF1 the best value, whatever its task calls it
    /// @param model  the model's folder, inside the run's
    /// @param reason `epochs`, `patience` or `asked`
    public record Ended(long step, double bestF1, double seconds, String model, String reason) {}

    /// @param batch the file with the batch at fault, inside the run's folder; empty where none is
    public record Failed(String message, String batch) {}

    /// How a run came to its end.
    public enum End {
        FINISHED,
        STOPPED
    }

    private final EventFile.Writer file;

    public RunEvents(Path file) throws IOException {
        this.file = new EventFile.Writer(file);
    }

    public void estimated(CostEstimate event) throws IOException {
        file.append("estimated", event);
    }

    public void started(Started event) throws IOException {
        file.append("started", event);
    }

    public void step(Step event) throws IOException {
        file.append("step", event);
    }

    public void evaluated(Evaluated event) throws IOException {
        file.append("evaluated", event);
    }

    public void best(Best event) throws IOException {
        file.append("best", event);
    }

    public void patience(Patience event) throws IOException {
        file.append("patience", event);
    }

    public void checkpoint(Saved event) throws IOException {
        file.append("checkpoint", event);
    }

    public void outOfMemory(OutOfMemory event) throws IOException {
        file.append("outOfMemory", event);
    }

    public void paused(Paused event) throws IOException {
        file.append("paused", event);
    }

    public void ended(End end, Ended event) throws IOException {
        file.append(
                switch (end) {
                    case FINISHED -> "finished";
                    case STOPPED -> "stopped";
                },
                event);
    }

    public void failed(Failed event) throws IOException {
        file.append("failed", event);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
