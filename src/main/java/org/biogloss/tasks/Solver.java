package org.biogloss.tasks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.Network;
import org.biogloss.jobs.JobContext;

/// A saved model that answers: with its only head, or with any of several.
///
/// Several threads may ask; the network reads one batch after the other.
public final class Solver implements AutoCloseable {

    private final Checkpoint checkpoint;
    private final List<TaskHead> heads;
    private final PieceReader reader;
    private final Network network;
    private final int budget;

    private Solver(Checkpoint checkpoint, List<TaskHead> heads, PieceReader reader, Network network, int budget) {
        this.checkpoint = checkpoint;
        this.heads = heads;
        this.reader = reader;
        this.network = network;
        this.budget = budget;
    }

    /// Opens what [Learner#save] wrote, or a token classifier from elsewhere.
    ///
    /// @throws IOException with words, naming what is missing or does not fit
    public static Solver open(Path folder, Compute compute) throws IOException {
        return open(folder, compute, Learner.USUAL_BUDGET);
    }

    /// @param budget pieces that go through the network at once
    public static Solver open(Path folder, Compute compute, int budget) throws IOException {
        var checkpoint = Checkpoint.open(folder);
        try {
            var heads = ModelFolder.heads(folder, checkpoint);
            var inside = heads.stream().map(TaskHead::head).toList();
            var network = Network.open(checkpoint.config(), inside, checkpoint.weights(), compute);
            var limit = ModelFolder.window(folder, checkpoint.config());
            var reader = PieceReader.of(checkpoint.tokenizer(), checkpoint.config(), limit);
            return new Solver(checkpoint, heads, reader, network, budget);
        } catch (IOException | RuntimeException e) {
            checkpoint.close();
            throw e;
        }
    }

    public List<TaskHead> heads() {
        return heads;
    }

    public Compute compute() {
        return network.compute();
    }

    /// One answer for each example, in their order. What the examples say themselves is not looked at.
    public List<Answer> solve(TaskHead head, List<? extends Example> examples, JobContext context) {
        return new HeadReader(head, reader, network, budget).read(examples, new Surprise(), context);
    }

    /// How far answers agree with what the examples say, in the measure of the head's task.
    ///
    /// @param answers one for each example
    public static Scores compare(TaskHead head, List<? extends Example> examples, List<Answer> answers) {
        return Comparison.of(head, examples, answers).scores();
    }

    /// Writes one of several heads with the encoder as a model of its own, which `AutoModelFor…` opens.
    ///
    /// @throws IOException with words, if it cannot be written or `transformers` has no class for it
    public void export(TaskHead head, Path folder) throws IOException {
        OneHead.write(checkpoint, head, reader.limit(), folder, false);
    }

    MentionFinder finder(List<TaskHead> some) {
        return MentionFinder.of(reader, network, some, budget);
    }

    RelationFinder relations(TaskHead head, Optional<Calibration> curve) {
        return RelationFinder.of(head, reader, network, curve, budget);
    }

    @Override
    public void close() {
        network.close();
        checkpoint.close();
    }
}
