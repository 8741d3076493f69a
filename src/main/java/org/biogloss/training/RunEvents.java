package org.biogloss.training;

import java.io.IOException;
import java.nio.file.Path;
import org.biogloss.jobs.EventFile;

/// What a run tells, as it stands in its event file.
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
            long pid) {}

    public record Step(
            long step,
            int epoch,
            double loss,
            double rate,
            double gradNorm,
            double tokensPerSecond,
            double secondsLeft) {}

    public record Evaluated(long step, int epoch, double precision, double recall, double f1, double loss) {}

    public record Best(long step, double f1) {}

    public record Saved(long step) {}

    /// @param model the model's folder, inside the run's
    public record Ended(long step, double bestF1, double seconds, String model) {}

    public record Failed(String message) {}

    /// How a run came to its end.
    public enum End {
        FINISHED,
        STOPPED
    }

    private final EventFile.Writer file;

    public RunEvents(Path file) throws IOException {
        this.file = new EventFile.Writer(file);
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

    public void checkpoint(Saved event) throws IOException {
        file.append("checkpoint", event);
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
