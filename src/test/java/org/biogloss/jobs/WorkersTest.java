package org.biogloss.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void everyThingIsWorkedOnOnceByOneWorker() {
        var sums = Workers.share(
                LongStream.rangeClosed(1, 10_000).iterator(),
                AtomicLong::new,
                AtomicLong::addAndGet,
                JobContext.silent());
        assertEquals(Runtime.getRuntime().availableProcessors(), sums.size());
        assertEquals(50_005_000, sums.stream().mapToLong(AtomicLong::get).sum());
    }

    @Test
    void aFailureEndsTheOthersTooAndReachesTheCaller() {
        var done = new AtomicInteger();
        assertThrows(
                IllegalStateException.class,
                () -> Workers.share(
                        IntStream.iterate(1, i -> i + 1).iterator(),
                        () -> done,
                        (_, thing) -> {
                            if (thing == 100) throw new IllegalStateException("the hundredth");
                            done.incrementAndGet();
                        },
                        JobContext.silent()));
        assertTrue(done.get() >= 50);
    }

    @Test
    void aCancelledJobTakesNothingMore() {
        var done = new AtomicInteger();
        var context = new JobContext() {
            @Override
            public void report(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return done.get() >= 100;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> Workers.share(
                        IntStream.iterate(1, i -> i + 1).iterator(),
                        () -> done,
                        (count, _) -> count.incrementAndGet(),
                        context));
    }
}
