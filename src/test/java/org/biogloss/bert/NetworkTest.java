package org.biogloss.bert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private static final Head HEAD = Head.ofPieces(3);

    private static Network tiny(Compute compute) throws IOException {
        try (var checkpoint = Checkpoint.open(TinyModel.folder())) {
            return Network.open(checkpoint.config(), List.of(HEAD), checkpoint.weights(), compute);
        }
    }

    /// The numbers of a row that are not there to fill up.
    private static float[] row(float[] all, int row, int length, int width) {
        int real = row == 0 ? 8 : 5;
        return Arrays.copyOfRange(all, row * length * width, (row * length + real) * width);
    }

    @Test
    void hiddenStatesAndLogitsAreThoseOfTransformers() throws IOException {
        var expected = TinyModel.expected();
        try (var network = tiny(Compute.exact())) {
            var hidden = network.hidden(TinyModel.batch());
            var logits = network.scores(HEAD, TinyModel.batch());
            for (int row = 0; row < 2; row++) {
                assertArrayEquals(TinyModel.numbers(expected.get("hidden").get(row)), row(hidden, row, 8, 16), 1e-5f);
                assertArrayEquals(TinyModel.numbers(expected.get("logits").get(row)), row(logits, row, 8, 3), 1e-5f);
            }
        }
    }

    @Test
    void severalHeadsSayFromOneEncodingWhatEachSaysAlone() throws IOException {
        var heads = List.of(
                new Head("one", Head.Form.EACH_PIECE, 3, Head.Loss.CROSS_ENTROPY, 1),
                new Head("row", Head.Form.FIRST_PIECE, 4, Head.Loss.SIGMOID, 1),
                new Head("two", Head.Form.EACH_PIECE, 5, Head.Loss.CROSS_ENTROPY, 1));
        var pieces = List.of(heads.getFirst(), heads.getLast());
        try (var checkpoint = Checkpoint.open(TinyModel.folder())) {
            var weights = FreshWeights.heads(checkpoint.weights(), checkpoint.config(), heads, 7);
            try (var network = Network.open(checkpoint.config(), heads, weights, Compute.exact())) {
                var batch = TinyModel.batch();
                var both = network.scores(pieces, batch);
                var one = network.scores(heads.getFirst(), batch);
                var two = network.scores(heads.getLast(), batch);
                assertEquals(one.length + two.length, both.length);
                for (int place = 0; place < 16; place++) {
                    assertArrayEquals(
                            Arrays.copyOfRange(one, place * 3, place * 3 + 3),
                            Arrays.copyOfRange(both, place * 8, place * 8 + 3));
                    assertArrayEquals(
                            Arrays.copyOfRange(two, place * 5, place * 5 + 5),
                            Arrays.copyOfRange(both, place * 8 + 3, place * 8 + 8));
                }
                assertThrows(IllegalArgumentException.class, () -> network.scores(heads, batch));
            }
        }
    }

    @Test
    void whatFillsARowUpChangesNothingInIt() throws IOException {
        try (var network = tiny(Compute.exact())) {
            var together = network.scores(HEAD, TinyModel.batch());
            var alone = network.scores(HEAD, PieceBatch.of(List.of(new int[] {2, 8, 31, 61, 3}), 0));
            assertArrayEquals(alone, row(together, 1, 8, 3), 1e-6f);
        }
    }

    @Test
    void rowsOfManyLengthsGiveTogetherWhatEachGivesAlone() throws IOException {
        try (var checkpoint = Checkpoint.embedded()) {
            var rows = Stream.of(70, 70, 9, 9, 3, 80)
                    .map(length -> IntStream.range(0, length)
                            .map(i -> 1000 + 37 * i % 20_000)
                            .toArray())
                    .toList();
            var together = PieceBatch.of(rows, 0);
            for (var precision : Precision.values()) {
                var compute = new Compute(Compute.Kind.CPU, precision, 2, "for the test");
                try (var network = Network.open(checkpoint.config(), List.of(), checkpoint.weights(), compute)) {
                    var all = network.hidden(together);
                    for (int i = 0; i < rows.size(); i++) {
                        var alone = network.hidden(PieceBatch.of(List.of(rows.get(i)), 0));
                        var from = i * together.length() * 384;
                        // int8 gives all numbers of a batch one scale, so the others matter a little.
                        var near = precision == Precision.INT8 ? 1.2f : precision == Precision.FLOAT32 ? 1e-5f : 0.1f;
                        assertArrayEquals(alone, Arrays.copyOfRange(all, from, from + alone.length), near);
                    }
                }
            }
        }
    }

    @Test
    void bfloat16IsCloseAndStaysFloat32OnTheOutside() throws IOException {
        var half = Compute.choose(DeviceWish.CPU, Optional.of(Precision.BFLOAT16), OptionalInt.of(1));
        try (var exact = tiny(Compute.exact());
                var close = tiny(half)) {
            assertArrayEquals(exact.scores(HEAD, TinyModel.batch()), close.scores(HEAD, TinyModel.batch()), 0.15f);
        }
    }

    @Test
    void theEmbeddedEncoderComputesWhatItsOwnFileComputes() throws IOException {
        // Figures of onnxruntime on the same file; transformers gives the same: see TransformersPeerTest.
        try (var checkpoint = Checkpoint.embedded()) {
            var pieces = checkpoint.tokenizer().encode("Loss of NF-κB signalling in BRCA1-mutated HeLa cells.");
            var ids = new int[pieces.size() + 2];
            ids[0] = checkpoint.tokenizer().cls();
            System.arraycopy(pieces.ids(), 0, ids, 1, pieces.size());
            ids[ids.length - 1] = checkpoint.tokenizer().sep();
            assertEquals(21, ids.length);
            try (var network = Network.open(checkpoint.config(), List.of(), checkpoint.weights(), Compute.exact())) {
                var hidden = network.hidden(PieceBatch.of(List.of(ids), 0));
                assertArrayEquals(
                        new float[] {0.11198f, -0.04119f, -0.44666f, -0.30732f, -0.29296f, 0.12239f},
                        Arrays.copyOf(hidden, 6),
                        1e-4f);
                assertArrayEquals(
                        new float[] {-0.00591f, 0.07035f, 0.31738f, 0.558f, -0.60251f, 0.03871f},
                        Arrays.copyOfRange(hidden, 7 * 384 + 100, 7 * 384 + 106),
                        1e-4f);
                double sum = 0;
                for (float value : hidden) sum += Math.abs(value);
                assertEquals(2589.254, sum, 0.02);
            }
        }
    }

    @Test
    void anIdBeyondTheVocabularyIsAnErrorAndTheNetworkGoesOn() throws IOException {
        try (var network = tiny(Compute.exact())) {
            var before = network.scores(HEAD, TinyModel.batch());
            assertThrows(
                    EngineException.class,
                    () -> network.scores(HEAD, PieceBatch.of(List.of(new int[] {2, 999, 3}), 0)));
            assertArrayEquals(before, network.scores(HEAD, TinyModel.batch()));
        }
    }

    @Test
    void theChoiceOfDeviceIsSaidInWords() {
        var chosen = Compute.choose(DeviceWish.CPU, Optional.empty(), OptionalInt.of(2));
        assertTrue(chosen.words().matches("CPU (fp32|bf16) · 2 threads"), chosen.words());
        assertTrue(chosen.why().contains("times as fast"), chosen.why());
        assertEquals("CPU fp32 · 1 thread", new Compute(Compute.Kind.CPU, Precision.FLOAT32, 1, "").words());
    }
}
