package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.biogloss.document.Mention;
import org.biogloss.search.Terminologies.Located;
import org.biogloss.workbench.Concepts.Candidate;

/// The concepts of the selected mention: which it has, which may be meant, what is known of them.
///
/// Looking up runs beside everything else: an answer that comes after a newer question is not shown.
public final class ConceptViewModel {

    private static final int MOST = 12;

    /// The mention as it is shown.
    private record Shown(Mention mention, String words, String documentId) {}

    private final ConceptDesk desk;
    private final Executor work;
    private final Executor window;
    private final BiConsumer<String, Throwable> failed;
    private final BiConsumer<Mention, List<String>> keep;
    private Optional<Shown> shown = Optional.empty();
    private String typed = "";
    private long asked;
    private final Map<String, Optional<Located>> known = new HashMap<>();
    private final ReadOnlyObjectWrapper<List<Candidate>> choices = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<String, Optional<Located>>> names = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<Located>> detail = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper bare = new ReadOnlyBooleanWrapper(false);
    private final List<Runnable> whenOpened = new ArrayList<>();
    private final List<Runnable> whenLeft = new ArrayList<>();

    /// @param keep gives a mention these concepts
    ConceptViewModel(
            ConceptDesk desk,
            Executor work,
            Executor window,
            BiConsumer<String, Throwable> failed,
            BiConsumer<Mention, List<String>> keep) {
        this.desk = desk;
        this.work = work;
        this.window = window;
        this.failed = failed;
        this.keep = keep;
    }

    /// What may be meant, the likeliest first; what the person typed is among it, as an id of its own.
    ReadOnlyObjectProperty<List<Candidate>> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /// What is known of the mention's ids; nothing for those that no terminology has.
    ReadOnlyObjectProperty<Map<String, Optional<Located>>> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /// What is known of the choice that is highlighted.
    ReadOnlyObjectProperty<Optional<Located>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /// Whether there is no terminology to look in.
    ReadOnlyBooleanProperty bareProperty() {
        return bare.getReadOnlyProperty();
    }

    List<String> concepts() {
        return shown.map(now -> now.mention().concepts()).orElse(List.of());
    }

    void show(Mention mention, String words, String documentId) {
        boolean same = shown.filter(now -> now.mention().id().equals(mention.id())
                        && now.mention().concepts().equals(mention.concepts()))
                .isPresent();
        shown = Optional.of(new Shown(mention, words, documentId));
        if (same) return;
        name(mention.concepts());
        choices.set(List.of());
    }

    /// Looks up what may be meant, now that so much is typed.
    void look(String now) {
        typed = now.strip();
        shown.ifPresent(current -> {
            long mine = ++asked;
            var words = current.words();
            var text = typed;
            aside(
                    "Cannot look up concepts",
                    () -> Map.entry(desk.candidates(words, text, MOST), desk.hasTerminologies()),
                    found -> {
                        bare.set(!found.getValue());
                        if (mine == asked) choices.set(offered(found.getKey(), text));
                    });
        });
    }

    /// Without those that the mention has; with what is typed, first where it looks like an id.
    private List<Candidate> offered(List<Candidate> found, String text) {
        var offered = new ArrayList<Candidate>();
        for (var candidate : found) if (!concepts().contains(candidate.id())) offered.add(candidate);
        boolean isThere = concepts().contains(text)
                || offered.stream().anyMatch(candidate -> candidate.id().equals(text));
        if (text.isEmpty() || isThere) return offered;
        var asTyped = new Candidate(text, "", 0, Optional.empty());
        if (text.matches("\\S+:\\S+")) offered.addFirst(asTyped);
        else offered.add(asTyped);
        return offered;
    }

    void highlight(Optional<Candidate> choice) {
        if (choice.isEmpty()) {
            detail.set(Optional.empty());
            return;
        }
        var id = choice.get().id();
        long mine = asked;
        aside("Cannot read the concept " + id, () -> desk.locate(id), found -> {
            if (mine == asked) detail.set(found);
        });
    }

    void add(String id) {
        shown.filter(_ -> !id.isBlank()).ifPresent(now -> {
            var more = new ArrayList<>(now.mention().concepts());
            if (more.contains(id)) return;
            more.add(id);
            keep.accept(now.mention(), more);
        });
    }

    void remove(String id) {
        shown.ifPresent(now -> {
            var fewer = new ArrayList<>(now.mention().concepts());
            if (fewer.remove(id)) keep.accept(now.mention(), fewer);
        });
    }

    void removeLast() {
        if (!concepts().isEmpty()) remove(concepts().getLast());
    }

    /// Gives this mention's concepts to those of the same words that have none.
    void spread(boolean everywhere) {
        shown.filter(now -> !now.mention().concepts().isEmpty())
                .ifPresent(now -> desk.spread(
                        now.words(),
                        now.mention().type(),
                        now.mention().concepts(),
                        everywhere ? Optional.empty() : Optional.of(now.documentId())));
    }

    void addTerminology() {
        desk.addTerminology();
    }

    /// Other terminologies are there than before.
    public void forgetNames() {
        known.clear();
        name(concepts());
    }

    /// Takes the focus to the chooser.
    void open() {
        whenOpened.forEach(Runnable::run);
    }

    /// Takes the focus back to the text.
    void leave() {
        whenLeft.forEach(Runnable::run);
    }

    void whenOpened(Runnable then) {
        whenOpened.add(then);
    }

    void whenLeft(Runnable then) {
        whenLeft.add(then);
    }

    private void name(List<String> ids) {
        var unknown = ids.stream().filter(id -> !known.containsKey(id)).toList();
        names.set(Map.copyOf(known));
        if (unknown.isEmpty()) return;
        aside(
                "Cannot read the names of concepts",
                () -> {
                    var found = new HashMap<String, Optional<Located>>();
                    for (var id : unknown) found.put(id, desk.locate(id));
                    return found;
                },
                found -> {
                    known.putAll(found);
                    names.set(Map.copyOf(known));
                });
    }

    private <R> void aside(String tried, Callable<R> job, Consumer<R> show) {
        work.execute(() -> {
            try {
                var result = Objects.requireNonNull(job.call());
                window.execute(() -> show.accept(result));
            } catch (Exception e) {
                window.execute(() -> failed.accept(tried, e));
            }
        });
    }
}
