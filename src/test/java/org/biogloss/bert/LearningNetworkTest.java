package org.biogloss.bert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.biogloss.bert.Head.Form;
import org.biogloss.bert.Head.Loss;
import org.biogloss.bert.LearningNetwork.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningNetworkTest {

    @TempDir
    Path folder;

    private static final Head HEAD = Head.ofPieces(3);

    private static LearningNetwork tiny(double dropout, long seed, Compute compute) throws IOException {
        return tiny(List.of(HEAD), new LearningSettings(dropout, dropout, AdamW.USUAL, 0, 1, 0, seed), compute);
    }

    private static LearningNetwork tiny(List<Head> heads, LearningSettings settings, Compute compute)
            throws IOException {
        try (var checkpoint = Checkpoint.open(TinyModel.folder())) {
            var config = checkpoint.config();
            var weights = heads.equals(List.of(HEAD))
                    ? checkpoint.weights()
                    : FreshWeights.heads(checkpoint.weights(), config, heads, 7);
            return LearningNetwork.open(config, heads, weights, compute, settings);
        }
    }

    private static LearningSettings still() {
        return new LearningSettings(0, 0, AdamW.USUAL, 0, 1, 0, 1);
    }

    private static Lesson lesson() throws IOException {
        return new Lesson(HEAD, TinyModel.batch(), new Targets.Labels(TinyModel.labels()), List.of());
    }

    private static Step learn(LearningNetwork learning) throws IOException {
        return learning.learn(List.of(lesson()), 0.01);
    }

    private static float[] logits(LearningNetwork learning) throws IOException {
        try (var now = learning.now()) {
            return now.scores(HEAD, TinyModel.batch());
        }
    }

    @Test
    void threeStepsAreThoseOfPyTorchsAdamW() throws IOException {
        var expected = TinyModel.expected();
        try (var learning = tiny(0, 1, Compute.exact())) {
            for (int step = 0; step < 3; step++) {
                var done = learn(learning);
                assertEquals(expected.get("losses").get(step).asDouble(), done.loss(), 1e-4);
                assertEquals(expected.get("norms").get(step).asDouble(), done.norm(), 1e-3);
            }
            var logits = logits(learning);
            for (int row = 0; row < 2; row++) {
                var known =
                        TinyModel.numbers(expected.get("logitsAfterLearning").get(row));
                assertArrayEquals(known, Arrays.copyOfRange(logits, row * 24, row * 24 + known.length), 1e-3f);
            }
        }
    }

    @Test
    void theLossOfReadingIsTheLossOfLearningWithoutDropout() throws IOException {
        try (var learning = tiny(0, 1, Compute.exact());
                var now = learning.now()) {
            double read = now.loss(lesson());
            assertEquals(read, learn(learning).loss(), 1e-6);
        }
    }

    @Test
    void theSameSeedLearnsTheSame() throws IOException {
        try (var one = tiny(0.2, 5, Compute.exact());
                var same = tiny(0.2, 5, Compute.exact());
                var other = tiny(0.2, 6, Compute.exact())) {
            double first = 0;
            double second = 0;
            double third = 0;
            for (int step = 0; step < 4; step++) {
                first += learn(one).loss();
                second += learn(same).loss();
                third += learn(other).loss();
            }
            assertEquals(first, second);
            assertNotEquals(first, third);
            assertArrayEquals(logits(one), logits(same));
        }
    }

    @Test
    void aSavedRunGoesOnAsIfNothingHadHappened() throws IOException {
        var file = folder.resolve("state.safetensors");
        try (var whole = tiny(0.2, 5, Compute.exact());
                var resumed = tiny(0.2, 5, Compute.exact())) {
            for (int step = 0; step < 3; step++) learn(whole);
            whole.saveState(file);
            resumed.loadState(file);
            assertEquals(3, resumed.steps());
            for (int step = 0; step < 3; step++) {
                var expected = learn(whole);
                assertEquals(expected, learn(resumed));
            }
            assertArrayEquals(logits(whole), logits(resumed));
        }
    }

    @Test
    void aBatchWhoseGradientsAreNoNumbersChangesNothing() throws IOException {
        try (var learning = tiny(0, 1, Compute.exact())) {
            var before = logits(learning);
            var none = new long[16];
            Arrays.fill(none, Targets.UNLABELLED);
            var step = learning.learn(
                    List.of(new Lesson(HEAD, TinyModel.batch(), new Targets.Labels(none), List.of())), 0.01);
            assertFalse(Double.isFinite(step.loss()));
            assertArrayEquals(before, logits(learning));
        }
    }

    @Test
    void bfloat16LearnsToo() throws IOException {
        var half = Compute.choose(DeviceWish.CPU, Optional.of(Precision.BFLOAT16), OptionalInt.of(1));
        try (var learning = tiny(0.1, 1, half)) {
            double first = learn(learning).loss();
            double last = first;
            for (int step = 0; step < 60; step++) {
                last = learn(learning).loss();
            }
            assertTrue(last < first / 3, first + " -> " + last);
        }
    }

    @Test
    void weightsAreSavedAsTheyAreOrInHalfTheSpace() throws IOException {
        try (var learning = tiny(0, 1, Compute.exact())) {
            learning.saveWeights(folder.resolve("full"), false);
            learning.saveWeights(folder.resolve("half"), true);
            assertTrue(Files.size(folder.resolve("half")) < 0.65 * Files.size(folder.resolve("full")));
            try (var original = SafetensorsFile.open(TinyModel.folder().resolve("model.safetensors"));
                    var full = SafetensorsFile.open(folder.resolve("full"));
                    var half = SafetensorsFile.open(folder.resolve("half"))) {
                for (var parameter : learning.shape()) {
                    var values = original.read(parameter);
                    assertEquals(values, full.read(parameter));
                    var halved = half.read(parameter);
                    for (int i = 0; i < halved.capacity(); i++) assertEquals(values.get(i), halved.get(i), 2e-3);
                }
            }
        }
    }

    /// The rows of the tiny batch, each as a batch of its own.
    private static List<Lesson> apart(Head head, List<Double> weights) throws IOException {
        var whole = TinyModel.batch();
        var lessons = new ArrayList<Lesson>();
        for (int row = 0; row < 2; row++) {
            int real = (int) whole.lengths()[row];
            var ids = new int[real];
            for (int i = 0; i < real; i++) ids[i] = (int) whole.ids()[row * 8 + i];
            var labels = Arrays.copyOfRange(TinyModel.labels(), row * 8, row * 8 + real);
            lessons.add(new Lesson(head, PieceBatch.of(List.of(ids), 0), new Targets.Labels(labels), weights));
        }
        return lessons;
    }

    @Test
    void microBatchesLearnWhatTheWholeBatchLearns() throws IOException {
        for (var weights : List.of(List.<Double>of(), List.of(1.0, 4.0, 2.0))) {
            try (var whole = tiny(0, 1, Compute.exact());
                    var parts = tiny(0, 1, Compute.exact())) {
                for (int step = 0; step < 3; step++) {
                    var one = whole.learn(
                            List.of(new Lesson(
                                    HEAD, TinyModel.batch(), new Targets.Labels(TinyModel.labels()), weights)),
                            0.01);
                    var many = parts.learn(apart(HEAD, weights), 0.01);
                    assertEquals(one.loss(), many.loss(), 1e-5);
                    assertEquals(one.norm(), many.norm(), 1e-4);
                }
                assertArrayEquals(logits(whole), logits(parts), 1e-3f);
            }
        }
    }

    @Test
    void aMicroBatchWhoseLossIsNoNumberKeepsTheOthersFromLearning() throws IOException {
        var head = Head.only(Form.FIRST_PIECE, 1, Loss.SQUARED);
        try (var learning = tiny(List.of(head), still(), Compute.exact())) {
            var good = new Lesson(head, TinyModel.batch(), new Targets.Numbers(new float[] {1, 2}), List.of());
            var bad = new Lesson(
                    head, TinyModel.batch(), new Targets.Numbers(new float[] {1, Float.POSITIVE_INFINITY}), List.of());
            double before = learning.learn(List.of(good, bad), 0.01).loss();
            assertFalse(Double.isFinite(before));
            try (var now = learning.now()) {
                var scores = now.scores(head, TinyModel.batch());
                learning.learn(List.of(bad, good), 0.01);
                assertArrayEquals(scores, now.scores(head, TinyModel.batch()));
            }
        }
    }

    @Test
    void everyFormAndLossLearns() throws IOException {
        var batch = TinyModel.batch();
        var places = new float[2][2][];
        for (int row = 0; row < 2; row++) {
            int real = (int) batch.lengths()[row];
            for (int place = 0; place < 2; place++) places[row][place] = new float[real];
            places[row][0][1] = 1;
            places[row][1][2] = 0.5f;
            places[row][1][3] = 0.5f;
        }
        var placed = batch.withPlaces(List.of(places[0], places[1]));
        var heads = List.of(
                new Head("each", Form.EACH_PIECE, 3, Loss.CROSS_ENTROPY, 1),
                new Head("row", Form.FIRST_PIECE, 4, Loss.CROSS_ENTROPY, 0.5),
                new Head("places", Form.PLACES_2, 2, Loss.CROSS_ENTROPY, 2),
                new Head("marks", Form.FIRST_PIECE, 3, Loss.SIGMOID, 1),
                new Head("number", Form.FIRST_PIECE, 1, Loss.SQUARED, 1));
        var lessons = List.of(
                new Lesson(heads.get(0), batch, new Targets.Labels(TinyModel.labels()), List.of()),
                new Lesson(heads.get(1), batch, new Targets.Classes(new long[] {3, 1}), List.of()),
                new Lesson(heads.get(2), placed, new Targets.Classes(new long[] {0, 1}), List.of(1.0, 2.0)),
                new Lesson(
                        heads.get(3), batch, new Targets.Marks(new float[] {1, 0, 1, 0, 0, 1}), List.of(1.0, 2.0, 3.0)),
                new Lesson(heads.get(4), batch, new Targets.Numbers(new float[] {0.5f, -1}), List.of()));
        var half = Compute.choose(DeviceWish.CPU, Optional.of(Precision.BFLOAT16), OptionalInt.of(1));
        for (var compute : List.of(Compute.exact(), half)) {
            try (var learning = tiny(heads, still(), compute)) {
                double first = learning.learn(lessons, 0.01).loss();
                double last = first;
                for (int step = 0; step < 80; step++)
                    last = learning.learn(lessons, 0.01).loss();
                assertTrue(last < first / 5, first + " -> " + last);
                try (var now = learning.now()) {
                    assertEquals(12, now.scores(heads.get(0), batch).length / 4);
                    assertEquals(8, now.scores(heads.get(1), batch).length);
                    var numbers = now.scores(heads.get(4), batch);
                    assertArrayEquals(new float[] {0.5f, -1}, numbers, 0.3f);
                    double sum = 0;
                    for (var lesson : lessons) sum += lesson.head().weight() * now.loss(lesson);
                    assertEquals(sum, learning.learn(lessons, 0.01).loss(), 1e-2);
                }
            }
        }
    }

    @Test
    void frozenLayersStayAndTheOthersLearn() throws IOException {
        var settings = new LearningSettings(0, 0, AdamW.USUAL, 1, 1, 0, 1);
        try (var learning = tiny(List.of(HEAD), settings, Compute.exact());
                var original = SafetensorsFile.open(TinyModel.folder().resolve("model.safetensors"))) {
            for (int step = 0; step < 3; step++) learn(learning);
            learning.saveState(folder.resolve("state"));
            learning.saveWeights(folder.resolve("weights"), false);
            try (var learnt = SafetensorsFile.open(folder.resolve("weights"))) {
                for (var parameter : learning.shape()) {
                    boolean low = parameter.name().contains("embeddings")
                            || parameter.name().contains("layer.0.");
                    // The bias of the keys moves all scores of a row alike, so it has no gradient to speak of.
                    if (parameter.name().endsWith("key.bias")) continue;
                    boolean same = original.read(parameter).equals(learnt.read(parameter));
                    assertEquals(low, same, parameter.name());
                }
            }
            var loss = learn(learning);
            learning.loadState(folder.resolve("state"));
            assertEquals(loss, learn(learning));
        }
    }

    @Test
    void lowerLayersLearnSlowerIfAsked() throws IOException {
        try (var checkpoint = Checkpoint.open(TinyModel.folder())) {
            var config = checkpoint.config();
            var shape = BertShape.of(config, List.of(HEAD));
            var rates = LayerRates.of(config, shape.size(), new LearningSettings(0, 0, AdamW.USUAL, 0, 0.5, 0, 1));
            for (int i = 0; i < rates.length; i++) {
                var name = shape.get(i).name();
                int layer = name.contains("layer.") ? name.charAt(name.indexOf("layer.") + 6) - '0' : -1;
                double expected = name.startsWith("classifier") ? 1 : Math.pow(0.5, config.layers() - 1 - layer);
                assertEquals(expected, rates[i], name);
            }
        }
        try (var all = tiny(List.of(HEAD), still(), Compute.exact());
                var decayed =
                        tiny(List.of(HEAD), new LearningSettings(0, 0, AdamW.USUAL, 0, 0.9, 0, 1), Compute.exact())) {
            assertEquals(learn(all), learn(decayed));
            assertNotEquals(learn(all), learn(decayed));
        }
    }

    @Test
    void freshTopLayersStartAnewAndTheOthersDoNot() throws IOException {
        var settings = new LearningSettings(0, 0, AdamW.USUAL, 0, 1, 1, 1);
        try (var learning = tiny(List.of(HEAD), settings, Compute.exact());
                var original = SafetensorsFile.open(TinyModel.folder().resolve("model.safetensors"))) {
            learning.saveWeights(folder.resolve("weights"), false);
            int top = learning.config().layers() - 1;
            try (var made = SafetensorsFile.open(folder.resolve("weights"))) {
                for (var parameter : learning.shape()) {
                    boolean same = original.read(parameter).equals(made.read(parameter));
                    if (parameter.shape().size() > 1) {
                        assertEquals(!parameter.name().contains("layer." + top + "."), same, parameter.name());
                    }
                }
            }
        }
    }

    @Test
    void learningInEightBitsIsRefused() {
        var eight = new Compute(Compute.Kind.CPU, Precision.INT8, 1, "for the test");
        var refused = assertThrows(IllegalArgumentException.class, () -> tiny(0, 1, eight));
        assertTrue(String.valueOf(refused.getMessage()).contains("fp32 or bf16"));
    }

    @Test
    void aNetworkTakenInTheMiddleStaysAsItWas() throws IOException {
        try (var learning = tiny(0, 1, Compute.exact());
                var then = learning.now()) {
            var before = then.hidden(TinyModel.batch());
            learning.learn(List.of(lesson()), 0.01);
            assertArrayEquals(before, then.hidden(TinyModel.batch()));
        }
    }
}
