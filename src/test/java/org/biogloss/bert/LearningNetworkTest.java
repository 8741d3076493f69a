package org.biogloss.bert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningNetworkTest {

    @TempDir
    Path folder;

    private static LearningNetwork tiny(double dropout, long seed, Compute compute) throws IOException {
        try (var checkpoint = Checkpoint.open(TinyModel.folder())) {
            var config = checkpoint.config().withDropout(dropout);
            var shape = BertShape.withClassifier(config, 3);
            return LearningNetwork.open(
                    config, shape, checkpoint.weights(), compute, dropout, LearningNetwork.Optimizer.USUAL, seed);
        }
    }

    private static float[] logits(LearningNetwork learning) throws IOException {
        try (var now = learning.now()) {
            return now.logits(TinyModel.batch());
        }
    }

    @Test
    void threeStepsAreThoseOfPyTorchsAdamW() throws IOException {
        var expected = TinyModel.expected();
        try (var learning = tiny(0, 1, Compute.exact())) {
            for (int step = 0; step < 3; step++) {
                var done = learning.learn(TinyModel.batch(), TinyModel.labels(), 0.01);
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
            double read = now.loss(TinyModel.batch(), TinyModel.labels());
            assertEquals(
                    read,
                    learning.learn(TinyModel.batch(), TinyModel.labels(), 0.01).loss(),
                    1e-6);
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
                first += one.learn(TinyModel.batch(), TinyModel.labels(), 0.01).loss();
                second +=
                        same.learn(TinyModel.batch(), TinyModel.labels(), 0.01).loss();
                third +=
                        other.learn(TinyModel.batch(), TinyModel.labels(), 0.01).loss();
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
            for (int step = 0; step < 3; step++) whole.learn(TinyModel.batch(), TinyModel.labels(), 0.01);
            whole.saveState(file);
            resumed.loadState(file);
            assertEquals(3, resumed.steps());
            for (int step = 0; step < 3; step++) {
                var expected = whole.learn(TinyModel.batch(), TinyModel.labels(), 0.01);
                assertEquals(expected, resumed.learn(TinyModel.batch(), TinyModel.labels(), 0.01));
            }
            assertArrayEquals(logits(whole), logits(resumed));
        }
    }

    @Test
    void aBatchWhoseGradientsAreNoNumbersChangesNothing() throws IOException {
        try (var learning = tiny(0, 1, Compute.exact())) {
            var before = logits(learning);
            var none = new long[16];
            Arrays.fill(none, LearningNetwork.UNLABELLED);
            var step = learning.learn(TinyModel.batch(), none, 0.01);
            assertFalse(Double.isFinite(step.loss()));
            assertArrayEquals(before, logits(learning));
        }
    }

    @Test
    void bfloat16LearnsToo() throws IOException {
        var half = Compute.choose(DeviceWish.CPU, Optional.of(Precision.BFLOAT16), OptionalInt.of(1));
        try (var learning = tiny(0.1, 1, half)) {
            double first =
                    learning.learn(TinyModel.batch(), TinyModel.labels(), 0.01).loss();
            double last = first;
            for (int step = 0; step < 60; step++) {
                last = learning.learn(TinyModel.batch(), TinyModel.labels(), 0.01)
                        .loss();
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
}
