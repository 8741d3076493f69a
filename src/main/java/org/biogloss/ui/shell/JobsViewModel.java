package org.biogloss.ui.shell;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.biogloss.jobs.JobState;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.biogloss.jobs.RunningJob;
import org.biogloss.ui.kit.FxJob;

/// The jobs that run, in one place.
public final class JobsViewModel {

    private static final Duration WORTH_A_GUESS = Duration.ofSeconds(2);

    /// A job and how it stands.
    public static final class Row {

        private final FxJob<?> job;
        private final Clock clock;

        private Row(FxJob<?> job, Clock clock) {
            this.job = job;
            this.clock = clock;
        }

        public String title() {
            return job.job().title();
        }

        public ReadOnlyObjectProperty<? extends JobState<?>> stateProperty() {
            return job.stateProperty();
        }

        public Progress progress() {
            return job.stateProperty().get() instanceof JobState.Running<?>(var progress) ? progress : Progress.NONE;
        }

        public boolean isWaiting() {
            return job.stateProperty().get() instanceof JobState.Waiting<?>;
        }

        /// From how long the part that is done has taken.
        public Optional<Duration> left() {
            double fraction = progress().fraction();
            var taken = Duration.between(job.job().started(), clock.instant());
            if (fraction <= 0 || taken.compareTo(WORTH_A_GUESS) < 0) return Optional.empty();
            return Optional.of(Duration.ofMillis((long) (taken.toMillis() * (1 - fraction) / fraction)));
        }

        public void cancel() {
            job.job().cancel();
        }
    }

    private final Jobs jobs;
    private final Executor window;
    private final Clock clock;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    // Read-only views are held on to: a fresh one would be collected, and its listeners with it.
    private final ObservableList<Row> rowsShown = FXCollections.unmodifiableObservableList(rows);

    public JobsViewModel(Jobs jobs, Executor window, Clock clock) {
        this.jobs = jobs;
        this.window = window;
        this.clock = clock;
        jobs.watch(job -> window.execute(() -> take(job)));
        jobs.active().forEach(this::take);
    }

    /// Oldest first.
    public ObservableList<Row> rows() {
        return rowsShown;
    }

    /// The titles of what would be given up by closing now.
    public List<String> atStake() {
        return jobs.active().stream().map(RunningJob::title).toList();
    }

    private <R> void take(RunningJob<R> running) {
        var job = new FxJob<>(running, window);
        var row = new Row(job, clock);
        rows.add(row);
        job.whenOver(_ -> rows.remove(row));
    }
}
