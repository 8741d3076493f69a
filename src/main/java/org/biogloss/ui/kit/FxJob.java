package org.biogloss.ui.kit;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.biogloss.jobs.JobState;
import org.biogloss.jobs.RunningJob;
import org.jspecify.annotations.Nullable;

/// A running job as one property of the window's thread. However often the job reports, the window hears of it once a
/// turn, and always of its end.
public final class FxJob<R> {

    private final RunningJob<R> job;
    private final Executor window;
    private final AtomicReference<@Nullable JobState<R>> unseen = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<JobState<R>> state;

    public FxJob(RunningJob<R> job) {
        this(job, Fx.thread());
    }

    public FxJob(RunningJob<R> job, Executor window) {
        this.job = job;
        this.window = window;
        this.state = new ReadOnlyObjectWrapper<>(new JobState.Waiting<>());
        job.listen(this::take);
    }

    public RunningJob<R> job() {
        return job;
    }

    public ReadOnlyObjectProperty<JobState<R>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public FxJob<R> whenDone(Consumer<R> then) {
        return whenOver(over -> {
            if (over instanceof JobState.Done<R>(var result)) then.accept(result);
        });
    }

    public FxJob<R> whenFailed(Consumer<Throwable> then) {
        return whenOver(over -> {
            if (over instanceof JobState.Failed<R>(var cause)) then.accept(cause);
        });
    }

    /// Called once, with how it ended.
    public FxJob<R> whenOver(Consumer<JobState<R>> then) {
        if (state.get().isOver()) then.accept(state.get());
        else
            state.addListener((_, _, now) -> {
                if (now.isOver()) then.accept(now);
            });
        return this;
    }

    private void take(JobState<R> now) {
        if (unseen.getAndSet(now) == null) window.execute(this::show);
    }

    private void show() {
        var now = unseen.getAndSet(null);
        if (now != null && !state.get().isOver()) state.set(now);
    }
}
