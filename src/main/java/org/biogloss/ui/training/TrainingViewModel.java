package org.biogloss.ui.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.biogloss.jobs.Job;
import org.biogloss.jobs.Jobs;

/// What the training page shows and what one can do there. Holds no control; runs without a toolkit.
public final class TrainingViewModel {

    private final TrainingDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final BiConsumer<String, Throwable> failed;

    private final ObservableList<TrainingDesk.RunRow> runs = FXCollections.observableArrayList();
    // Read-only views are held on to: a fresh one would be collected, and its listeners with it.
    private final ObservableList<TrainingDesk.RunRow> runsShown = FXCollections.unmodifiableObservableList(runs);
    private final ReadOnlyObjectWrapper<TrainingDesk.Offer> offer =
            new ReadOnlyObjectWrapper<>(TrainingDesk.Offer.NONE);
    private final ReadOnlyObjectWrapper<Optional<TrainingDesk.RunRow>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final AtomicBoolean reading = new AtomicBoolean();
    private RunCurve curve = new RunCurve();
    private Optional<Followed> followed = Optional.empty();

    private record Followed(String runId, TrainingDesk.EventSource source) {}

    /// @param window runs on the window's thread what it is given
    /// @param failed is told what was tried and what went wrong
    public TrainingViewModel(TrainingDesk desk, Jobs jobs, Executor window, BiConsumer<String, Throwable> failed) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.failed = failed;
    }

    public ObservableList<TrainingDesk.RunRow> runs() {
        return runsShown;
    }

    public ReadOnlyObjectProperty<TrainingDesk.Offer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<TrainingDesk.RunRow>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// Grows whenever the curve has more to show.
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// The curve of the selected run.
    public RunCurve curve() {
        return curve;
    }

    public BooleanExpression canStop() {
        return Bindings.createBooleanBinding(
                () -> selected.get().map(TrainingDesk.RunRow::isRunning).orElse(false), selected);
    }

    public BooleanExpression canHighlight() {
        return Bindings.createBooleanBinding(
                () -> selected.get().isPresent() && curve.model().isPresent(), selected, revision);
    }

    public BooleanExpression canDiscard() {
        return Bindings.createBooleanBinding(
                () -> selected.get().map(row -> !row.isRunning()).orElse(false), selected);
    }

    /// Looks again at what there is to learn from, and at the runs.
    public void refresh() {
        quietly("read what there is to learn from", _ -> desk.offer(), offer::set);
        refreshRuns(Optional.empty());
    }

    public void select(TrainingDesk.RunRow row) {
        if (followed.filter(f -> f.runId().equals(row.id())).isPresent()) {
            selected.set(Optional.of(row));
            return;
        }
        followed = Optional.empty();
        curve = new RunCurve();
        selected.set(Optional.of(row));
        revision.set(revision.get() + 1);
        quietly("open the run " + row.name(), _ -> desk.events(row.id()), source -> {
            if (!selected.get().map(TrainingDesk.RunRow::id).equals(Optional.of(row.id()))) return;
            followed = Optional.of(new Followed(row.id(), source));
            poll();
        });
    }

    public void start(TrainingDesk.Wish wish) {
        quietly("start the run " + wish.name(), _ -> desk.start(wish), id -> refreshRuns(Optional.of(id)));
    }

    public void stopKeepingBest() {
        selected.get()
                .ifPresent(row -> quietly(
                        "stop the run " + row.name(),
                        _ -> {
                            desk.stopKeepingBest(row.id());
                            return row;
                        },
                        _ -> refreshRuns(Optional.empty())));
    }

    public void highlightWithIt() {
        selected.get()
                .ifPresent(row -> quietly(
                        "highlight with " + row.name(),
                        _ -> {
                            desk.highlightWith(row.id());
                            return row;
                        },
                        _ -> {}));
    }

    public void discard() {
        selected.get()
                .ifPresent(row -> quietly(
                        "discard the run " + row.name(),
                        _ -> {
                            desk.discard(row.id());
                            return row;
                        },
                        _ -> {
                            followed = Optional.empty();
                            selected.set(Optional.empty());
                            refreshRuns(Optional.empty());
                        }));
    }

    /// Reads what the selected run has told since. Call it a few times a second while the page shows.
    public void poll() {
        if (followed.isEmpty() || !reading.compareAndSet(false, true)) return;
        var from = followed.get();
        jobs.startQuietly("follow a run", _ -> from.source().poll())
                .then(
                        events -> window.execute(() -> taken(from, events)),
                        failure -> window.execute(() -> {
                            reading.set(false);
                            failed.accept("Cannot read what the run has told", failure);
                        }));
    }

    private void taken(Followed from, List<JsonNode> events) {
        reading.set(false);
        if (followed.filter(from::equals).isPresent()) take(events);
    }

    private void take(List<JsonNode> events) {
        if (events.isEmpty()) return;
        boolean wasOver = curve.end().isPresent();
        events.forEach(curve::add);
        revision.set(revision.get() + 1);
        if (!wasOver && curve.end().isPresent()) refreshRuns(Optional.empty());
    }

    private void refreshRuns(Optional<String> select) {
        quietly("list the runs", _ -> desk.runs(), rows -> {
            runs.setAll(rows);
            var wanted = select.or(() -> selected.get().map(TrainingDesk.RunRow::id));
            var row = rows.stream()
                    .filter(r -> wanted.isEmpty() || r.id().equals(wanted.get()))
                    .findFirst();
            row.ifPresent(this::select);
        });
    }

    private <R> void quietly(String what, Job<R> job, java.util.function.Consumer<R> then) {
        jobs.startQuietly(what, job)
                .then(
                        result -> window.execute(() -> then.accept(result)),
                        failure -> window.execute(() -> failed.accept("Cannot " + what, failure)));
    }
}
