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
/// A run that goes on after an interruption says `started` again, with the step from which it does: what
/// earlier lines told of later steps never happened as far as the model is concerned, and is told again.
/// Readers drop it ([RunHistory] does).
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

    /// Texts are being cut into pieces.
    ///
    /// @param texts read so far
    public record Packing(String corpus, long texts) {}

    /// What a corpus came to.
    ///
    /// @param dropped records left out by the recipe's rule
    public record Packed(
            String corpus,
            long texts,
            long heldOut,
            long tooShort,
            long dropped,
            long words,
            long pieces,
            long heldOutPieces) {}

    /// Something went wrong that the run survived, in words.
    public record Warning(long step, String message) {}

    /// What the network would put in the place of hidden pieces, in texts that it does not learn from.
    public record Guessed(long step, List<Sentence> sentences) {

        /// A stretch of text with hidden words in it.
        ///
        /// @param parts the text before the first hidden word, between it and the next, and so on, and after
        ///     the last
        public record Sentence(List<String> parts, List<Hidden> hidden) {}

        /// @param word    that stood there
        /// @param guesses the likeliest first
        public record Hidden(String word, List<Guess> guesses) {}

        public record Guess(String word, double probability) {}
    }

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

    public void packing(Packing event) throws IOException {
        file.append("packing", event);
    }

    public void packed(Packed event) throws IOException {
        file.append("packed", event);
    }

    public void warning(Warning event) throws IOException {
        file.append("warning", event);
    }

    public void guessed(Guessed event) throws IOException {
        file.append("guessed", event);
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
