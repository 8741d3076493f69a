package org.biogloss.tasks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.biogloss.bert.AdamW;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.FreshWeights;
import org.biogloss.bert.LearningNetwork;
import org.biogloss.bert.LearningSettings;
import org.biogloss.bert.Lesson;
import org.biogloss.bert.Memory;
import org.biogloss.bert.Targets;
import org.biogloss.bert.WeightSource;
import org.biogloss.jobs.JobContext;

/// Learns one task, or several at once on one encoder, from examples whose answers are known.
///
/// ```java
/// var head = TaskHead.of("", TaskForm.usual(TaskKind.NER), examples, List.of("Disease"));
/// try (var encoder = Checkpoint.named("minilm-l6");
///         var learner = Learner.open(encoder, List.of(head), Settings.USUAL, compute, 42)) {
///     var rows = learner.encode(head, examples);
///     for (var batch : Batches.ofEpoch(rows.stream().map(Row::length).toList(), 16, 42, epoch)) {
///         var step = learner.learn(List.of(batch.stream().map(rows::get).toList()), List.of(), rate);
///     }
///     var result = learner.evaluate(head, devExamples, context);
///     learner.save(folder, false);
/// }
/// ```
/// Not for several threads at once. The same seed, examples, batches and number of threads give the same
/// weights.
public final class Learner implements AutoCloseable {

    /// @param dropout          share of hidden values set to zero while learning
    /// @param attentionDropout share of attention set to zero; anything but 0 makes long rows slow
    /// @param limit            the most pieces of a row; what becomes of longer texts is up to the task
    /// @param frozenLayers     0 for none, else the embeddings and so many of the lowest layers stay as
    ///     they are
    /// @param layerDecay       each layer below the top learns at this share of the rate of the one above
    ///     it; 1 for all alike
    /// @param freshTopLayers   so many of the highest layers start anew
    public record Settings(
            double dropout,
            double attentionDropout,
            int limit,
            AdamW optimizer,
            int frozenLayers,
            double layerDecay,
            int freshTopLayers) {

        public static final Settings USUAL = new Settings(0.1, 0, 512, AdamW.USUAL, 0, 1, 0);

        public Settings {
            if (limit < 8) throw new IllegalArgumentException("A row needs at least 8 pieces, not " + limit);
        }

        public Settings withLimit(int pieces) {
            return new Settings(dropout, attentionDropout, pieces, optimizer, frozenLayers, layerDecay, freshTopLayers);
        }

        LearningSettings network(long seed) {
            return new LearningSettings(
                    dropout, attentionDropout, optimizer, frozenLayers, layerDecay, freshTopLayers, seed);
        }
    }

    /// What one step did.
    ///
    /// @param gradientNorm before clipping; where it is not finite, the step changed nothing
    /// @param pieces       real ones, without those that fill up
    public record Step(double loss, double gradientNorm, long pieces) {}

    /// How good the network is on examples it does not learn from. The loss is a mean over all that carries
    /// a label, without class weights.
    public record Evaluation(Scores scores, double loss) {}

    /// Pieces that go through the network at once when it is measured.
    static final int USUAL_BUDGET = 4096;

    private final Checkpoint encoder;
    private final List<TaskHead> heads;
    private final PieceReader reader;
    private final LearningNetwork network;
    private final boolean grown;

    private Learner(
            boolean grown, Checkpoint encoder, List<TaskHead> heads, PieceReader reader, LearningNetwork network) {
        this.grown = grown;
        this.encoder = encoder;
        this.heads = heads;
        this.reader = reader;
        this.network = network;
    }

    /// Starts from an encoder, or from a model that already has exactly these heads and goes on learning.
    ///
    /// @param encoder stays open, and must stay open as long as the learner
    /// @param heads   of one only, the name is blank; of several, each has its own
    /// @param seed    decides the heads' first weights and all dropout
    public static Learner open(Checkpoint encoder, List<TaskHead> heads, Settings settings, Compute compute, long seed)
            throws IOException {
        checkNames(heads);
        var pieces = heads.stream()
                .flatMap(head -> head.pieces().stream())
                .distinct()
                .toList();
        var grown = pieces.isEmpty() ? encoder : encoder.withPieces(pieces, seed);
        var inside = heads.stream().map(TaskHead::head).toList();
        var network = LearningNetwork.open(
                grown.config(), inside, weights(grown, heads, seed), compute, settings.network(seed));
        var reader = PieceReader.of(grown.tokenizer(), grown.config(), settings.limit());
        return new Learner(grown != encoder, grown, List.copyOf(heads), reader, network);
    }

    private static WeightSource weights(Checkpoint encoder, List<TaskHead> heads, long seed) {
        var fresh = heads.stream()
                .filter(head -> !goesOn(encoder, head))
                .map(TaskHead::head)
                .toList();
        return fresh.isEmpty()
                ? encoder.weights()
                : FreshWeights.heads(encoder.weights(), encoder.config(), fresh, seed);
    }

    /// Whether the weights hold this very head. Of several, the name tells; of an only one, the labels.
    private static boolean goesOn(Checkpoint encoder, TaskHead head) {
        return (!head.name().isEmpty() || encoder.labels().equals(head.labels())) && encoder.holds(head.head());
    }

    /// @throws IllegalArgumentException naming an example whose answer the head does not know
    public List<Row> encode(TaskHead head, List<? extends Example> examples) {
        var rows = new RowMaker(head, reader).rows(examples);
        for (var row : rows) {
            if (row.targets() instanceof Targets.Classes(var known) && known[0] == Targets.UNLABELLED) {
                throw new IllegalArgumentException("Cannot learn from the example " + row.id()
                        + ": its label is none of " + String.join(", ", head.labels()) + ".");
            }
        }
        return rows;
    }

    /// Shows batches to the network and moves its weights once: several are what one large batch would be
    /// that does not fit into memory.
    ///
    /// @param microBatches each of rows of one head
    /// @param classWeights how much each label counts, in the head's order; empty for all alike
    public Step learn(List<List<Row>> microBatches, List<Double> classWeights, double rate) {
        return learn(microBatches, _ -> classWeights, rate);
    }

    /// As above, with class weights for each head.
    public Step learn(List<List<Row>> microBatches, Function<TaskHead, List<Double>> classWeights, double rate) {
        var lessons = new ArrayList<Lesson>();
        long pieces = 0;
        for (var rows : microBatches) {
            var batch = RowBatch.of(rows, reader.tokenizer().pad());
            var head = rows.getFirst().head();
            lessons.add(new Lesson(head.head(), batch.pieces(), batch.targets(), classWeights.apply(head)));
            pieces += batch.pieces().pieces();
        }
        var step = network.learn(lessons, rate);
        return new Step(step.loss(), step.norm(), pieces);
    }

    /// Answers the examples as a finished model would, and compares. The loss comes from the same reading.
    public Evaluation evaluate(TaskHead head, List<? extends Example> examples, JobContext context) {
        try (var now = network.now()) {
            var surprise = new Surprise();
            var answers = new HeadReader(head, reader, now, USUAL_BUDGET).read(examples, surprise, context);
            return new Evaluation(Solver.compare(head, examples, answers), surprise.mean());
        }
    }

    /// Writes a Hugging Face folder that [Solver], [Tagger] and `transformers` open.
    ///
    /// @param half in half the space; scores change in the fourth digit or less
    public void save(Path folder, boolean half) throws IOException {
        ModelFolder.write(
                folder,
                encoder.config(),
                heads,
                encoder.tokenizer(),
                reader.limit(),
                part -> ModelFolder.saveWeights(part, heads, network, half),
                half);
    }

    /// Writes what [#loadState] needs to go on exactly as if nothing had happened: weights, moments, steps
    /// done.
    public void saveState(Path file) throws IOException {
        network.saveState(file);
    }

    public void loadState(Path file) throws IOException {
        network.loadState(file);
    }

    public List<TaskHead> heads() {
        return heads;
    }

    /// How many numbers are learned.
    public long parameters() {
        return network.size();
    }

    public long steps() {
        return network.steps();
    }

    /// What a step takes beside the network.
    public Memory memory() {
        return network.memory();
    }

    public Compute compute() {
        return network.compute();
    }

    @Override
    public void close() {
        network.close();
        if (grown) encoder.close();
    }

    private static void checkNames(List<TaskHead> heads) {
        var names = heads.stream().map(TaskHead::name).distinct().toList();
        if (heads.isEmpty() || names.size() < heads.size() || (heads.size() > 1 && names.contains(""))) {
            throw new IllegalArgumentException("Several heads need a name each, and these have " + names);
        }
    }
}
