package org.biogloss.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.bert.Compute;
import org.biogloss.bert.Memory;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.ModelCard;
import org.biogloss.tasks.Scores;

/// What one kind of run does itself. The rest is the same for all, and [RunLoop] does it.
///
/// @param <R> a row to learn from
public interface RunWork<R> {

    /// What a look at data not learnt from found.
    record Look(Scores scores, double loss) {}

    /// Takes one step with all portions together.
    TrainingLoop.Lesson learn(List<List<R>> portions, double rate);

    /// How long a row is, in word pieces: to say what did not fit.
    int length(R row);

    Compute compute();

    /// What a step takes beside the network.
    Memory memory();

    /// Writes all that [#loadState] needs to go on exactly as if nothing had happened.
    void saveState(Path file) throws IOException;

    void loadState(Path file) throws IOException;

    Look look(long step, RunEvents events, JobContext context) throws IOException;

    /// Whether the network as it is now is kept rather than the one kept before.
    ///
    /// @param isBetter whether its score is the best so far
    boolean isKept(boolean isBetter);

    /// Writes the network as it is now as a model's folder, with its card.
    void keep(Path folder, Scores scores) throws IOException;

    /// Called once at the end with the kept model's folder.
    ///
    /// @return its card
    ModelCard finish(Path kept, JobContext context) throws IOException;

    /// Writes down the batch at which the run left the numbers.
    void writeStopped(Path file, NotANumberException stop, List<R> rows) throws IOException;

    /// What the run says as it starts.
    ///
    /// @param step  from which it goes on
    /// @param total how many steps there are
    RunEvents.Started started(long step, long total);
}
