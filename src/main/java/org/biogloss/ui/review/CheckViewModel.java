package org.biogloss.ui.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.Notices;
import org.biogloss.workbench.Review;
import org.biogloss.workbench.review.Finding;
import org.biogloss.workbench.review.Fixing;
import org.biogloss.workbench.review.Ignored;

/// Where the project contradicts itself, kind by kind, and what is done about it.
public final class CheckViewModel {

    /// More than this many of a kind nobody reads; they are counted, and shown once others are mended.
    static final int MOST_SHOWN = 5_000;

    private final Review review;
    private final Surroundings around;
    private final Notices notices;
    private final Executor window;
    private final OneJob job;
    private final Map<Finding.Kind, ReadOnlyIntegerWrapper> counts = new EnumMap<>(Finding.Kind.class);
    private final Map<Finding.Kind, List<Finding>> found = new EnumMap<>(Finding.Kind.class);
    private final ObjectProperty<Finding.Kind> kind = new SimpleObjectProperty<>(Finding.Kind.OTHER_TYPE);
    private final BooleanProperty ignoredShown = new SimpleBooleanProperty(false);
    private final ReadOnlyBooleanWrapper checked = new ReadOnlyBooleanWrapper(false);
    private final ObservableList<Finding> shown = FXCollections.observableArrayList();
    private Optional<Ignored> ignored = Optional.empty();

    CheckViewModel(Review review, Surroundings around, Jobs jobs, Executor window, Notices notices) {
        this.review = review;
        this.around = around;
        this.notices = notices;
        this.window = window;
        this.job = new OneJob(jobs, window, notices::fail);
        for (var each : Finding.Kind.values()) {
            counts.put(each, new ReadOnlyIntegerWrapper(0));
            found.put(each, new ArrayList<>());
        }
        kind.subscribe(_ -> arrange());
        ignoredShown.subscribe(_ -> arrange());
    }

    public ObjectProperty<Finding.Kind> kindProperty() {
        return kind;
    }

    /// How many of a kind there are that nobody ignores.
    public ReadOnlyIntegerProperty countProperty(Finding.Kind of) {
        return count(of).getReadOnlyProperty();
    }

    public BooleanProperty ignoredShownProperty() {
        return ignoredShown;
    }

    /// Whether the project was looked through since the page was opened.
    public ReadOnlyBooleanProperty checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    public ObservableList<Finding> shown() {
        return shown;
    }

    /// Whether it is being looked through, or something is being mended.
    public ReadOnlyBooleanProperty runningProperty() {
        return job.runningProperty();
    }

    OneJob job() {
        return job;
    }

    boolean isIgnored(Finding finding) {
        return ignored.filter(known -> known.contains(finding)).isPresent();
    }

    public void check() {
        found.values().forEach(List::clear);
        counts.values().forEach(count -> count.set(0));
        shown.clear();
        var known = new Ignored(review.workbench().store());
        ignored = Optional.of(known);
        checked.set(true);
        var inbox = new Inbox(known);
        job.look(
                Words.TEXT.get("checking"),
                context -> {
                    review.check(inbox::put, context);
                    return known;
                },
                _ -> inbox.empty());
    }

    /// Findings on their way to the window, many shown as one.
    private final class Inbox {

        private final Ignored known;
        private final ConcurrentLinkedQueue<Finding> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean asked = new AtomicBoolean();

        Inbox(Ignored known) {
            this.known = known;
        }

        void put(Finding finding) {
            waiting.add(finding);
            if (!asked.getAndSet(true)) window.execute(this::empty);
        }

        void empty() {
            asked.set(false);
            boolean mine = ignored.filter(now -> now == known).isPresent();
            for (var one = waiting.poll(); one != null; one = waiting.poll()) if (mine) take(one);
        }
    }

    private void take(Finding finding) {
        boolean out = isIgnored(finding);
        var same = found(finding.kind());
        if (same.size() < MOST_SHOWN) {
            same.add(finding);
            if (finding.kind() == kind.get() && out == ignoredShown.get()) shown.add(finding);
        }
        if (!out) add(finding.kind(), 1);
    }

    private ReadOnlyIntegerWrapper count(Finding.Kind of) {
        return Objects.requireNonNull(counts.get(of));
    }

    private List<Finding> found(Finding.Kind of) {
        return Objects.requireNonNull(found.get(of));
    }

    private void add(Finding.Kind to, int more) {
        count(to).set(count(to).get() + more);
    }

    private void arrange() {
        shown.setAll(found(kind.get()).stream()
                .filter(finding -> isIgnored(finding) == ignoredShown.get())
                .toList());
    }

    public void open(Finding finding) {
        around.open(finding.place().documentId(), finding.place().span());
    }

    /// They are shown no more, or, where the ignored are shown, shown again.
    public void ignore(List<Finding> findings) {
        if (findings.isEmpty() || ignored.isEmpty()) return;
        boolean again = ignoredShown.get();
        if (again) ignored.get().remove(findings);
        else ignored.get().add(findings);
        for (var one : findings) {
            add(one.kind(), again ? 1 : -1);
        }
        shown.removeAll(findings);
    }

    /// Those shown with the same text, which one action may mend together.
    List<Finding> like(Finding finding) {
        return shown.stream()
                .filter(other ->
                        other.place().text().equalsIgnoreCase(finding.place().text())
                                && Words.fix(other).equals(Words.fix(finding)))
                .toList();
    }

    /// Mends what one action can mend of these, as one step.
    public void fix(List<Finding> findings) {
        var mended = findings.stream().filter(Fixing::isPossible).toList();
        if (mended.isEmpty()) return;
        var title = mended.size() == 1
                ? Words.fix(mended.getFirst()) + ": “"
                        + mended.getFirst().place().text() + "”"
                : Words.TEXT.get(
                        "fixing", mended.size(), Words.kind(mended.getFirst().kind()));
        job.act(title, context -> review.fix(title, mended, context), _ -> {
            for (var one : mended) {
                if (found(one.kind()).remove(one)) add(one.kind(), -1);
            }
            shown.removeAll(mended);
            notices.say(Words.TEXT.get("fixed", mended.size()), new Notices.Action(Words.TEXT.get("undo"), this::undo));
        });
    }

    /// Takes back the last action of the project, and looks again.
    public void undo() {
        job.act(Words.TEXT.get("undoing"), _ -> review.workbench().undo(), undone -> {
            undone.ifPresent(entry -> notices.say(Words.TEXT.get("undone", entry.title())));
            check();
        });
    }
}
