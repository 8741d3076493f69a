package org.biogloss.jobs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Where all work that takes a while is handed in. Nothing else in BioGloss starts a thread.
///
/// File work runs on virtual threads, side by side. Work of a network queues in one lane on one platform thread:
/// two networks at once only fight for the same processor, and PyTorch keeps state per thread.
public final class Jobs implements AutoCloseable {

    private final ExecutorService files = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("files-", 0).factory());
    private final ExecutorService network = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("network").daemon(true).factory());
    private final List<RunningJob<?>> all = new CopyOnWriteArrayList<>();
    private final List<Consumer<RunningJob<?>>> watchers = new CopyOnWriteArrayList<>();

    /// Starts at once, beside others.
    public <R> RunningJob<R> start(String title, Job<R> job) {
        return submit(title, job, files);
    }

    /// Starts at once and is not shown to watchers: housekeeping, such as reading what a run has told since.
    public <R> RunningJob<R> startQuietly(String title, Job<R> job) {
        var running = new RunningJob<R>(title);
        hand(running, job, files);
        return running;
    }

    /// Waits for the network jobs before it.
    public <R> RunningJob<R> startOnNetwork(String title, Job<R> job) {
        return submit(title, job, network);
    }

    /// Calls the watcher for each job handed in from now on.
    public void watch(Consumer<RunningJob<?>> watcher) {
        watchers.add(watcher);
    }

    /// The jobs not yet over.
    public List<RunningJob<?>> active() {
        all.removeIf(job -> job.state().isOver());
        return List.copyOf(all);
    }

    /// Asks every job to stop and waits a little for it.
    @Override
    public void close() {
        active().forEach(RunningJob::cancel);
        files.shutdown();
        network.shutdown();
        try {
            if (!files.awaitTermination(5, TimeUnit.SECONDS)) files.shutdownNow();
            if (!network.awaitTermination(5, TimeUnit.SECONDS)) network.shutdownNow();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private <R> RunningJob<R> submit(String title, Job<R> job, ExecutorService lane) {
        var running = new RunningJob<R>(title);
        all.add(running);
        watchers.forEach(watcher -> watcher.accept(running));
        hand(running, job, lane);
        return running;
    }

    private static <R> void hand(RunningJob<R> running, Job<R> job, ExecutorService lane) {
        try {
            lane.execute(() -> running.execute(job));
        } catch (RejectedExecutionException _) {
            running.refuse(); // The program is closing: what comes too late is cancelled.
        }
    }
}
