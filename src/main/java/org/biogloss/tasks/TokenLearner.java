package org.biogloss.tasks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.biogloss.bert.BertConfig;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.FreshWeights;
import org.biogloss.bert.Head;
import org.biogloss.bert.LearningNetwork;
import org.biogloss.bert.PieceBatch;
import org.biogloss.bert.Targets;
import org.biogloss.bert.WeightSource;
import org.biogloss.jobs.JobContext;
import org.biogloss.tokens.Encoding;
import org.biogloss.tokens.Tokenizer;

/// Learns to find mentions, from examples in which they are known.
///
/// ```java
/// try (var encoder = Checkpoint.embedded();
///         var learner = TokenLearner.open(encoder, List.of("Disease"), Settings.USUAL, compute, 42)) {
///     var rows = learner.encode(examples);
///     for (var batch : Batches.ofEpoch(rows.stream().map(Row::length).toList(), 16, 42, epoch)) {
///         var step = learner.learn(batch.stream().map(rows::get).toList(), rate);
///     }
///     var result = learner.evaluate(devExamples, context);
///     learner.save(folder, false);
/// }
/// ```
/// Not for several threads at once. The same seed, examples, batches and number of threads give the same weights.
public final class TokenLearner implements AutoCloseable {

    /// @param dropout          share of hidden values set to zero while learning
    /// @param attentionDropout share of attention set to zero; anything but 0 makes long rows slow
    /// @param limit            the most pieces of a row; longer texts are read in windows that overlap
    public record Settings(double dropout, double attentionDropout, int limit, LearningNetwork.Optimizer optimizer) {

        public static final Settings USUAL = new Settings(0.1, 0, 512, LearningNetwork.Optimizer.USUAL);

        public Settings {
            if (limit < 8) throw new IllegalArgumentException("A row needs at least 8 pieces, not " + limit);
        }
    }

    /// A text, or a window of a long one, ready to learn from.
    @SuppressWarnings("ArrayRecordComponent") // on its way into a tensor
    public record Row(String id, int[] ids, long[] labels) {

        public int length() {
            return ids.length;
        }
    }

    /// What one batch did.
    ///
    /// @param gradientNorm before clipping; where it is not finite, the batch changed nothing
    /// @param pieces       real ones, without those that fill up
    public record Step(double loss, double gradientNorm, long pieces) {}

    /// How good the network is on examples it does not learn from.
    public record Evaluation(NerScores scores, double loss) {}

    private final Tokenizer tokenizer;
    private final BioCodec codec;
    private final PieceReader reader;
    private final LearningNetwork network;
    private final BertConfig config;

    private TokenLearner(
            Tokenizer tokenizer, BioCodec codec, PieceReader reader, LearningNetwork network, BertConfig config) {
        this.tokenizer = tokenizer;
        this.codec = codec;
        this.reader = reader;
        this.network = network;
        this.config = config;
    }

    /// Starts from an encoder, or from a model that already knows exactly these types and goes on learning.
    ///
    /// @param encoder stays open, and must stay open as long as the learner
    /// @param types   what to find, in the order of the labels
    /// @param seed    decides the head's first weights and all dropout
    public static TokenLearner open(
            Checkpoint encoder, List<String> types, Settings settings, Compute compute, long seed) throws IOException {
        var labels = BioLabels.ofTypes(types);
        var config = encoder.config().withDropout(settings.dropout());
        var head = Head.ofPieces(labels.size());
        boolean goesOn = encoder.labels().equals(labels.names());
        WeightSource weights =
                goesOn ? encoder.weights() : FreshWeights.heads(encoder.weights(), config, List.of(head), seed);
        var network = LearningNetwork.open(
                config,
                List.of(head),
                weights,
                compute,
                new LearningNetwork.Settings(
                        settings.dropout(), settings.attentionDropout(), settings.optimizer(), 0, 1, 0, seed));
        var reader = PieceReader.of(encoder.tokenizer(), Math.min(settings.limit(), config.longest()));
        return new TokenLearner(encoder.tokenizer(), new BioCodec(labels), reader, network, config);
    }

    /// One row for each text, several for a long one. A piece carries its label in one row only.
    public List<Row> encode(List<NerExample> examples) {
        var encodings =
                tokenizer.encodeAll(examples.stream().map(NerExample::text).toList());
        var rows = new ArrayList<Row>();
        for (int i = 0; i < encodings.size(); i++) {
            var encoding = encodings.get(i);
            var encoded = codec.encode(encoding, examples.get(i).mentions());
            for (var window : reader.windows(encoding)) {
                var labels = new long[window.size() + 2];
                Arrays.fill(labels, Targets.UNLABELLED);
                for (int piece = window.ownFrom(); piece < window.ownTo(); piece++) {
                    labels[PieceReader.place(window, piece)] = encoded[piece];
                }
                rows.add(new Row(examples.get(i).id(), reader.row(encoding, window), labels));
            }
        }
        return rows;
    }

    /// Shows a batch to the network and moves its weights.
    public Step learn(List<Row> batch, double rate) {
        var pieces = reader.batch(batch.stream().map(Row::ids).toList());
        var head = network.heads().getFirst();
        var lesson = new LearningNetwork.Lesson(head, pieces, new Targets.Labels(labels(batch, pieces)), List.of());
        var step = network.learn(List.of(lesson), rate);
        return new Step(step.loss(), step.norm(), pieces.pieces());
    }

    /// Reads the examples as a finished model would, and compares. The loss comes from the same reading.
    public Evaluation evaluate(List<NerExample> examples, JobContext context) {
        try (var now = network.now()) {
            var finder = new MentionFinder(reader, now, codec, MentionFinder.USUAL_BUDGET);
            var surprise = new Surprise(examples);
            var texts = examples.stream().map(NerExample::text).toList();
            var found = finder.find(texts, surprise, context);
            var known = new ArrayList<NerScores.Scored>();
            var predicted = new ArrayList<NerScores.Scored>();
            for (int i = 0; i < examples.size(); i++) {
                var id = i + "/" + examples.get(i).id(); // ids need not be unique
                examples.get(i)
                        .mentions()
                        .forEach(mention -> known.add(NerScores.Scored.of(id, mention.span(), mention.type())));
                found.get(i).forEach(mention -> predicted.add(NerScores.Scored.of(id, mention.span(), mention.type())));
            }
            return new Evaluation(NerScores.of(known, predicted), surprise.mean());
        }
    }

    /// Mean loss over all labelled words: how unlikely the network found what was known.
    private final class Surprise implements MentionFinder.ScoreListener {

        private final List<NerExample> examples;
        private final Map<Integer, long[]> labels = new HashMap<>();
        private double sum;
        private long words;

        Surprise(List<NerExample> examples) {
            this.examples = examples;
        }

        @Override
        public void scored(int text, Encoding encoding, int piece, float[] logits, int at) {
            var known = labels.computeIfAbsent(
                    text, _ -> codec.encode(encoding, examples.get(text).mentions()));
            int label = (int) known[piece];
            if (label == Targets.UNLABELLED) return;
            double probability =
                    MentionFinder.probability(logits, at, codec.labels().size(), label);
            sum -= Math.log(Math.max(probability, Float.MIN_NORMAL));
            words++;
        }

        double mean() {
            return words == 0 ? 0 : sum / words;
        }
    }

    /// Writes a Hugging Face folder that [Tagger] and `transformers` open.
    ///
    /// @param half in half the space; scores change in the fourth digit or less
    public void save(Path folder, boolean half) throws IOException {
        ModelFolder.write(folder, config, codec.labels().names(), tokenizer, reader.limit(), network, half);
    }

    /// Writes what [#loadState] needs to go on exactly as if nothing had happened: weights, moments, steps done.
    public void saveState(Path file) throws IOException {
        network.saveState(file);
    }

    public void loadState(Path file) throws IOException {
        network.loadState(file);
    }

    public BioLabels labels() {
        return codec.labels();
    }

    /// How many numbers are learned.
    public long parameters() {
        return network.size();
    }

    public long steps() {
        return network.steps();
    }

    public Compute compute() {
        return network.compute();
    }

    @Override
    public void close() {
        network.close();
    }

    private static long[] labels(List<Row> rows, PieceBatch batch) {
        var labels = new long[batch.rows() * batch.length()];
        Arrays.fill(labels, Targets.UNLABELLED);
        for (int row = 0; row < rows.size(); row++) {
            var from = rows.get(row).labels();
            System.arraycopy(from, 0, labels, row * batch.length(), from.length);
        }
        return labels;
    }
}
