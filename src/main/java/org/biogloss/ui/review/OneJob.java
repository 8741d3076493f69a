package org.biogloss.ui.review;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.biogloss.jobs.Job;
import org.biogloss.jobs.JobState;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.RunningJob;
import org.biogloss.ui.kit.FxJob;

/// At most one job of a tab at a time, as properties. One that is begun stops the one before.
final class OneJob {

    private final Jobs jobs;
    private final Executor window;
    private final BiConsumer<String, Throwable> failed;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private Optional<RunningJob<?>> current = Optional.empty();

    OneJob(Jobs jobs, Executor window, BiConsumer<String, Throwable> failed) {
        this.jobs = jobs;
        this.window = window;
        this.failed = failed;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// 0 to 1, or -1 where nobody knows.
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// Something that only looks: the page alone shows that it runs.
    <R> void look(String title, Job<R> job, Consumer<R> done) {
        stop();
        follow(title, jobs.startQuietly(title, job), done);
    }

    /// Something that changes the project: the window shows it among its jobs, and asks before it is given up.
    <R> void act(String title, Job<R> job, Consumer<R> done) {
        stop();
        follow(title, jobs.start(title, job), done);
    }

    void stop() {
        current.ifPresent(RunningJob::cancel);
        current = Optional.empty();
        running.set(false);
    }

    private <R> void follow(String title, RunningJob<R> job, Consumer<R> done) {
        current = Optional.of(job);
        running.set(true);
        progress.set(-1);
        words.set("");
        var shown = new FxJob<>(job, window);
        shown.stateProperty().subscribe(state -> {
            if (isCurrent(job)) show(state);
        });
        shown.whenOver(state -> {
            boolean mine = isCurrent(job);
            if (mine) {
                current = Optional.empty();
                running.set(false);
            }
            switch (state) {
                case JobState.Done<R>(var result) -> {
                    if (mine) done.accept(result);
                }
                case JobState.Failed<R>(var cause) -> {
                    if (!(cause instanceof CancellationException)) failed.accept(title, cause);
                }
                case JobState.Waiting<R> _, JobState.Running<R> _, JobState.Cancelled<R> _ -> {}
            }
        });
    }

    private boolean isCurrent(RunningJob<?> job) {
        return current.filter(now -> now == job).isPresent();
    }

    private void show(JobState<?> state) {
        if (!(state instanceof JobState.Running<?>(var now))) return;
        progress.set(now.fraction());
        words.set(
                now.total() == 0
                        ? now.what()
                        : String.format(java.util.Locale.ROOT, "%,d of %,d %s", now.done(), now.total(), now.what()));
    }
}
