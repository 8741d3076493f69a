package org.biogloss.ui.reader;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.biogloss.document.Mention;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;

/// The ways through a document by key: to the next mention, suggestion, disagreement or unlabelled twin, and from one
/// to
/// the other of the mentions at one place. Each way begins again at the top after the last.
public final class Steps {

    private static final Comparator<Mention> ORDER =
            Comparator.comparing(Mention::hull).thenComparing(Mention::id);

    private final ReaderViewModel reader;
    private final ReadOnlyObjectWrapper<Optional<Twins.Twin>> twin = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Set<Span> passedOver = new HashSet<>();

    /// Where mentions are chosen from one after the other, and the one that was chosen last there.
    private Span place = new Span(0, 0);

    private String chosenThere = "";

    Steps(ReaderViewModel reader) {
        this.reader = reader;
    }

    public void nextMention() {
        reader.whenIdle(() -> step(1, _ -> true));
    }

    public void previousMention() {
        reader.whenIdle(() -> step(-1, _ -> true));
    }

    public void nextSuggestion() {
        reader.whenIdle(() -> step(1, Steps::isSuggested));
    }

    public void previousSuggestion() {
        reader.whenIdle(() -> step(-1, Steps::isSuggested));
    }

    /// The next mention that another of the shown layers has not.
    public void nextDisagreement() {
        reader.whenIdle(() -> reader.document()
                .ifPresent(now -> step(
                        1, new Disagreements(now, reader.visibilityProperty().get()))));
    }

    /// Chooses among the mentions that overlap at the caret, or where the selected one is: nested and overlapping ones
    /// one after the other.
    public void nextAtPlace() {
        reader.whenIdle(() -> {
            var selected = reader.selectedProperty().get();
            boolean going =
                    selected.filter(mention -> mention.id().equals(chosenThere)).isPresent();
            int caret = reader.markedProperty().get().start();
            if (!going)
                place = selected.map(mention -> mention.spans().getFirst()).orElse(new Span(caret, caret + 1));
            var there = overlapping(place);
            if (there.isEmpty()) return;
            int at = there.indexOf(selected.orElse(there.getLast()));
            var next = there.get((at + 1) % there.size());
            chosenThere = next.id();
            reader.choose(next.id());
        });
    }

    private List<Mention> overlapping(Span span) {
        return reader.visible().stream()
                .filter(mention -> mention.spans().stream().anyMatch(span::overlaps))
                .sorted(Comparator.<Mention>comparingInt(
                                mention -> mention.hull().length())
                        .thenComparing(ORDER))
                .toList();
    }

    // Twins.

    /// Words that are marked elsewhere in this document and not here, waiting for a decision.
    ReadOnlyObjectProperty<Optional<Twins.Twin>> twinProperty() {
        return twin.getReadOnlyProperty();
    }

    /// Selects the next words that are marked elsewhere in this document and not here.
    public void nextTwin() {
        reader.whenIdle(() -> reader.document().ifPresent(now -> {
            int from = reader.markedProperty().get().end();
            var not = Set.copyOf(passedOver);
            reader.find("Cannot look for unlabelled twins", () -> new Twins(now, not).next(from), this::show);
        }));
    }

    /// @return whether a twin was asked about, which this is then about
    boolean decide(boolean accept) {
        var asked = twin.get();
        if (asked.isEmpty()) return false;
        if (accept) {
            var like = asked.get().like();
            reader.correct(pen -> pen.add(asked.get().span(), like.type(), like.concepts()));
        } else {
            passedOver.add(asked.get().span());
        }
        twin.set(Optional.empty());
        nextTwin();
        return true;
    }

    private void show(Optional<Twins.Twin> next) {
        next.ifPresentOrElse(found -> reader.mark(found.span()), () -> {});
        twin.set(next);
    }

    /// Something else is marked now: the question is not asked any more.
    void followMarked(Span marked) {
        if (twin.get().filter(asked -> !asked.span().equals(marked)).isPresent()) twin.set(Optional.empty());
    }

    void forget() {
        twin.set(Optional.empty());
        passedOver.clear();
    }

    /// The next one in this direction, from the selected mention or else from the caret.
    void step(int by, Predicate<Mention> wanted) {
        var shown = reader.visible();
        int behind = firstBehind(shown);
        boolean selected = reader.selectedProperty().get().isPresent();
        int from = by > 0 ? behind : behind - (selected ? 2 : 1);
        for (int i = 0; i < shown.size(); i++) {
            var mention = shown.get(Math.floorMod(from + by * i, shown.size()));
            if (wanted.test(mention)) {
                reader.choose(mention.id());
                return;
            }
        }
    }

    /// Index of the first mention behind the selected one, or else of the first that begins at the caret or behind it.
    private int firstBehind(List<Mention> shown) {
        var selected = reader.selectedProperty().get();
        int caret = reader.markedProperty().get().start();
        int low = 0;
        int high = shown.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            var mention = shown.get(middle);
            boolean before = selected.map(here -> ORDER.compare(mention, here) <= 0)
                    .orElse(mention.hull().start() < caret);
            if (before) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    static boolean isSuggested(Mention mention) {
        return mention.standing() == Standing.SUGGESTED;
    }
}
