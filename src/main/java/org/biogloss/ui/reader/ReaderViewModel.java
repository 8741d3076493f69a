package org.biogloss.ui.reader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;

/// What the reader shows and what one can do in it. Holds no control; runs without a toolkit.
///
/// A verb that writes is kept by the desk before it is seen. Verbs that come meanwhile wait their turn, so that fast
/// keys mean what they would mean slowly. Longer than other classes because every verb of the reader stands here; what
/// a verb does to a document is [Correction]'s.
public final class ReaderViewModel {

    /// What is open, as one value, so that text, marks and numbers never disagree.
    ///
    /// @param visible mentions in text order
    record Scene(
            AnnotatedDocument document,
            Page page,
            List<Mention> visible,
            MarkPlan plan,
            List<ReaderDesk.Past> past,
            boolean undoable,
            boolean redoable) {}

    private static final int HISTORY = 50;

    private final ReaderDesk desk;
    private final Executor work;
    private final Executor window;
    private final BiConsumer<String, Throwable> failed;
    private final Consumer<String> opened;

    private final ReadOnlyObjectWrapper<Optional<Scene>> scene = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Mention>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Span> marked = new ReadOnlyObjectWrapper<>(new Span(0, 0));
    private final ReadOnlyObjectWrapper<Optional<Mention>> linking = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Visibility> visibility = new ReadOnlyObjectWrapper<>(Visibility.ALL);
    private final ReadOnlyObjectWrapper<Finder> finder = new ReadOnlyObjectWrapper<>(Finder.NONE);
    private final ReadOnlyObjectWrapper<Optional<Span>> reveal = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper labels = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper allRelations = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(false);

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;
    private String lastSelected = "";

    /// @param work   runs off the window's thread what it is given
    /// @param window runs on the window's thread what it is given
    /// @param failed is told what was tried and what went wrong
    /// @param opened is told which document the reader went to by itself
    public ReaderViewModel(
            ReaderDesk desk,
            Executor work,
            Executor window,
            BiConsumer<String, Throwable> failed,
            Consumer<String> opened) {
        this.desk = desk;
        this.work = work;
        this.window = window;
        this.failed = failed;
        this.opened = opened;
    }

    // What is shown.

    ReadOnlyObjectProperty<Optional<Scene>> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    public Optional<AnnotatedDocument> document() {
        return scene.get().map(Scene::document);
    }

    public Schema schema() {
        return desk.schema();
    }

    public List<String> highlighters() {
        return desk.highlighters();
    }

    /// The mention that verbs are about.
    public ReadOnlyObjectProperty<Optional<Mention>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// The text that is selected; empty and at the caret where none is.
    public ReadOnlyObjectProperty<Span> markedProperty() {
        return marked.getReadOnlyProperty();
    }

    /// The mention a relation starts from, while its other end is looked for.
    public ReadOnlyObjectProperty<Optional<Mention>> linkingProperty() {
        return linking.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Visibility> visibilityProperty() {
        return visibility.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Finder> finderProperty() {
        return finder.getReadOnlyProperty();
    }

    /// What was last asked to be brought into view.
    ReadOnlyObjectProperty<Optional<Span>> revealProperty() {
        return reveal.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty labelsProperty() {
        return labels.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty allRelationsProperty() {
        return allRelations.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndo() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return redoable.getReadOnlyProperty();
    }

    public BooleanExpression isOpen() {
        return BooleanExpression.booleanExpression(scene.map(Optional::isPresent));
    }

    /// One line for the foot of the window, such as `34 suggestions from bio-small`.
    public ObservableValue<String> suggestionsInWords() {
        return scene.map(_ -> inWords());
    }

    private String inWords() {
        var models = suggestions(_ -> true).map(Mention::layer).distinct().toList();
        long count = suggestions(_ -> true).count();
        if (count == 0) return "";
        var from = models.size() == 1 ? models.getFirst() : models.size() + " models";
        return String.format(
                java.util.Locale.ROOT, "%,d %s from %s", count, count == 1 ? "suggestion" : "suggestions", from);
    }

    /// How many suggestions [#acceptAll] would accept.
    long acceptable(Optional<String> model, Optional<String> type, double atLeast) {
        return suggestions(ofKind(model, type, atLeast)).count();
    }

    List<Ends> relationsOf(Mention mention) {
        return document().map(now -> Ends.of(now, mention)).orElse(List.of());
    }

    // Opening.

    public void open(String id) {
        open(id, Optional.empty(), _ -> {});
    }

    /// Selects the mention that covers just this place, or else its text, and brings it into view; once the document is
    /// open, which somebody must have asked for.
    public void goTo(String id, Span place) {
        whenIdle(() -> scene.get().filter(_ -> isShown(id)).ifPresent(now -> {
            int end = now.document().text().length();
            var within = new Span(Math.min(place.start(), end), Math.min(place.end(), end));
            clear(reveal); // The same place may have been scrolled away since.
            now.visible().stream()
                    .filter(mention -> mention.hull().equals(within))
                    .min(Comparator.comparing(Mention::standing))
                    .map(Mention::id)
                    .ifPresentOrElse(this::choose, () -> {
                        clear(selected);
                        marked.set(within);
                        reveal.set(Optional.of(within));
                    });
        }));
    }

    public void close() {
        whenIdle(() -> {
            scene.set(Optional.empty());
            forgetSelection();
        });
    }

    /// Takes over what others have changed: suggestions that arrived, an import, another layer. A document that is no
    /// longer in the project is closed.
    public void refresh(String id) {
        whenIdle(() -> {
            if (!isShown(id)) return;
            inOrder("Cannot read document " + id, () -> desk.find(id).map(this::see), next -> {
                next.ifPresentOrElse(this::show, this::close);
                if (next.isEmpty()) refreshSteps();
            });
        });
    }

    /// Documents came or went: what is shown may be gone, and there is something else to undo.
    public void refresh() {
        whenIdle(() -> document().ifPresentOrElse(now -> refresh(now.id()), this::refreshSteps));
    }

    private void refreshSteps() {
        whenIdle(() -> inOrder("Cannot read the journal", () -> List.of(desk.canUndo(), desk.canRedo()), can -> {
            undoable.set(can.getFirst());
            redoable.set(can.getLast());
        }));
    }

    public void openNeighbour(int step) {
        whenIdle(() -> document()
                .ifPresent(now -> inOrder(
                        "Cannot find the next document",
                        () -> desk.neighbour(now.id(), step),
                        next -> next.ifPresent(id -> open(id, Optional.empty(), opened)))));
    }

    private void open(String id, Optional<String> select, Consumer<String> tell) {
        whenIdle(() -> inOrder("Cannot open document " + id, () -> see(desk.document(id)), next -> {
            boolean other = !isShown(id);
            if (other) forgetSelection();
            show(next);
            if (other) tell.accept(id);
            select.ifPresent(this::choose);
        }));
    }

    // Selecting.

    public void select(String mentionId) {
        whenIdle(() -> choose(mentionId));
    }

    public void select(Span text) {
        whenIdle(() -> {
            marked.set(text);
            var mention = selected.get();
            if (!text.isEmpty() && mention.isPresent() && !mention.get().hull().overlaps(text)) clear(selected);
        });
    }

    /// Selects the mention over the offset, the shortest first; at each further call the next one around it.
    public void selectAt(int offset) {
        whenIdle(() -> {
            var over = scene.get().map(now -> now.plan().at(offset)).orElse(List.of());
            if (over.isEmpty()) {
                clear(selected);
                return;
            }
            int at = over.stream()
                    .map(Mark::id)
                    .toList()
                    .indexOf(selected.get().map(Mention::id).orElse(""));
            pick(over.get((at + 1) % over.size()).id());
        });
    }

    public void deselect() {
        whenIdle(() -> {
            clear(linking);
            clear(selected);
            marked.set(new Span(marked.get().end(), marked.get().end()));
        });
    }

    public void nextMention() {
        whenIdle(() -> step(1, _ -> true));
    }

    public void previousMention() {
        whenIdle(() -> step(-1, _ -> true));
    }

    public void nextSuggestion() {
        whenIdle(() -> step(1, mention -> mention.standing() == Standing.SUGGESTED));
    }

    // Correcting.

    /// Marks the selected text as a mention of this type, or else gives the selected mention this type.
    public void setType(String type) {
        correct(pen -> marked.get().isEmpty()
                ? selected.get().flatMap(mention -> pen.relabel(mention, type))
                : pen.add(Words.stripped(pen.document().text(), marked.get()), type));
    }

    public void relabel(Mention mention, String type) {
        correct(pen -> mention.type().equals(type) ? Optional.empty() : pen.relabel(mention, type));
    }

    public void moveStart(boolean forward, boolean byCharacter) {
        correct(pen -> selected.get().flatMap(mention -> {
            var first = mention.spans().getFirst();
            var text = pen.document().text();
            int start = byCharacter
                    ? Words.character(text, first.start(), forward)
                    : Words.start(text, first.start(), forward);
            if (start >= first.end()) return Optional.empty();
            var spans = new ArrayList<>(mention.spans());
            spans.set(0, new Span(start, first.end()));
            return pen.setSpans(mention, spans);
        }));
    }

    public void moveEnd(boolean forward, boolean byCharacter) {
        correct(pen -> selected.get().flatMap(mention -> {
            var last = mention.spans().getLast();
            var text = pen.document().text();
            int end = byCharacter ? Words.character(text, last.end(), forward) : Words.end(text, last.end(), forward);
            if (end <= last.start()) return Optional.empty();
            var spans = new ArrayList<>(mention.spans());
            spans.set(spans.size() - 1, new Span(last.start(), end));
            return pen.setSpans(mention, spans);
        }));
    }

    /// Lets the mention that was last selected cover the selected text.
    public void setBorders() {
        correct(pen -> visible(lastSelected)
                .filter(_ -> !marked.get().isEmpty())
                .flatMap(mention -> pen.setSpans(
                        mention, List.of(Words.stripped(pen.document().text(), marked.get())))));
    }

    /// Adds the selected text as a further part to the mention that was last selected.
    public void addPart() {
        correct(pen -> visible(lastSelected)
                .filter(_ -> !marked.get().isEmpty())
                .flatMap(mention -> {
                    var part = Words.stripped(pen.document().text(), marked.get());
                    var spans = Stream.concat(mention.spans().stream(), Stream.of(part))
                            .sorted()
                            .toList();
                    return mention.spans().stream().anyMatch(part::overlaps)
                            ? Optional.empty()
                            : pen.setSpans(mention, spans);
                }));
    }

    public void setConcepts(Mention mention, List<String> concepts) {
        correct(pen -> visible(mention.id())
                .filter(now -> now.spans().equals(mention.spans()))
                .flatMap(now -> pen.setConcepts(now, concepts)));
    }

    public void delete() {
        correct(pen -> selected.get().flatMap(pen::delete));
    }

    /// And goes on to the next suggestion, if there is one.
    public void accept() {
        decide(Pens.ACCEPT);
    }

    /// And goes on to the next suggestion, if there is one.
    public void reject() {
        decide(Pens.REJECT);
    }

    /// Accepts what is shown of this kind in this document, as one step.
    public void acceptAll(Optional<String> model, Optional<String> type, double atLeast) {
        correct(pen -> pen.acceptAll(suggestions(ofKind(model, type, atLeast)).toList()));
    }

    /// The next mention that is selected and confirmed by [#link] becomes the other end.
    public void startLink() {
        whenIdle(() -> linking.set(selected.get()));
    }

    public void link(String relationType) {
        correct(pen ->
                linking.get().flatMap(head -> selected.get().flatMap(tail -> pen.link(head, tail, relationType))));
        whenIdle(() -> clear(linking));
    }

    public void deleteRelation(Relation relation) {
        correct(pen -> pen.deleteRelation(relation));
    }

    public void setStatus(DocumentStatus status) {
        correct(pen -> pen.setStatus(status));
    }

    public void markDoneAndGoOn() {
        setStatus(DocumentStatus.DONE);
        openNeighbour(1);
    }

    public void undo() {
        whenIdle(() -> inOrder("Cannot undo", desk::undo, this::follow));
    }

    public void redo() {
        whenIdle(() -> inOrder("Cannot redo", desk::redo, this::follow));
    }

    public void highlight() {
        document().ifPresent(now -> desk.highlight(now.id()));
    }

    // Looking.

    public void showSuggestions(boolean on) {
        look(visibility.get().withSuggestions(on));
    }

    public void showAbove(double confidence) {
        look(visibility.get().above(confidence));
    }

    public void toggleType(String type) {
        look(visibility.get().toggled(type));
    }

    public void showLayer(String layer, boolean on) {
        look(visibility.get().layerShown(layer, on));
    }

    public void showLabels(boolean on) {
        labels.set(on);
    }

    public void showAllRelations(boolean on) {
        allRelations.set(on);
    }

    public void find(String query) {
        document()
                .ifPresent(
                        now -> found(Finder.of(now.text(), query, marked.get().start())));
    }

    public void findNext(int step) {
        found(finder.get().moved(step));
    }

    // How it is done.

    private enum Pens implements Function<Correction.Pen, Function<Mention, Optional<Correction>>> {
        ACCEPT {
            @Override
            public Function<Mention, Optional<Correction>> apply(Correction.Pen pen) {
                return pen::accept;
            }
        },
        REJECT {
            @Override
            public Function<Mention, Optional<Correction>> apply(Correction.Pen pen) {
                return pen::reject;
            }
        }
    }

    private void decide(Pens verb) {
        whenIdle(() -> {
            boolean suggested = selected.get()
                    .filter(m -> m.standing() == Standing.SUGGESTED)
                    .isPresent();
            if (!suggested) return;
            correct(pen -> selected.get().flatMap(verb.apply(pen)));
            whenIdle(() -> step(1, mention -> mention.standing() == Standing.SUGGESTED));
        });
    }

    private void correct(Function<Correction.Pen, Optional<Correction>> verb) {
        whenIdle(() -> scene.get().ifPresent(now -> {
            var pen = new Correction.Pen(now.document(), desk.layer(), desk.annotator());
            verb.apply(pen).ifPresent(correction -> perform(now.document().id(), correction));
        }));
    }

    private void perform(String id, Correction correction) {
        inOrder(
                "Cannot keep this change (" + correction.title() + ")",
                () -> see(desk.perform(correction.title(), id, correction.edit())),
                next -> {
                    show(next);
                    correction.selects().ifPresentOrElse(this::pick, () -> marked.set(caret()));
                });
    }

    private Span caret() {
        return new Span(marked.get().end(), marked.get().end());
    }

    /// Goes to where an undo or redo has changed something.
    private void follow(Optional<ReaderDesk.Step> step) {
        if (step.isEmpty()) return;
        if (step.get().documentId().isEmpty()) {
            refresh();
            return;
        }
        var before = scene.get().map(Scene::document);
        var kept = selected.get().map(Mention::id);
        boolean here = isShown(step.get().documentId());
        open(step.get().documentId(), here ? kept : Optional.empty(), opened);
        if (here)
            whenIdle(() -> document()
                    .ifPresent(now -> changed(before.orElseThrow(), now).ifPresent(this::choose)));
    }

    /// The first mention that is not in both as it is.
    private static Optional<String> changed(AnnotatedDocument before, AnnotatedDocument now) {
        var old = new java.util.HashSet<>(before.annotations());
        return now.mentions()
                .filter(mention -> !old.contains(mention))
                .map(Mention::id)
                .findFirst();
    }

    /// Runs off the window's thread: all that showing a document needs.
    private Scene see(AnnotatedDocument document) {
        var past = desk.history(document.id(), HISTORY);
        var shown = scene.get().filter(now -> now.document().document().equals(document.document()));
        var page = shown.isPresent() ? shown.get().page() : Page.of(document.document(), facts(document.document()));
        return see(document, page, past, visibility.get());
    }

    private Scene see(AnnotatedDocument document, Page page, List<ReaderDesk.Past> past, Visibility by) {
        var schema = desk.schema();
        var visible = by.of(document);
        var marks = visible.stream().map(mention -> Mark.of(mention, schema)).toList();
        return new Scene(document, page, visible, new MarkPlan(page, marks), past, desk.canUndo(), desk.canRedo());
    }

    private static String facts(Document document) {
        return Stream.of(Optional.of(document.id()), document.known(Document.YEAR), document.known(Document.JOURNAL))
                .flatMap(Optional::stream)
                .filter(fact -> !fact.isBlank())
                .collect(java.util.stream.Collectors.joining("  ·  "));
    }

    private void look(Visibility by) {
        visibility.set(by);
        whenIdle(() -> scene.get()
                .ifPresent(now -> inOrder(
                        "Cannot show this",
                        () -> see(now.document(), now.page(), now.past(), visibility.get()),
                        this::show)));
    }

    private void show(Scene next) {
        var id = selected.get().map(Mention::id);
        scene.set(Optional.of(next));
        selected.set(id.flatMap(chosen -> visible(chosen)));
        linking.set(linking.get().map(Mention::id).flatMap(this::visible));
        if (!finder.get().query().isEmpty() && finder.get().hits().isEmpty()) found(Finder.NONE);
        undoable.set(next.undoable());
        redoable.set(next.redoable());
    }

    /// Selects and brings into view.
    private void choose(String id) {
        pick(id);
        reveal.set(selected.get().map(Mention::hull));
    }

    private void pick(String id) {
        selected.set(visible(id));
        lastSelected = id;
        selected.get()
                .ifPresent(mention -> marked.set(
                        new Span(mention.hull().start(), mention.hull().start())));
    }

    private void step(int by, Predicate<Mention> wanted) {
        var shown = scene.get().map(Scene::visible).orElse(List.of());
        if (shown.isEmpty()) return;
        var order = Comparator.comparing(Mention::hull).thenComparing(Mention::id);
        var from = selected.get();
        int caret = marked.get().start();
        Predicate<Mention> beyond = mention -> from.map(here -> Integer.signum(order.compare(mention, here)) == by)
                .orElse(
                        by > 0
                                ? mention.hull().start() >= caret
                                : mention.hull().start() < caret);
        var candidates = shown.stream().filter(wanted).toList();
        var inOrder = by > 0 ? candidates : candidates.reversed();
        inOrder.stream()
                .filter(beyond)
                .findFirst()
                .or(() -> inOrder.stream().findFirst())
                .map(Mention::id)
                .ifPresent(this::choose);
    }

    private Stream<Mention> suggestions(Predicate<Mention> wanted) {
        return scene.get().stream()
                .flatMap(now -> now.visible().stream())
                .filter(mention -> mention.standing() == Standing.SUGGESTED)
                .filter(wanted);
    }

    private static Predicate<Mention> ofKind(Optional<String> model, Optional<String> type, double atLeast) {
        return mention -> mention.source() instanceof Source.Model(var name, var confidence)
                && confidence >= atLeast
                && model.filter(wanted -> !wanted.equals(name)).isEmpty()
                && type.filter(wanted -> !wanted.equals(mention.type())).isEmpty();
    }

    private Optional<Mention> visible(String id) {
        return scene.get().stream()
                .flatMap(now -> now.visible().stream())
                .filter(mention -> mention.id().equals(id))
                .findFirst();
    }

    private boolean isShown(String id) {
        return document().filter(now -> now.id().equals(id)).isPresent();
    }

    private void found(Finder next) {
        finder.set(next);
        if (next.current() >= 0) reveal.set(Optional.of(next.hits().get(next.current())));
    }

    private void forgetSelection() {
        clear(selected);
        clear(linking);
        clear(reveal);
        marked.set(new Span(0, 0));
        finder.set(Finder.NONE);
    }

    private static <T> void clear(ReadOnlyObjectWrapper<Optional<T>> property) {
        property.set(Optional.empty());
    }

    private void whenIdle(Runnable verb) {
        if (busy) waiting.add(verb);
        else verb.run();
    }

    private <R> void inOrder(String tried, Callable<R> job, Consumer<R> show) {
        busy = true;
        work.execute(() -> {
            try {
                var result = Objects.requireNonNull(job.call());
                window.execute(() -> finish(() -> show.accept(result)));
            } catch (Exception e) {
                window.execute(() -> finish(() -> failed.accept(tried, e)));
            }
        });
    }

    private void finish(Runnable end) {
        busy = false;
        first(end);
        while (!busy && !waiting.isEmpty()) first(waiting.remove());
    }

    /// What a verb brings about comes before what was asked for meanwhile.
    private void first(Runnable verb) {
        var asked = List.copyOf(waiting);
        waiting.clear();
        try {
            verb.run();
        } finally {
            waiting.addAll(asked);
        }
    }
}
