package org.biogloss.ui.leaderboard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.biogloss.benchmark.Leaderboard;
import org.biogloss.benchmark.Row;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.Notices;

/// What the leaderboard shows and what one can do there. Holds no control; runs without a toolkit.
public final class LeaderboardViewModel {

    /// By what the plot lays rows out from left to right.
    public enum Across {
        PARAMETERS,
        SPEED;

        OptionalDouble of(Row row) {
            return switch (this) {
                case PARAMETERS ->
                    row.parameters().isPresent()
                            ? OptionalDouble.of(row.parameters().getAsLong() / 1e6)
                            : OptionalDouble.empty();
                case SPEED -> row.wordsPerSecond();
            };
        }
    }

    private final LeaderboardDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final Notices notices;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    // Held on to: a fresh view would be collected, and its listeners with it.
    private final ObservableList<Row> rowsShown = FXCollections.unmodifiableObservableList(rows);
    private final StringProperty words = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Row.Kind>> kind = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Measure> plotted = new SimpleObjectProperty<>(new Measure.Blurb());
    private final ObjectProperty<Across> across = new SimpleObjectProperty<>(Across.PARAMETERS);
    private final ReadOnlyObjectWrapper<Optional<Row>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Row>> baseline = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Leaderboard all = new Leaderboard(List.of());

    public LeaderboardViewModel(LeaderboardDesk desk, Jobs jobs, Executor window, Notices notices) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.notices = notices;
        words.subscribe(_ -> filter());
        kind.subscribe(_ -> filter());
    }

    /// The rows that pass the filters, the best BLURB score first.
    public ObservableList<Row> rows() {
        return rowsShown;
    }

    /// Only rows whose name holds this.
    public StringProperty wordsProperty() {
        return words;
    }

    /// Only rows of this kind.
    public ObjectProperty<Optional<Row.Kind>> kindProperty() {
        return kind;
    }

    /// What the plot shows from bottom to top.
    public ObjectProperty<Measure> plottedProperty() {
        return plotted;
    }

    public ObjectProperty<Across> acrossProperty() {
        return across;
    }

    public ReadOnlyObjectProperty<Optional<Row>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// The row that the others are compared with.
    public ReadOnlyObjectProperty<Optional<Row>> baselineProperty() {
        return baseline.getReadOnlyProperty();
    }

    public void select(Optional<Row> row) {
        selected.set(row);
    }

    /// Shows how far the others lie from the selected row; from none, if it is the one already.
    public void compareWithSelected() {
        var now = selected.get();
        baseline.set(now.equals(baseline.get()) ? Optional.empty() : now);
    }

    /// By how much a row's score is above the baseline's; nothing for the baseline itself or where a score is missing.
    public OptionalDouble difference(Row row, Measure measure) {
        var from = baseline.get();
        if (from.isEmpty() || from.get().equals(row)) return OptionalDouble.empty();
        var here = measure.of(row);
        var there = measure.of(from.get());
        return here.isPresent() && there.isPresent()
                ? OptionalDouble.of(here.getAsDouble() - there.getAsDouble())
                : OptionalDouble.empty();
    }

    /// Looks again at what is on disk.
    public void refresh() {
        jobs.startQuietly("read the leaderboard", _ -> desk.board())
                .then(
                        board -> window.execute(() -> take(board)),
                        failure -> notices.fail(Words.TEXT.get("cannotRead"), failure));
    }

    private void take(Leaderboard board) {
        all = board;
        selected.set(again(selected.get()));
        baseline.set(again(baseline.get()));
        filter();
    }

    /// The row of the same name among what was just read.
    private Optional<Row> again(Optional<Row> before) {
        return before.flatMap(old -> all.rows().stream()
                .filter(row -> row.name().equals(old.name()) && row.kind() == old.kind())
                .findFirst());
    }

    private void filter() {
        var now = all.only(kind.get(), words.get()).rows();
        if (!rows.equals(now)) rows.setAll(now);
    }
}
