package org.biogloss.jobs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Shares out things over all processors: each worker takes the next one when it is done with its last.
public final class Workers {

    private Workers() {}

    /// Each worker has something of its own to work on, which nobody else touches; the caller puts them
    /// together.
    ///
    /// @param things asked by one worker at a time
    /// @param own    makes what one worker works on
    /// @return what each worker has made
    /// @throws CancellationException if the job is cancelled; what else a worker throws ends the others too
    public static <T, W> List<W> share(Iterator<T> things, Supplier<W> own, BiConsumer<W, T> work, JobContext context) {
        var source = new Source<>(things, context);
        int number = Runtime.getRuntime().availableProcessors();
        var threads = Thread.ofPlatform().daemon().name("worker-", 0).factory();
        try (var pool = Executors.newFixedThreadPool(number, threads)) {
            var running = new ArrayList<Future<W>>();
            for (int i = 0; i < number; i++) running.add(pool.submit(worker(source, own.get(), work)));
            return outcomes(running);
        }
    }

    private static <T, W> Callable<W> worker(Source<T> source, W mine, BiConsumer<W, T> work) {
        return () -> {
            try {
                for (var thing = source.next(); thing.isPresent(); thing = source.next())
                    work.accept(mine, thing.get());
                return mine;
            } catch (Throwable failure) {
                source.stop();
                throw failure;
            }
        };
    }

    private static <W> List<W> outcomes(List<Future<W>> running) {
        var done = new ArrayList<W>();
        for (var one : running) {
            try {
                done.add(one.get());
            } catch (ExecutionException failure) {
                switch (failure.getCause()) {
                    case RuntimeException unchecked -> throw unchecked;
                    case Error error -> throw error;
                    case null, default -> throw new IllegalStateException(failure);
                }
            } catch (InterruptedException _) {
                running.forEach(other -> other.cancel(true));
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
        return done;
    }

    private static final class Source<T> {

        private final Iterator<T> things;
        private final JobContext context;
        private boolean stopped;

        Source(Iterator<T> things, JobContext context) {
            this.things = things;
            this.context = context;
        }

        synchronized Optional<T> next() {
            context.checkCancelled();
            return stopped || !things.hasNext() ? Optional.empty() : Optional.of(things.next());
        }

        synchronized void stop() {
            stopped = true;
        }
    }
}
