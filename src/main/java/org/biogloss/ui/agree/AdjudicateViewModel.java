package org.biogloss.ui.agree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.biogloss.agreement.Adjudication;
import org.biogloss.agreement.Case;
import org.biogloss.agreement.Side;
import org.biogloss.agreement.Verdict;
import org.biogloss.agreement.Wording;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.JobState;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.biogloss.jobs.RunningJob;
import org.biogloss.ui.kit.FxJob;
import org.biogloss.ui.kit.Notices;
import org.biogloss.workbench.Adjudicator;
import org.biogloss.workbench.Comparison;

/// Two layers on their way into a third, document by document and case by case. Longer than other classes because all
/// verbs of adjudication stand here.
///
/// A decision is on disk when its verb returns, on the window's thread, so that what is typed fast is decided in the
/// order in which it is typed; what goes over many documents is a job.
public final class AdjudicateViewModel {

    private static final String USUAL_GOLD = "gold";
    private static final String OTHER_GOLD = "adjudicated";

    /// Which two, and into what.
    ///
    /// @param confidence from which on a model counts
    public record Sides(String left, String right, String gold, double confidence) {}

    /// Which cases are listed.
    public enum Listed {
        DIFFERING,
        OPEN,
        ALL
    }

    /// A case in the list: its number in the document, and what is known of it now.
    public record Row(int number, Adjudication.Ruled ruled) {}

    private final AgreeDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final Notices notices;

    private final ReadOnlyObjectWrapper<Optional<Sides>> sides = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Adjudicator.DocumentTally> documents = FXCollections.observableArrayList();
    private final ObservableList<Adjudicator.DocumentTally> documentsShown =
            FXCollections.unmodifiableObservableList(documents);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Adjudication>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper cursor = new ReadOnlyIntegerWrapper(-1);
    private final ObjectProperty<Listed> listing = new SimpleObjectProperty<>(Listed.DIFFERING);
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Row> rowsShown = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyBooleanWrapper visible = new ReadOnlyBooleanWrapper(false);

    private Optional<Adjudicator> adjudicator = Optional.empty();
    private List<Comparison.Layer> layers = List.of();
    private Optional<FxJob<?>> running = Optional.empty();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Optional<Case> wanted = Optional.empty();
    private boolean behind;
    private boolean deciding;

    /// Decisions that the project has not told of yet.
    private int own;

    AdjudicateViewModel(AgreeDesk desk, Jobs jobs, Executor window, Notices notices) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.notices = notices;
        listing.subscribe(_ -> list());
    }

    public ReadOnlyObjectProperty<Optional<Sides>> sidesProperty() {
        return sides.getReadOnlyProperty();
    }

    /// Why these cannot be adjudicated, in words.
    public ReadOnlyObjectProperty<Optional<String>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// Those on which at least one of the two says something.
    public ObservableList<Adjudicator.DocumentTally> documents() {
        return documentsShown;
    }

    /// Whether the documents have been read.
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// How far what goes over all documents is.
    public ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// The document at hand.
    public ReadOnlyObjectProperty<Optional<Adjudication>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// The number of the case at hand in its document; -1 where there is none.
    public ReadOnlyIntegerProperty cursorProperty() {
        return cursor.getReadOnlyProperty();
    }

    public ObjectProperty<Listed> listingProperty() {
        return listing;
    }

    public ObservableList<Row> rows() {
        return rowsShown;
    }

    /// Whether adjudication and not the figures are in front.
    public ReadOnlyBooleanProperty visibleProperty() {
        return visible.getReadOnlyProperty();
    }

    public void show(boolean on) {
        visible.set(on);
        if (on) refresh();
    }

    public Optional<Adjudication.Ruled> ruled() {
        return current.get()
                .filter(now -> cursor.get() >= 0 && cursor.get() < now.cases().size())
                .map(now -> now.cases().get(cursor.get()));
    }

    public Optional<Passage> passage() {
        return ruled().flatMap(_ -> current.get()).map(now -> Passage.around(now, cursor.get()));
    }

    /// What is said, in a few words; with the concepts.
    public String words(Annotation said) {
        var document = current.get().orElseThrow().document();
        var mentions = said instanceof Mention
                ? List.<Mention>of()
                : document.mentions().toList();
        return Wording.of(said, document.text(), mentions);
    }

    /// The layers of the project as they are now; what was adjudicated last comes back.
    void layersAre(List<Comparison.Layer> now, Set<String> chosen) {
        layers = now;
        if (sides.get().isPresent()) return;
        var names = now.stream().map(Comparison.Layer::name).toList();
        var remembered = desk.remembered("adjudicated").map(text -> List.of(text.split("\n", -1)));
        if (remembered
                .filter(r -> r.size() == 4 && names.containsAll(r.subList(0, 2)))
                .isPresent()) {
            var r = remembered.get();
            take(new Sides(r.get(0), r.get(1), r.get(2), Double.parseDouble(r.get(3))));
            return;
        }
        var two = names.stream().filter(chosen::contains).limit(2).toList();
        if (two.size() == 2) {
            boolean goldIsFree = !two.contains(USUAL_GOLD);
            take(new Sides(two.get(0), two.get(1), goldIsFree ? USUAL_GOLD : OTHER_GOLD, 0.5));
        }
    }

    /// Whether what one of the two says comes from a model, so that its confidence matters.
    public boolean isAnyModels() {
        return sides.get()
                .filter(now -> layers.stream()
                        .anyMatch(one -> one.isModels()
                                && (one.name().equals(now.left()) || one.name().equals(now.right()))))
                .isPresent();
    }

    public List<String> layerNames() {
        return layers.stream().map(Comparison.Layer::name).toList();
    }

    /// Chooses who is compared and into what.
    public void choose(Sides now) {
        if (sides.get().filter(now::equals).isPresent()) return;
        take(now);
        if (trouble.get().isEmpty()) {
            desk.remember("adjudicated", String.join("\n", now.left(), now.right(), now.gold(), "" + now.confidence()));
        }
        if (visible.get()) load();
    }

    private void take(Sides now) {
        sides.set(Optional.of(now));
        adjudicator = Optional.empty();
        behind = true;
        loaded.set(false);
        documents.clear();
        close();
        trouble.set(trouble(now));
        if (trouble.get().isEmpty()) {
            adjudicator = Optional.of(desk.adjudicator(
                    side(now.left(), now), side(now.right(), now), now.gold().strip()));
        }
    }

    private static Optional<String> trouble(Sides now) {
        if (now.left().equals(now.right())) return Optional.of(Words.TEXT.get("trouble.same"));
        if (now.gold().isBlank()) return Optional.of(Words.TEXT.get("trouble.noGold"));
        if (now.gold().strip().equals(now.left()) || now.gold().strip().equals(now.right())) {
            return Optional.of(Words.TEXT.get("trouble.gold", now.gold().strip()));
        }
        return Optional.empty();
    }

    private Side side(String layer, Sides now) {
        boolean isModels = layers.stream().anyMatch(one -> one.name().equals(layer) && one.isModels());
        return new Side(layer, isModels ? now.confidence() : 0);
    }

    /// Reads again what has changed meanwhile, if it is in front.
    void refresh() {
        if (visible.get() && behind) load();
    }

    void changed(Set<String> ids) {
        if (deciding || adjudicator.isEmpty()) return;
        if (own > 0 && ids.size() == 1) {
            own--; // shown already
            return;
        }
        boolean few = !ids.isEmpty() && ids.size() <= 20 && loaded.get();
        if (!few) {
            behind = true;
            refresh();
            return;
        }
        for (var id : ids) renew(adjudicator.get().of(id));
    }

    private void load() {
        if (adjudicator.isEmpty()) return;
        var who = adjudicator.get();
        behind = false;
        run(Words.TEXT.get("reading"), who::tallies, found -> {
            if (adjudicator.filter(who::equals).isEmpty()) return;
            documents.setAll(found);
            loaded.set(true);
            var open = current.get().map(now -> now.document().id());
            var again = open.or(() -> desk.remembered("document"))
                    .filter(id -> found.stream().anyMatch(one -> one.id().equals(id)));
            if (wanted.isPresent()) openAt(wanted.get());
            else if (again.isPresent()) reopen(again.get());
            else
                found.stream()
                        .filter(one -> !one.tally().isDone())
                        .findFirst()
                        .or(() -> found.stream().findFirst())
                        .ifPresent(one -> open(one.id()));
        });
    }

    private void reopen(String id) {
        int before = current.get().isPresent() ? cursor.get() : -1;
        open(id);
        if (before >= 0
                && current.get().filter(now -> before < now.cases().size()).isPresent()) moveTo(before);
    }

    /// Opens the case of two layers that was seen elsewhere.
    void openAt(String left, String right, Case it) {
        var now = sides.get();
        boolean same = now.filter(s -> s.left().equals(left) && s.right().equals(right))
                .isPresent();
        if (!same) {
            var gold = now.map(Sides::gold).orElse(USUAL_GOLD);
            boolean free = !gold.equals(left) && !gold.equals(right);
            choose(new Sides(
                    left,
                    right,
                    free ? gold : OTHER_GOLD,
                    now.map(Sides::confidence).orElse(0.5)));
        }
        wanted = Optional.of(it);
        boolean wasVisible = visible.get();
        visible.set(true);
        if (loaded.get() && !behind) openAt(it);
        else if (!wasVisible || same) load();
    }

    private void openAt(Case it) {
        wanted = Optional.empty();
        open(it.document());
        current.get().ifPresent(now -> {
            for (int i = 0; i < now.cases().size(); i++) {
                var other = now.cases().get(i).of();
                if (other.one().equals(it.one()) && other.other().equals(it.other())) {
                    moveTo(i);
                    return;
                }
            }
        });
    }

    /// Opens a document at its first open difference.
    public void open(String documentId) {
        if (adjudicator.isEmpty()) return;
        if (current.get().filter(now -> now.document().id().equals(documentId)).isEmpty()) {
            desk.remember("document", documentId);
        }
        current.set(Optional.of(adjudicator.get().of(documentId)));
        list();
        int first = nextOpen(-1, 1);
        moveTo(first >= 0 ? first : rows.isEmpty() ? -1 : rows.getFirst().number());
    }

    private void close() {
        current.set(Optional.empty());
        rows.clear();
        cursor.set(-1);
    }

    private void list() {
        var now = current.get();
        var listed = new ArrayList<Row>();
        if (now.isPresent()) {
            var cases = now.get().cases();
            for (int i = 0; i < cases.size(); i++) {
                if (isListed(cases.get(i))) listed.add(new Row(i, cases.get(i)));
            }
        }
        rows.setAll(listed);
    }

    private boolean isListed(Adjudication.Ruled one) {
        return switch (listing.get()) {
            case DIFFERING -> !one.of().isAgreed();
            case OPEN -> one.isOpen();
            case ALL -> true;
        };
    }

    public void moveTo(int number) {
        cursor.set(number);
    }

    /// Goes to the next case in the list, or with -1 to the one before.
    public void step(int by) {
        if (rows.isEmpty()) return;
        int at = 0;
        while (at < rows.size() && rows.get(at).number() < cursor.get()) at++;
        boolean isListed = at < rows.size() && rows.get(at).number() == cursor.get();
        int to = isListed || by < 0 ? at + by : at;
        moveTo(rows.get(Math.clamp(to, 0, rows.size() - 1)).number());
    }

    /// Goes to the next difference that is open, into the next document if need be.
    public void nextOpen() {
        int next = nextOpen(cursor.get(), 1);
        if (next < 0) next = nextOpen(-1, 1);
        if (next >= 0) moveTo(next);
        else neighbour(1, true);
    }

    private int nextOpen(int from, int by) {
        if (current.get().isEmpty()) return -1;
        var cases = current.get().get().cases();
        for (int i = from + by; i >= 0 && i < cases.size(); i += by) {
            if (cases.get(i).isOpen() && !cases.get(i).of().isAgreed()) return i;
        }
        return -1;
    }

    /// Opens the next document, or with -1 the one before; only one in which something is open, if so wished.
    public void neighbour(int by, boolean onlyOpen) {
        int at = place();
        for (int i = 1; i <= documents.size(); i++) {
            int to = at + i * by;
            if (onlyOpen) to = Math.floorMod(to, documents.size());
            if (to < 0 || to >= documents.size()) return;
            var one = documents.get(to);
            if (onlyOpen && one.tally().isDone()) continue;
            if (to != at) open(one.id());
            return;
        }
    }

    /// Where the document at hand stands in the list; -1 where there is none.
    public int place() {
        var id = current.get().map(now -> now.document().id()).orElse("");
        for (int i = 0; i < documents.size(); i++) if (documents.get(i).id().equals(id)) return i;
        return -1;
    }

    public boolean allows(Verdict verdict) {
        return !isBusy() && ruled().isPresent() && current.get().orElseThrow().allows(cursor.get(), verdict);
    }

    /// Decides the case at hand and goes on to the next that is open in this document.
    public void decide(Verdict verdict) {
        if (!allows(verdict) || adjudicator.isEmpty()) return;
        var it = current.get().orElseThrow();
        doing(() -> adjudicator.get().decide(it, cursor.get(), verdict));
        int next = nextOpen(cursor.get(), 1);
        if (next >= 0) moveTo(next);
    }

    /// Takes all that both say of the document at hand.
    public void takeAgreed() {
        if (current.get().isEmpty() || adjudicator.isEmpty() || isBusy()) return;
        var it = current.get().get();
        doing(() -> adjudicator.get().takeAgreed(it));
    }

    /// Takes all that both say of all documents.
    public void takeAgreedEverywhere() {
        if (adjudicator.isEmpty() || isBusy()) return;
        var who = adjudicator.get();
        deciding = true;
        run(Words.TEXT.get("taking"), context -> who.takeAgreedEverywhere(context, true), taken -> {
            notices.say(
                    Words.TEXT.get("taken", taken.cases(), taken.documents(), who.gold()),
                    new Notices.Action(Words.TEXT.get("undo"), this::undo));
            load();
        });
    }

    /// Marks the document as done and goes to the next in which something is open.
    public void done() {
        var now = current.get();
        if (now.isEmpty() || adjudicator.isEmpty() || isBusy()) return;
        var document = now.get().document();
        if (document.status() != DocumentStatus.DONE) {
            doing(() -> Optional.of(adjudicator.get().mark(document, DocumentStatus.DONE)));
        }
        neighbour(1, true);
    }

    public void undo() {
        back(desk::undo);
    }

    public void redo() {
        back(desk::redo);
    }

    /// What is taken back may be large. Whoever takes back twice in a row means both.
    private void back(java.util.function.Supplier<Set<String>> verb) {
        if (isBusy()) {
            waiting.add(() -> back(verb));
            return;
        }
        deciding = true;
        follow(jobs.startQuietly("undo", _ -> verb.get()), Words.TEXT.get("cannotUndo"), this::takenBack);
    }

    private void takenBack(Set<String> ids) {
        if (ids.isEmpty() || adjudicator.isEmpty()) return;
        if (ids.size() > 1) {
            load();
            return;
        }
        var id = ids.iterator().next();
        if (documents.stream().noneMatch(one -> one.id().equals(id))) return;
        var before = current.get().filter(now -> now.document().id().equals(id));
        var after = adjudicator.get().of(id);
        renew(after);
        if (before.isEmpty()) open(id);
        else changedCase(before.get(), after).ifPresent(this::moveTo);
    }

    private static Optional<Integer> changedCase(Adjudication before, Adjudication after) {
        int cases = Math.min(before.cases().size(), after.cases().size());
        for (int i = 0; i < cases; i++) {
            if (!before.cases().get(i).gold().equals(after.cases().get(i).gold())
                    || before.cases().get(i).ruling() != after.cases().get(i).ruling()) return Optional.of(i);
        }
        return Optional.empty();
    }

    private void doing(java.util.function.Supplier<Optional<AnnotatedDocument>> verb) {
        try {
            verb.get().ifPresent(after -> {
                own++;
                renew(adjudicator.orElseThrow().of(after));
            });
        } catch (RuntimeException failure) {
            notices.fail(Words.TEXT.get("cannotDecide"), failure);
        }
    }

    /// Shows a document as it is now, where it stands in the lists.
    private void renew(Adjudication now) {
        var id = now.document().id();
        for (int i = 0; i < documents.size(); i++) {
            if (!documents.get(i).id().equals(id)) continue;
            int at = i;
            adjudicator.orElseThrow().tally(now).ifPresent(tally -> documents.set(at, tally));
        }
        if (current.get().filter(shown -> shown.document().id().equals(id)).isEmpty()) return;
        int before = cursor.get();
        current.set(Optional.of(now));
        relist(now);
        // Told again even where the number is the same: what is said there is another.
        cursor.set(-1);
        cursor.set(before < now.cases().size() ? before : -1);
    }

    /// Rows that stay are changed in place, so that a list keeps its scroll and its focus.
    private void relist(Adjudication now) {
        var fresh = new ArrayList<Row>();
        for (int i = 0; i < now.cases().size(); i++) {
            if (isListed(now.cases().get(i))) fresh.add(new Row(i, now.cases().get(i)));
        }
        boolean sameNumbers = Stream.of(rows, fresh)
                        .map(list -> list.stream().map(Row::number).toList())
                        .distinct()
                        .count()
                == 1;
        if (!sameNumbers) {
            rows.setAll(fresh);
            return;
        }
        for (int i = 0; i < fresh.size(); i++) if (!rows.get(i).equals(fresh.get(i))) rows.set(i, fresh.get(i));
    }

    /// Opens the case at hand in the reader, to be edited there.
    public void read() {
        ruled().ifPresent(it -> {
            var place = it.gold().stream()
                    .filter(Mention.class::isInstance)
                    .map(said -> ((Mention) said).hull())
                    .min(Comparator.naturalOrder())
                    .orElse(it.of().place());
            desk.read(it.of().document(), place);
        });
    }

    public void cancel() {
        running.ifPresent(job -> job.job().cancel());
    }

    private interface Work<R> {
        R run(JobContext context);
    }

    private <R> void run(String title, Work<R> work, Consumer<R> then) {
        follow(jobs.start(title, work::run), Words.TEXT.get("cannotRead"), then);
    }

    private <R> void follow(RunningJob<R> started, String failed, Consumer<R> then) {
        var job = new FxJob<>(started, window);
        running = Optional.of(job);
        progress.set(Optional.of(Progress.NONE));
        job.stateProperty().subscribe(state -> {
            switch (state) {
                case JobState.Waiting<R> _ -> {}
                case JobState.Running<R>(var now) -> progress.set(Optional.of(now));
                case JobState.Done<R>(var result) -> over(() -> then.accept(result));
                case JobState.Failed<R>(var cause) -> over(() -> notices.fail(failed, cause));
                case JobState.Cancelled<R> _ -> over(() -> {});
            }
        });
    }

    private void over(Runnable then) {
        deciding = false;
        progress.set(Optional.empty());
        then.run();
        while (!isBusy() && !waiting.isEmpty()) waiting.poll().run();
    }

    /// Whether something goes over the project just now; a decision would have to wait for it.
    private boolean isBusy() {
        return progress.get().isPresent();
    }
}
