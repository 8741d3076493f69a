package org.biogloss.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A job that was handed in: its state, and the verb to stop it. Listeners are called on the job's own thread.
public final class RunningJob<R> {

    private final String title;
    private final Instant started = Instant.now();
    private final List<Consumer<JobState<R>>> listeners = new ArrayList<>();
    private final CompletableFuture<R> outcome = new CompletableFuture<>();
    private volatile boolean cancelled;
    private volatile JobState<R> state = new JobState.Waiting<>();

    RunningJob(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public Instant started() {
        return started;
    }

    public JobState<R> state() {
        return state;
    }

    /// Completes with the result, the failure, or a [CancellationException]. To read only: [#cancel] stops the job.
    public CompletableFuture<R> outcome() {
        return outcome;
    }

    /// Calls one of the two once the job is over, on the job's own thread.
    ///
    /// @param onFailed is given a [CancellationException] where the job was cancelled
    public void then(Consumer<R> onDone, Consumer<Throwable> onFailed) {
        listen(now -> {
            switch (now) {
                case JobState.Done<R>(var result) -> onDone.accept(result);
                case JobState.Failed<R>(var cause) -> onFailed.accept(cause);
                case JobState.Cancelled<R> _ -> onFailed.accept(new CancellationException(title + " was cancelled"));
                case JobState.Waiting<R> _, JobState.Running<R> _ -> {}
            }
        });
    }

    /// Asks the job to stop at its next safe point.
    public void cancel() {
        cancelled = true;
    }

    /// Tells the listener the state as it is, and each one that follows.
    public void listen(Consumer<JobState<R>> listener) {
        synchronized (listeners) {
            listeners.add(listener);
            listener.accept(state);
        }
    }

    void execute(Job<R> job) {
        if (cancelled) {
            become(new JobState.Cancelled<>());
            return;
        }
        become(new JobState.Running<>(Progress.NONE));
        try {
            become(new JobState.Done<>(job.run(context())));
        } catch (CancellationException stopped) {
            become(new JobState.Cancelled<>());
        } catch (Throwable failure) { // A job's failure, even an Error, ends the job and not its thread's owner.
            become(new JobState.Failed<>(failure));
        }
    }

    private JobContext context() {
        return new JobContext() {
            @Override
            public void report(Progress progress) {
                become(new JobState.Running<>(progress));
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };
    }

    /// Ends a job that no lane takes any more.
    void refuse() {
        become(new JobState.Cancelled<>());
    }

    private void become(JobState<R> next) {
        synchronized (listeners) {
            state = next;
            for (var listener : List.copyOf(listeners)) listener.accept(next);
        }
        switch (next) {
            case JobState.Done<R>(var result) -> outcome.complete(result);
            case JobState.Failed<R>(var cause) -> outcome.completeExceptionally(cause);
            case JobState.Cancelled<R> _ -> outcome.cancel(false);
            case JobState.Waiting<R> _, JobState.Running<R> _ -> {}
        }
    }
}
