package org.biogloss.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JobsTest {

    @Test
    void aJobTellsItsProgressAndThenItsResult() throws Exception {
        try (var jobs = new Jobs()) {
            var go = new CountDownLatch(1);
            var job = jobs.start("count", context -> {
                go.await();
                context.report(new Progress(1, 2, "half"));
                return 42;
            });
            List<JobState<Integer>> seen = new ArrayList<>();
            job.listen(seen::add);
            go.countDown();

            assertEquals(42, job.outcome().get(10, TimeUnit.SECONDS));
            assertTrue(seen.contains(new JobState.Running<Integer>(new Progress(1, 2, "half"))));
        }
    }

    @Test
    void aCancelledJobEndsAtItsNextSafePoint() throws Exception {
        try (var jobs = new Jobs()) {
            var started = new CountDownLatch(1);
            var job = jobs.start("endless", context -> {
                started.countDown();
                while (true) {
                    context.checkCancelled();
                    Thread.sleep(1);
                }
            });
            started.await();
            job.cancel();

            assertThrows(CancellationException.class, () -> job.outcome().get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aFailureEndsTheJobAndNothingElse() {
        try (var jobs = new Jobs()) {
            var failing = jobs.startOnNetwork("fails", _ -> {
                throw new IllegalStateException("no such file");
            });
            var next = jobs.startOnNetwork("works", _ -> "fine");

            var failure = assertThrows(
                    ExecutionException.class, () -> failing.outcome().get(10, TimeUnit.SECONDS));
            assertInstanceOf(IllegalStateException.class, failure.getCause());
            assertEquals("fine", next.outcome().join());
        }
    }

    @Test
    void networkJobsNeverRunTwoAtOnce() {
        try (var jobs = new Jobs()) {
            var inside = new AtomicInteger();
            var most = new AtomicInteger();
            List<RunningJob<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(jobs.startOnNetwork("n" + i, _ -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.sleep(3);
                    return inside.decrementAndGet();
                }));
            }
            all.forEach(job -> job.outcome().join());

            assertEquals(1, most.get());
        }
    }
}
