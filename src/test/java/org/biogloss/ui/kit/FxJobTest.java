package org.biogloss.ui.kit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.junit.jupiter.api.Test;

class FxJobTest {

    @Test
    void aThousandReportsReachTheWindowAsFewAndTheEndAlways() {
        var window = new ConcurrentLinkedQueue<Runnable>();
        try (var jobs = new Jobs()) {
            var running = jobs.startQuietly("count", context -> {
                for (int i = 0; i < 1000; i++) context.report(new Progress(i, 1000, ""));
                return 7;
            });
            var job = new FxJob<>(running, window::add);
            List<Integer> results = new ArrayList<>();
            job.whenDone(results::add);
            await().until(() -> running.state().isOver());
            assertTrue(window.size() <= 2, window.size() + " calls");
            window.forEach(Runnable::run);
            assertEquals(List.of(7), results);
        }
    }
}
