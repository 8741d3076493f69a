package org.biogloss.ui.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.Notices;
import org.biogloss.workbench.Review;
import org.biogloss.workbench.review.Asked;
import org.biogloss.workbench.review.Hit;
import org.biogloss.workbench.review.Present;
import org.biogloss.workbench.review.Propagation;
import org.biogloss.workbench.review.SwitchedOff;

/// All occurrences of a name, line by line, and what a person decides of each.
///
/// Nothing is written until [#apply], except what was turned down when another name is asked for: that is remembered.
/// Longer than other classes because the verbs of the concordance all work on its one list of lines.
public final class OccurrencesViewModel {

    /// In which order the lines stand.
    public enum Order {
        FOUND,
        LEFT,
        RIGHT,
        DOCUMENT
    }

    /// How many lines there are, and what is to become of them.
    public record Tally(int hits, int documents, int yes, int no, int annotated, int turnedDown) {

        static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);
    }

    private record Marked(Line line, Line.Choice before) {}

    private static final int MOST_UNDONE = 1_000;

    private final Review review;
    private final Surroundings around;
    private final Notices notices;
    private final Executor window;
    private final Jobs jobs;
    private final OneJob job;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty type = new SimpleStringProperty("");
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Surroundings.Reach> reach = new SimpleObjectProperty<>(Surroundings.Reach.EVERYTHING);
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.FOUND);
    private final BooleanProperty turnedDownShown = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<Optional<Asked>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Tally> tally = new ReadOnlyObjectWrapper<>(Tally.NONE);
    private final ObservableList<Line> shown = FXCollections.observableArrayList();
    private final ObservableList<VariantRow> variants = FXCollections.observableArrayList();
    private final List<Line> all = new ArrayList<>();
    private final Map<String, VariantRow> rows = new LinkedHashMap<>();
    private final Deque<List<Marked>> marked = new ArrayDeque<>();
    private List<String> concepts = List.of();

    OccurrencesViewModel(Review review, Surroundings around, Jobs jobs, Executor window, Notices notices) {
        this.review = review;
        this.around = around;
        this.notices = notices;
        this.window = window;
        this.jobs = jobs;
        this.job = new OneJob(jobs, window, notices::fail);
        filter.subscribe(_ -> arrange());
        order.subscribe(_ -> arrange());
        turnedDownShown.subscribe(_ -> arrange());
        name.subscribe(_ -> concepts = List.of());
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty typeProperty() {
        return type;
    }

    StringProperty filterProperty() {
        return filter;
    }

    public ObjectProperty<Surroundings.Reach> reachProperty() {
        return reach;
    }

    public ObjectProperty<Order> orderProperty() {
        return order;
    }

    /// Whether places that were turned down earlier are shown too.
    public BooleanProperty turnedDownShownProperty() {
        return turnedDownShown;
    }

    /// What the lines are the occurrences of.
    public ReadOnlyObjectProperty<Optional<Asked>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Tally> tallyProperty() {
        return tally.getReadOnlyProperty();
    }

    ObservableList<Line> shown() {
        return shown;
    }

    ObservableList<VariantRow> variants() {
        return variants;
    }

    OneJob job() {
        return job;
    }

    List<String> types() {
        return around.types();
    }

    /// Looks for a name that was marked in the reader or found elsewhere on the page.
    ///
    /// @param itsConcepts what each new mention gets too
    public void find(String itsName, String itsType, List<String> itsConcepts) {
        name.set(itsName.strip().replaceAll("\\s+", " "));
        type.set(itsType);
        concepts = List.copyOf(itsConcepts);
        find();
    }

    public void find() {
        rememberTurnedDown();
        forget();
        var scope = around.scope(reach.get());
        if (name.get().isBlank() || type.get().isBlank()) return;
        if (scope.isEmpty()) {
            notices.say(Words.TEXT.get("noScope." + reach.get()));
            return;
        }
        var now = new Asked(name.get(), type.get(), concepts, scope.get());
        asked.set(Optional.of(now));
        var off = new SwitchedOff(review.workbench().store()).of(now.name(), now.type());
        var inbox = new Inbox(now, off);
        job.look(
                Words.TEXT.get("finding", now.name()),
                context -> {
                    review.occurrences(now, inbox::put, context);
                    return now;
                },
                _ -> {
                    inbox.empty();
                    count();
                });
    }

    /// What a job found and the window has not shown yet: many batches are shown as one.
    private final class Inbox {

        private final Asked of;
        private final java.util.Set<String> off;
        private final ConcurrentLinkedQueue<Hit> hits = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean asked = new AtomicBoolean();

        Inbox(Asked of, java.util.Set<String> off) {
            this.of = of;
            this.off = off;
        }

        void put(List<Hit> found) {
            hits.addAll(found);
            if (!asked.getAndSet(true)) window.execute(this::empty);
        }

        void empty() {
            asked.set(false);
            var lines = new ArrayList<Line>();
            for (var hit = hits.poll(); hit != null; hit = hits.poll()) lines.add(new Line(hit));
            if (OccurrencesViewModel.this.asked.get().filter(now -> now == of).isPresent()) take(lines, off);
        }
    }

    private void take(List<Line> lines, java.util.Set<String> off) {
        for (var line : lines) {
            var variant = line.hit().variant();
            var row = rows.computeIfAbsent(SwitchedOff.line(variant), key -> {
                var fresh = new VariantRow(variant, variant.proposed() && !off.contains(key));
                fresh.onProperty().addListener((_, _, on) -> switched(fresh, on));
                variants.add(fresh);
                return fresh;
            });
            row.more();
            all.add(line);
        }
        if (order.get() == Order.FOUND) {
            shown.addAll(lines.stream().filter(this::isShown).toList());
            count();
        } else {
            arrange();
        }
    }

    /// A spelling that is doubted is proposed once a person switches it on.
    private void switched(VariantRow row, boolean on) {
        asked.get()
                .ifPresent(now ->
                        new SwitchedOff(review.workbench().store()).put(now.name(), now.type(), row.variant(), on));
        if (on && !row.variant().proposed()) {
            for (var line : all) {
                if (line.hit().variant() == row.variant()
                        && line.hit().present().isOpen()
                        && line.choice() == Line.Choice.OPEN) line.choose(Line.Choice.YES);
            }
        }
        arrange();
    }

    /// All lines of the shown spellings that pass the filter, in the chosen order.
    private void arrange() {
        var lines = new ArrayList<>(all.stream().filter(this::isShown).toList());
        Comparator<Line> by = switch (order.get()) {
            case FOUND -> (_, _) -> 0;
            case LEFT ->
                Comparator.comparing(line -> fromTheEnd(line.hit().place().left()));
            case RIGHT ->
                Comparator.comparing(line -> line.hit().place().right().strip().toLowerCase(Locale.ROOT));
            case DOCUMENT ->
                Comparator.comparing((Line line) -> line.hit().place().title())
                        .thenComparing(line -> line.hit().place().documentId())
                        .thenComparing(line -> line.hit().place().span());
        };
        lines.sort(by);
        shown.setAll(lines);
        count();
    }

    /// So that lines with the same words before the name stand together.
    private static String fromTheEnd(String left) {
        return new StringBuilder(left.strip().toLowerCase(Locale.ROOT))
                .reverse()
                .toString();
    }

    private boolean isShown(Line line) {
        if (!isOn(line)) return false;
        if (line.hit().present().kind() == Present.Kind.REJECTED && !turnedDownShown.get()) return false;
        var wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) return true;
        var place = line.hit().place();
        return (place.left() + place.text() + place.right() + "\n" + place.title())
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private boolean isOn(Line line) {
        var row = rows.get(SwitchedOff.line(line.hit().variant()));
        return row != null && row.onProperty().get();
    }

    private void count() {
        int yes = 0;
        int no = 0;
        int annotated = 0;
        int turnedDown = 0;
        int hits = 0;
        var documents = new java.util.HashSet<String>();
        for (var line : all) {
            var kind = line.hit().present().kind();
            if (kind == Present.Kind.REJECTED) turnedDown++;
            if (!isOn(line)) continue;
            hits++;
            documents.add(line.hit().place().documentId());
            if (kind == Present.Kind.ANNOTATED) annotated++;
            else if (line.choice() == Line.Choice.YES) yes++;
            else if (line.choice() == Line.Choice.NO) no++;
        }
        tally.set(new Tally(hits, documents.size(), yes, no, annotated, turnedDown));
    }

    // Deciding.

    void choose(List<Line> lines, Line.Choice choice) {
        var before = new ArrayList<Marked>();
        for (var line : lines) {
            if (line.choice() == choice) continue;
            before.add(new Marked(line, line.choice()));
            line.choose(choice);
        }
        if (before.isEmpty()) return;
        marked.push(before);
        if (marked.size() > MOST_UNDONE) marked.removeLast();
        count();
    }

    public void chooseAllShown(boolean wanted) {
        choose(List.copyOf(shown), wanted ? Line.Choice.YES : Line.Choice.NO);
    }

    /// Takes back the last decision on lines; nothing of it was written yet.
    public void unchoose() {
        if (marked.isEmpty()) return;
        for (var one : marked.pop()) one.line().choose(one.before());
        count();
    }

    void open(Line line) {
        around.open(line.hit().place().documentId(), line.hit().place().span());
    }

    /// Annotates what is marked, remembers what is turned down, and looks again.
    public void apply() {
        var now = asked.get();
        var decisions = decisions(true);
        if (now.isEmpty() || decisions.isEmpty()) return;
        long wanted = decisions.stream().filter(Propagation.Decision::wanted).count();
        marked.clear();
        job.act(
                Words.TEXT.get("applying", now.get().name()),
                context -> review.decide(now.get(), decisions, context),
                documents -> {
                    notices.say(
                            Words.TEXT.get("applied", wanted, documents),
                            new Notices.Action(Words.TEXT.get("undo"), this::undo));
                    again();
                });
    }

    /// Takes back the last action of the project, and looks again.
    public void undo() {
        job.act(Words.TEXT.get("undoing"), _ -> review.workbench().undo(), undone -> {
            undone.ifPresent(entry -> notices.say(Words.TEXT.get("undone", entry.title())));
            again();
        });
    }

    public void redo() {
        job.act(Words.TEXT.get("redoing"), _ -> review.workbench().redo(), redone -> {
            redone.ifPresent(entry -> notices.say(Words.TEXT.get("redone", entry.title())));
            again();
        });
    }

    /// What a person turned down by hand is kept when another name is asked for.
    private void rememberTurnedDown() {
        var decisions = decisions(false);
        var now = asked.get();
        if (decisions.isEmpty() || now.isEmpty()) return;
        var title = Words.TEXT.get("remembering", now.get().name());
        jobs.start(title, context -> review.decide(now.get(), decisions, context))
                .then(_ -> {}, failure -> notices.fail(title, failure));
    }

    /// The same when the project is closed: it is kept when this returns.
    void close() {
        job.stop();
        var decisions = decisions(false);
        var now = asked.get();
        all.clear();
        if (decisions.isEmpty() || now.isEmpty()) return;
        try {
            review.decide(now.get(), decisions, JobContext.silent());
        } catch (RuntimeException e) { // The project closes all the same; what failed is told.
            notices.fail(Words.TEXT.get("remembering", now.get().name()), e);
        }
    }

    private List<Propagation.Decision> decisions(boolean wantedToo) {
        return all.stream()
                .filter(line -> isOn(line) && line.choice() != Line.Choice.OPEN)
                .filter(line -> line.hit().present().kind() != Present.Kind.ANNOTATED)
                .filter(line -> wantedToo || line.choice() == Line.Choice.NO)
                .map(line -> new Propagation.Decision(
                        line.hit().place().documentId(), line.hit().place().span(), line.choice() == Line.Choice.YES))
                .toList();
    }

    private void again() {
        forget();
        if (!name.get().isBlank()) find();
    }

    private void forget() {
        all.clear();
        rows.clear();
        variants.clear();
        shown.clear();
        marked.clear();
        asked.set(Optional.empty());
        tally.set(Tally.NONE);
    }
}
