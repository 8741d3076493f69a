package org.biogloss.ui.reader;

import java.util.ArrayDeque;
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
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentLabel;
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
    record Scene(
            AnnotatedDocument document,
            Page page,
            Sight sight,
            MarkPlan plan,
            List<ReaderDesk.Past> past,
            boolean undoable,
            boolean redoable) {

        /// The mentions that are shown, in text order.
        List<Mention> visible() {
            return sight.mentions();
        }
    }

    private static final int HISTORY = 50;

    private final ReaderDesk desk;
    private final ConceptViewModel concepts;
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
    private final Relating relating = new Relating(this);
    private final Steps steps = new Steps(this);

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
        concepts = new ConceptViewModel(desk.concepts(), work, window, failed, this::setConcepts);
        relating.makingProperty().subscribe(now -> linking.set(now.flatMap(this::startOf)));
        selected.subscribe(relating::followSelection);
        marked.subscribe(steps::followMarked);
    }

    private Optional<Mention> startOf(Relating.Making making) {
        return switch (making) {
            case Relating.Making.Link(var from) -> Optional.of(from);
            case Relating.Making.Event(var _, var _, var first) -> Optional.of(first);
            case Relating.Making.Further(var relation) ->
                visible().stream()
                        .filter(mention -> Ends.is(relation.head(), mention))
                        .findFirst();
        };
    }

    /// Relations and events: making, changing and following them.
    public Relating relating() {
        return relating;
    }

    /// The ways through the document.
    public Steps steps() {
        return steps;
    }

    /// What the selected mention means.
    public ConceptViewModel concepts() {
        return concepts;
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
        var models = new java.util.TreeSet<String>();
        int count = 0;
        for (var mention : scene.get().map(Scene::visible).orElse(List.of())) {
            if (mention.standing() != Standing.SUGGESTED) continue;
            models.add(mention.layer());
            count++;
        }
        if (count == 0) return "";
        var from = models.size() == 1 ? models.first() : models.size() + " models";
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
            if (mention.isPresent() && isOutside(text, mention.get().hull())) clear(selected);
        });
    }

    /// A caret at the very end of a mention is still at it.
    private static boolean isOutside(Span text, Span hull) {
        return text.isEmpty() ? text.start() < hull.start() || text.start() > hull.end() : !hull.overlaps(text);
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

    /// Gives up what was begun last: a relation that is being made, or else what is selected.
    public void deselect() {
        whenIdle(() -> {
            if (relating.makingProperty().get().isPresent()) {
                relating.stop();
                return;
            }
            relating.forget();
            clear(selected);
            marked.set(new Span(marked.get().end(), marked.get().end()));
        });
    }

    public void nextMention() {
        steps.nextMention();
    }

    public void previousMention() {
        steps.previousMention();
    }

    public void nextSuggestion() {
        steps.nextSuggestion();
    }

    // Correcting.

    /// Marks the selected text as a mention of this type, or else gives the selected mention this type; without either,
    /// marks the word at the caret.
    public void setType(String type) {
        correct(pen -> {
            var text = pen.document().text();
            if (!marked.get().isEmpty()) return pen.add(Words.stripped(text, marked.get()), type, List.of());
            return selected.get().isPresent()
                    ? pen.relabel(selected.get().get(), type)
                    : pen.add(Words.around(text, marked.get().start()), type, List.of());
        });
    }

    public void relabel(Mention mention, String type) {
        correct(pen -> mention.type().equals(type) ? Optional.empty() : pen.relabel(mention, type));
    }

    /// Of the part that the caret was put in, or else of the whole.
    public void moveStart(boolean forward, boolean byCharacter) {
        move(
                true,
                (text, from) -> byCharacter ? Words.character(text, from, forward) : Words.start(text, from, forward));
    }

    /// Of the part that the caret was put in, or else of the whole.
    public void moveEnd(boolean forward, boolean byCharacter) {
        move(
                false,
                (text, from) -> byCharacter ? Words.character(text, from, forward) : Words.end(text, from, forward));
    }

    private interface Border {
        int next(String text, int from);
    }

    private void move(boolean start, Border border) {
        correct(pen -> selected.get().flatMap(mention -> {
            var parts = mention.spans();
            var part = Parts.at(parts, marked.get().start()).orElse(start ? parts.getFirst() : parts.getLast());
            int to = border.next(pen.document().text(), start ? part.start() : part.end());
            return Parts.moved(parts, part, start, to).flatMap(spans -> pen.setSpans(mention, spans));
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
                    return part.isEmpty() ? Optional.empty() : pen.setSpans(mention, Parts.with(mention.spans(), part));
                }));
    }

    /// Takes the selected text, or else the part that the caret stands in, away from the mention that was last
    /// selected. Something of it must be left.
    public void takeAway() {
        correct(pen -> visible(lastSelected).flatMap(mention -> {
            var less = marked.get().isEmpty()
                    ? Parts.at(mention.spans(), marked.get().start())
                            .orElse(mention.spans().getLast())
                    : marked.get();
            var left = Parts.without(mention.spans(), less).stream()
                    .map(part -> Words.stripped(pen.document().text(), part))
                    .filter(part -> !part.isEmpty())
                    .toList();
            return left.isEmpty() ? Optional.empty() : pen.setSpans(mention, left);
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

    /// What is asked about: a twin, a suggested relation that is chosen, or else the selected suggestion; and goes on
    /// to
    /// the next, if there is one.
    public void accept() {
        whenIdle(() -> {
            if (!steps.decide(true) && !relating.decide(true)) decide(Pens.ACCEPT);
        });
    }

    /// The same, for what is not wanted.
    public void reject() {
        whenIdle(() -> {
            if (!steps.decide(false) && !relating.decide(false)) decide(Pens.REJECT);
        });
    }

    /// Accepts what is shown of this kind in this document, as one step.
    public void acceptAll(Optional<String> model, Optional<String> type, double atLeast) {
        correct(pen -> pen.acceptAll(suggestions(ofKind(model, type, atLeast)).toList()));
    }

    /// The next mention that is selected and confirmed by [#link] becomes the other end.
    public void startLink() {
        relating.startLink();
    }

    public void link(String relationType) {
        relating.finish(relationType);
    }

    public void deleteRelation(Relation relation) {
        relating.delete(relation);
    }

    /// @param documentId in which the annotation is; another one may be open by now
    /// @param value      empty to take the attribute away
    public void setAttribute(String documentId, Annotation annotation, String attribute, String value) {
        correctIn(documentId, pen -> new Remarks(pen).set(annotation, attribute, value));
    }

    /// The note on the document as a whole, which may be open no more.
    public void setNote(String documentId, String note) {
        correctIn(documentId, pen -> new Remarks(pen).setNote(note));
    }

    /// What was typed beside a document is kept there, though a key has opened the next one meanwhile.
    private void correctIn(String documentId, Function<Correction.Pen, Optional<Correction>> verb) {
        whenIdle(() -> {
            if (isShown(documentId)) correct(verb);
            else
                inOrder(
                        "Cannot keep this change in document " + documentId,
                        () -> {
                            var pen = new Correction.Pen(desk.document(documentId), desk.layer(), desk.annotator());
                            verb.apply(pen).ifPresent(made -> desk.perform(made.title(), documentId, made.edit()));
                            return documentId;
                        },
                        _ -> {});
        });
    }

    public void toggleLabel(String label) {
        correct(pen -> new Remarks(pen).toggleLabel(label));
    }

    public void acceptLabel(DocumentLabel label) {
        correct(pen -> new Remarks(pen).accept(label));
    }

    public void rejectLabel(DocumentLabel label) {
        correct(pen -> new Remarks(pen).reject(label));
    }

    public void acceptFirstLabel() {
        decideFirstLabel(this::acceptLabel);
    }

    public void rejectFirstLabel() {
        decideFirstLabel(this::rejectLabel);
    }

    /// The surest label that waits for a decision.
    private void decideFirstLabel(Consumer<DocumentLabel> verb) {
        whenIdle(() -> document()
                .flatMap(now -> LabelsBox.waiting(now).stream().findFirst())
                .ifPresent(verb));
    }

    String layer() {
        return desk.layer();
    }

    public void setStatus(DocumentStatus status) {
        correct(pen -> pen.setStatus(status));
    }

    public void markForReviewAndGoOn() {
        setStatus(DocumentStatus.NEEDS_REVIEW);
        openNeighbour(1);
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

    /// What was found and is looked at becomes the selected text, so that a key can mark it.
    void takeFound() {
        var now = finder.get();
        finder.set(Finder.NONE);
        if (now.current() >= 0) select(now.hits().get(now.current()));
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
            whenIdle(() -> steps.step(1, Steps::isSuggested));
        });
    }

    void correct(Function<Correction.Pen, Optional<Correction>> verb) {
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
                    correction.selects().ifPresentOrElse(this::pickAgain, () -> marked.set(caret()));
                });
    }

    /// The caret stays where it was put in a mention while its borders move.
    private void pickAgain(String id) {
        var before = marked.get();
        boolean same = before.isEmpty()
                && selected.get().filter(mention -> mention.id().equals(id)).isPresent();
        pick(id);
        selected.get()
                .filter(mention -> same && mention.hull().contains(before.start()))
                .ifPresent(_ -> marked.set(before));
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
        return now.since(before).come().stream()
                .filter(Mention.class::isInstance)
                .map(Annotation::id)
                .findFirst();
    }

    /// Runs off the window's thread: all that showing a document needs.
    private Scene see(AnnotatedDocument document) {
        var past = desk.history(document.id(), HISTORY);
        var facts = facts(document.document());
        var page = scene.get()
                .filter(now -> isLaidOutAs(now.document().document(), document.document(), facts))
                .map(Scene::page)
                .orElseGet(() -> Page.of(document.document(), facts));
        return see(document, page, past, visibility.get());
    }

    private static boolean isLaidOutAs(Document one, Document other, String facts) {
        return one.id().equals(other.id())
                && one.text().equals(other.text())
                && one.sections().equals(other.sections())
                && facts(one).equals(facts);
    }

    private Scene see(AnnotatedDocument document, Page page, List<ReaderDesk.Past> past, Visibility by) {
        var before = scene.get()
                .map(Scene::sight)
                .filter(sight -> sight.document().text().equals(document.text()));
        var sight = before.map(known -> known.after(document, by, desk.schema()))
                .orElseGet(() -> Sight.of(document, by, desk.schema()));
        return new Scene(
                document, page, sight, new MarkPlan(page, sight.marks()), past, desk.canUndo(), desk.canRedo());
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
        relating.follow();
        if (!finder.get().query().isEmpty() && finder.get().hits().isEmpty()) found(Finder.NONE);
        undoable.set(next.undoable());
        redoable.set(next.redoable());
    }

    /// Selects and brings into view.
    void choose(String id) {
        pick(id);
        clear(reveal); // The same place may have been scrolled away since.
        reveal.set(selected.get().map(Mention::hull));
    }

    private void pick(String id) {
        selected.set(visible(id));
        lastSelected = id;
        selected.get()
                .ifPresent(mention -> marked.set(
                        new Span(mention.hull().start(), mention.hull().start())));
    }

    /// Selects a stretch of text and brings it into view.
    void mark(Span text) {
        clear(selected);
        clear(reveal);
        marked.set(text);
        reveal.set(Optional.of(text));
    }

    /// Looks for something off the window's thread, in turn with the other verbs.
    <R> void find(String tried, Callable<R> search, Consumer<R> found) {
        inOrder(tried, search, found);
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

    /// The mentions that are shown, in text order.
    List<Mention> visible() {
        return scene.get().map(Scene::visible).orElse(List.of());
    }

    Optional<Mention> visible(String id) {
        for (var mention : visible()) {
            if (mention.id().equals(id)) return Optional.of(mention);
        }
        return Optional.empty();
    }

    private boolean isShown(String id) {
        return document().filter(now -> now.id().equals(id)).isPresent();
    }

    private void found(Finder next) {
        finder.set(next);
        if (next.current() < 0) return;
        clear(reveal);
        reveal.set(Optional.of(next.hits().get(next.current())));
    }

    private void forgetSelection() {
        clear(selected);
        relating.forget();
        steps.forget();
        clear(reveal);
        marked.set(new Span(0, 0));
        finder.set(Finder.NONE);
    }

    private static <T> void clear(ReadOnlyObjectWrapper<Optional<T>> property) {
        property.set(Optional.empty());
    }

    void whenIdle(Runnable verb) {
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
