package org.biogloss.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A model folder with a question and the answers of `transformers`: see `src/bench/peers/exactness.py`.
public final class PeerCase implements AutoCloseable {

    /// How far a list of numbers may be from another, beside their own size.
    private static final double TOLERANCE = 1e-4;

    private final Path folder;
    private final Checkpoint checkpoint;
    private final SafetensorsFile expected;
    private final Head head;

    private PeerCase(Path folder, Checkpoint checkpoint) throws IOException {
        this.folder = folder;
        this.checkpoint = checkpoint;
        expected = SafetensorsFile.open(folder.resolve("expected.safetensors"));
        int pieces = checkpoint.config().vocabulary();
        head = switch (question().get("task").asText()) {
            case "masked" -> Head.masked(pieces);
            case "pretraining" -> Head.maskedWithNext(pieces);
            default -> checkpoint.heads().getFirst();
        };
    }

    public static PeerCase open(Path folder) throws IOException {
        return new PeerCase(folder, Checkpoint.open(folder));
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    public Head head() {
        return head;
    }

    /// Hidden states, scores, loss and the gradient of every parameter, with dropout off.
    public void assertComputesTheSame(Compute compute) throws IOException {
        var batch = batch();
        var config = checkpoint.config();
        try (var network = Network.open(config, List.of(head), checkpoint.weights(), compute)) {
            assertClose("hidden", real(network.hidden(batch), batch), OptionalDouble.empty());
            if (targets() instanceof Targets.Masked masked) {
                assertGuessesTheSame(network, masked);
            } else {
                var scores = network.scores(head, batch);
                boolean each = head.form() == Head.Form.EACH_PIECE;
                assertClose("logits", each ? real(scores, batch) : scores, OptionalDouble.empty());
                assertLoss(network.loss(lesson()));
            }
        }
        var still = new LearningSettings(0, 0, AdamW.USUAL, 0, 1, 0, 1);
        try (var learning = LearningNetwork.open(config, List.of(head), checkpoint.weights(), compute, still)) {
            if (head.form().isMasked()) assertLoss(mean(learning.guess(lesson())));
            var gradients = learning.gradients(lesson());
            assertEquals(BertShape.of(config, List.of(head)).size(), gradients.size());
            double all = Math.sqrt(
                    gradients.values().stream().mapToDouble(PeerCase::square).sum());
            for (var gradient : gradients.entrySet()) {
                assertClose("gradient." + gradient.getKey(), gradient.getValue(), OptionalDouble.of(all));
            }
        }
    }

    private void assertLoss(double loss) throws IOException {
        double known = expected("loss").get();
        assertEquals(known, loss, TOLERANCE * Math.abs(known));
    }

    private static double mean(Guessed guessed) {
        double next = guessed.rows() == 0 ? 0 : guessed.nextLoss() / guessed.rows();
        return guessed.loss() / guessed.masked() + next;
    }

    /// The logarithms of the probabilities, which the peer's scores give too.
    private void assertGuessesTheSame(Network network, Targets.Masked masked) throws IOException {
        int outputs = head.outputs();
        var known = new float[expected("logits").remaining()];
        expected("logits").get(known);
        var guesses = network.guesses(head, batch(), masked.places(), outputs);
        for (int i = 0; i < guesses.size(); i++) {
            int from = masked.places()[i] * outputs;
            double sum = 0;
            for (int piece = 0; piece < outputs; piece++) sum += Math.exp(known[from + piece]);
            for (var guess : guesses.get(i)) {
                double logarithm = known[from + guess.piece()] - Math.log(sum);
                assertEquals(logarithm, Math.log(guess.probability()), TOLERANCE * Math.max(1, Math.abs(logarithm)));
            }
        }
    }

    Lesson lesson() throws IOException {
        return new Lesson(head, batch(), targets(), List.of());
    }

    PieceBatch batch() throws IOException {
        return PieceBatch.of(
                lists(question().get("rows")),
                lists(question().get("types")),
                checkpoint.config().pad());
    }

    private Targets targets() throws IOException {
        var labels = question().get("labels");
        return switch (head.loss()) {
            case SQUARED -> new Targets.Numbers(floats(labels));
            case SIGMOID -> new Targets.Marks(floats(labels));
            case CROSS_ENTROPY -> {
                if (head.form().isMasked()) yield masked(labels);
                if (head.form() == Head.Form.FIRST_PIECE) yield new Targets.Classes(longs(labels, labels.size()));
                int length = batch().length();
                var all = new ArrayList<Long>();
                for (var row : labels) {
                    for (long label : longs(row, length)) all.add(label);
                }
                yield new Targets.Labels(all.stream().mapToLong(Long::longValue).toArray());
            }
        };
    }

    private Targets.Masked masked(JsonNode labels) throws IOException {
        int length = batch().length();
        var places = new ArrayList<Integer>();
        var pieces = new ArrayList<Long>();
        for (int row = 0; row < labels.size(); row++) {
            for (int column = 0; column < labels.get(row).size(); column++) {
                long piece = labels.get(row).get(column).asLong();
                if (piece == Targets.UNLABELLED) continue;
                places.add(row * length + column);
                pieces.add(piece);
            }
        }
        var next = Optional.ofNullable(question().get("next")).map(list -> longs(list, list.size()));
        return new Targets.Masked(
                places.stream().mapToInt(Integer::intValue).toArray(),
                pieces.stream().mapToLong(Long::longValue).toArray(),
                next);
    }

    /// The lists' distance beside the size of the expected one. A gradient is not asked to be more exact
    /// than float32 lets the whole of them be: some, such as that of a key's bias, are zero but for
    /// rounding.
    private void assertClose(String name, float[] found, OptionalDouble ofAll) throws IOException {
        var known = expected(name);
        boolean hidden = found.length < known.remaining();
        double square = 0;
        double size = 0;
        var expectedValues = new float[known.remaining()];
        known.get(expectedValues);
        if (hidden) expectedValues = real(expectedValues, batch());
        assertEquals(expectedValues.length, found.length, folder + ": " + name);
        for (int i = 0; i < found.length; i++) {
            square += Math.pow(expectedValues[i] - (double) found[i], 2);
            size += Math.pow(expectedValues[i], 2);
        }
        double allowed = TOLERANCE * Math.sqrt(size) + 5e-6 * ofAll.orElse(0);
        assertTrue(
                Math.sqrt(square) <= allowed,
                folder + ": " + name + " is " + Math.sqrt(square) + " away, allowed is " + allowed);
    }

    /// Without what belongs to pieces that fill up.
    private static float[] real(float[] values, PieceBatch batch) {
        int width = values.length / (batch.rows() * batch.length());
        var real = new float[Math.toIntExact(batch.pieces()) * width];
        int at = 0;
        for (int row = 0; row < batch.rows(); row++) {
            int count = (int) batch.lengths()[row] * width;
            System.arraycopy(values, row * batch.length() * width, real, at, count);
            at += count;
        }
        return real;
    }

    private FloatBuffer expected(String name) throws IOException {
        var there = Optional.of(name).filter(expected.names()::contains).or(() -> expected.nameOf(name));
        return expected.read(there.orElseThrow(() -> new AssertionError(folder + " has no " + name)));
    }

    private JsonNode question() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(folder.resolve("question.json").toFile());
    }

    private static List<int[]> lists(JsonNode rows) {
        var lists = new ArrayList<int[]>();
        for (var row : rows) {
            lists.add(Arrays.stream(longs(row, row.size()))
                    .mapToInt(id -> (int) id)
                    .toArray());
        }
        return lists;
    }

    private static long[] longs(JsonNode list, int length) {
        var longs = new long[length];
        Arrays.fill(longs, Targets.UNLABELLED);
        for (int i = 0; i < list.size(); i++) longs[i] = list.get(i).asLong();
        return longs;
    }

    private static float[] floats(JsonNode list) {
        var floats = new ArrayList<Float>();
        for (var item : list) {
            if (item.isArray()) item.forEach(inner -> floats.add((float) inner.asDouble()));
            else floats.add((float) item.asDouble());
        }
        var array = new float[floats.size()];
        for (int i = 0; i < array.length; i++) array[i] = floats.get(i);
        return array;
    }

    private static double square(float[] values) {
        double square = 0;
        for (float value : values) square += (double) value * value;
        return square;
    }

    @Override
    public void close() throws IOException {
        expected.close();
        checkpoint.close();
    }
}
