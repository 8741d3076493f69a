package org.biogloss.ui.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.training.plot.Inks;

/// What the training page shows: the runs, which of them are looked at, and their curves. Holds no control;
/// runs without a toolkit. What one can do to a run is in [RunVerbs], how one is started in [StartViewModel].
public final class TrainingViewModel {

    /// The list of runs is read again at every so many looks at the event files.
    private static final int LOOKS_PER_LIST = 5;

    private static final double USUAL_SMOOTHING = 0.02;

    private final TrainingDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final Notices notices;
    private final FollowedRuns followed;
    private final RunVerbs verbs;
    private final StartViewModel starting;

    private List<TrainingDesk.RunRow> rows = List.of();
    private final ObservableList<RunLine> lines = FXCollections.observableArrayList();
    // Read-only views are held on to: a fresh one would be collected, and its listeners with it.
    private final ObservableList<RunLine> linesShown = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyObjectWrapper<Optional<RunLine>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Set<String>> ticked = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Differences> differences = new ReadOnlyObjectWrapper<>(Differences.NONE);
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final BooleanProperty grouped = new SimpleBooleanProperty(true);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(false);
    private final DoubleProperty smoothing = new SimpleDoubleProperty(USUAL_SMOOTHING);
    private final Map<String, Integer> colours = new HashMap<>();
    private final AtomicBoolean listing = new AtomicBoolean();
    private int looks;

    /// @param window runs on the window's thread what it is given
    public TrainingViewModel(TrainingDesk desk, Jobs jobs, Executor window, Notices notices) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.notices = notices;
        followed = new FollowedRuns(desk, jobs, window, notices::fail);
        verbs = new RunVerbs(desk, jobs, window, notices, this);
        starting = new StartViewModel(desk, jobs, window, notices, id -> list(Optional.of(id)));
        grouped.subscribe(() -> lay(Optional.empty()));
        smoothing.subscribe(this::changed);
        logarithmic.subscribe(this::changed);
    }

    public ObservableList<RunLine> lines() {
        return linesShown;
    }

    public ReadOnlyObjectProperty<Optional<RunLine>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// The ids of the runs that are ticked for overlay.
    public ReadOnlyObjectProperty<Set<String>> tickedProperty() {
        return ticked.getReadOnlyProperty();
    }

    public boolean isTicked(RunLine line) {
        return line.runs().stream().allMatch(row -> ticked.get().contains(row.id()));
    }

    /// In what the runs looked at differ.
    public ReadOnlyObjectProperty<Differences> differencesProperty() {
        return differences.getReadOnlyProperty();
    }

    /// Grows whenever there is more, or something else, to draw.
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// Whether runs that differ in their seed alone share a line.
    public BooleanProperty groupedProperty() {
        return grouped;
    }

    /// Whether the loss is drawn by powers of ten.
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /// Over which share of its steps a curve is evened out: 0 for not at all.
    public DoubleProperty smoothingProperty() {
        return smoothing;
    }

    public RunVerbs verbs() {
        return verbs;
    }

    public StartViewModel starting() {
        return starting;
    }

    /// The run whose figures stand on top.
    public Optional<TrainingDesk.RunRow> front() {
        return selected.get().map(RunLine::front);
    }

    /// Of the run on top.
    public RunCurve curve() {
        return front().map(row -> followed.curve(row.id())).orElseGet(RunCurve::new);
    }

    public RunCurve curve(String runId) {
        return followed.curve(runId);
    }

    /// What the charts show: what is ticked, and what is selected.
    public List<RunLine> looked() {
        return lines.stream()
                .filter(line -> isTicked(line) || selected.get().equals(Optional.of(line)))
                .toList();
    }

    /// Where the charts show this line, its colour.
    public Optional<Integer> colour(RunLine line) {
        return Optional.ofNullable(colours.get(line.id()));
    }

    RunPlots plots() {
        var traces = looked().stream()
                .map(line -> new RunPlots.Trace(
                        line.name(),
                        colour(line).orElse(0),
                        line.runs().stream()
                                .map(row -> followed.curve(row.id()))
                                .toList()))
                .toList();
        return new RunPlots(traces, smoothing.get(), logarithmic.get());
    }

    /// Looks again at what there is to learn from, and at the runs.
    public void refresh() {
        starting.refresh();
        list(Optional.empty());
    }

    public void select(RunLine line) {
        selected.set(Optional.of(line));
        look();
    }

    public void tick(RunLine line, boolean on) {
        var now = new HashSet<>(ticked.get());
        for (var row : line.runs()) {
            if (on) now.add(row.id());
            else now.remove(row.id());
        }
        ticked.set(Set.copyOf(now));
        look();
    }

    /// Takes every tick away, or ticks all where there is none.
    public void tickAllOrNone() {
        var all = new HashSet<String>();
        if (ticked.get().isEmpty()) rows.forEach(row -> all.add(row.id()));
        ticked.set(Set.copyOf(all));
        look();
    }

    /// Reads what the runs have told since. Call it a few times a second while the page shows.
    public void poll() {
        if (looks++ % LOOKS_PER_LIST == 0 && looks > 1) list(Optional.empty());
        read();
    }

    /// The curves that the charts show, as a table.
    CurveFile curves() {
        var curves = new ArrayList<CurveFile.Run>();
        for (var line : looked()) {
            for (var row : line.runs()) curves.add(new CurveFile.Run(row.name(), followed.curve(row.id())));
        }
        return CurveFile.of(curves);
    }

    /// Forgets what was read of runs that are gone.
    void gone(List<String> runIds) {
        runIds.forEach(followed::forget);
        list(Optional.empty());
    }

    /// Lists the runs again.
    ///
    /// @param select the run to show then
    void list(Optional<String> select) {
        if (!listing.compareAndSet(false, true) && select.isEmpty()) return;
        jobs.startQuietly("list the runs", _ -> desk.runs())
                .then(
                        now -> window.execute(() -> {
                            listing.set(false);
                            take(now, select);
                        }),
                        failure -> window.execute(() -> {
                            listing.set(false);
                            notices.fail("Cannot list the runs", failure);
                        }));
    }

    private void take(List<TrainingDesk.RunRow> now, Optional<String> select) {
        boolean same = rows.equals(now);
        rows = now;
        if (!same || select.isPresent()) lay(select);
    }

    private void lay(Optional<String> select) {
        var wanted = select.or(() -> front().map(TrainingDesk.RunRow::id));
        var now = grouped.get() ? RunLine.grouped(rows) : RunLine.single(rows);
        put(now);
        var line = now.stream()
                .filter(one -> wanted.isPresent() && one.holds(wanted.get()))
                .findFirst()
                .or(() -> now.stream().findFirst());
        selected.set(line);
        look();
    }

    /// Lines that have not moved stay the same to the table: its scrolling and its focus too.
    private void put(List<RunLine> now) {
        boolean inPlace = lines.stream()
                .map(RunLine::id)
                .toList()
                .equals(now.stream().map(RunLine::id).toList());
        if (!inPlace) {
            lines.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) if (!lines.get(i).equals(now.get(i))) lines.set(i, now.get(i));
    }

    private void look() {
        var shown = looked();
        paint(shown);
        var ids = new LinkedHashSet<String>();
        for (var line : shown) line.runs().forEach(row -> ids.add(row.id()));
        followed.want(ids);
        differences.set(Differences.between(shown));
        changed();
        read();
    }

    private void read() {
        followed.poll(told -> {
            if (!told.isEmpty()) changed();
        });
    }

    /// A line keeps its colour while it is shown; a new one takes the first that is free.
    private void paint(List<RunLine> shown) {
        colours.keySet().retainAll(shown.stream().map(RunLine::id).toList());
        for (var line : shown) {
            int free = 0;
            while (free < Inks.COLOURS && colours.containsValue(free)) free++;
            colours.putIfAbsent(line.id(), free % Inks.COLOURS);
        }
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
