package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.training.TrainingLoop.Lesson;
import org.junit.jupiter.api.Test;

class TrainingLoopTest {

    private final List<String> learnt = new ArrayList<>();
    private final LearningRate rate = new LearningRate(1.0, 2, 8, Recipe.Decay.LINEAR);

    /// Two epochs of four batches: `1a 1b 1c 1d 2a 2b 2c 2d`.
    private record Letters() implements TrainingLoop.Lessons<String> {

        @Override
        public int epochs() {
            return 2;
        }

        @Override
        public long steps(int epoch) {
            return 4;
        }

        @Override
        public List<String> batches(int epoch) {
            return List.of("a", "b", "c", "d").stream().map(l -> epoch + l).toList();
        }
    }

    private TrainingLoop<String> loop() {
        return new TrainingLoop<>(
                (batch, _) -> {
                    learnt.add(batch);
                    return new Lesson(1, 1, 10);
                },
                new Letters(),
                rate);
    }

    @Test
    void everyBatchIsLearntOnceAnEpochAndTheLastStepOfEachIsMarked() throws Exception {
        var steps = new ArrayList<TrainingLoop.Step>();

        loop().run(0, steps::add, JobContext.silent());

        assertEquals(List.of("1a", "1b", "1c", "1d", "2a", "2b", "2c", "2d"), learnt);
        assertEquals(
                List.of(4L, 8L),
                steps.stream()
                        .filter(TrainingLoop.Step::endOfEpoch)
                        .map(TrainingLoop.Step::number)
                        .toList());
    }

    @Test
    void aRunThatGoesOnLearnsWhatWasLeft() throws Exception {
        var numbers = new ArrayList<Long>();

        loop().run(5, step -> numbers.add(step.number()), JobContext.silent());

        assertEquals(List.of("2b", "2c", "2d"), learnt);
        assertEquals(List.of(6L, 7L, 8L), numbers);
    }

    @Test
    void theListenerMayEndIt() throws Exception {
        loop().run(0, step -> step.number() < 3, JobContext.silent());

        assertEquals(List.of("1a", "1b", "1c"), learnt);
    }

    @Test
    void aCancelledJobLearnsNoFurtherBatch() {
        var context = new JobContext() {
            @Override
            public void report(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return learnt.size() == 2;
            }
        };

        assertThrows(CancellationException.class, () -> loop().run(0, _ -> true, context));
        assertEquals(List.of("1a", "1b"), learnt);
    }

    @Test
    void aLossThatIsNoNumberStopsItInWords() {
        var loop = new TrainingLoop<>(
                (batch, _) -> new Lesson(batch.equals("1c") ? Double.NaN : 1, 1, 1), new Letters(), rate);

        var stopped = assertThrows(NotANumberException.class, () -> loop.run(0, _ -> true, JobContext.silent()));

        assertTrue(String.valueOf(stopped.getMessage()).startsWith("Training stopped at step 3: the loss"));
        assertTrue(String.valueOf(stopped.getMessage()).contains("Lower optimizer.rate"));
    }

    @Test
    void theRateClimbsToItsPeakAndFallsToZero() {
        var rates = new ArrayList<Double>();
        for (int step = 0; step <= 8; step++) rates.add(rate.at(step));

        assertEquals(1 / 3.0, rates.get(0), 1e-9);
        assertEquals(2 / 3.0, rates.get(1), 1e-9);
        assertEquals(1.0, rates.get(2), 1e-9);
        assertEquals(0.5, rates.get(5), 1e-9);
        assertEquals(0.0, rates.get(8), 1e-9);
    }

    @Test
    void theRateMayFallAlongHalfAWaveOrNotAtAll() {
        var cosine = new LearningRate(1.0, 0, 8, Recipe.Decay.COSINE);
        var constant = new LearningRate(1.0, 2, 8, Recipe.Decay.CONSTANT);

        assertEquals(1.0, cosine.at(0), 1e-9);
        assertEquals(0.5, cosine.at(4), 1e-9);
        assertEquals((1 + Math.cos(Math.PI / 4)) / 2, cosine.at(2), 1e-9);
        assertEquals(0.0, cosine.at(8), 1e-9);
        assertEquals(1 / 3.0, constant.at(0), 1e-9);
        assertEquals(1.0, constant.at(7), 1e-9);
    }
}
