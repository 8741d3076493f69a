package org.biogloss.ui.reader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.biogloss.document.Annotation;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Standing;

/// Relations and events as a person makes and changes them: which one is being made, which one is chosen, which are
/// drawn, and the way along them.
///
/// A relation is made by naming one mention and going to the other; an event by naming its type first and then one
/// argument after another. Meanwhile all else can be done: one may look for the other end anywhere. Longer than other
/// classes because all verbs about relations stand here.
public final class Relating {

    /// What the next mention that a person confirms is for.
    sealed interface Making {

        /// The other end of a relation whose type is asked for at the end.
        record Link(Mention from) implements Making {}

        /// The second argument of an event.
        record Event(String type, String role, Mention first) implements Making {}

        /// A further argument of a relation.
        record Further(Relation relation) implements Making {}
    }

    private final ReaderViewModel reader;
    private final ReadOnlyObjectWrapper<Optional<Making>> making = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Relation>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Set<String>> shownTypes = new ReadOnlyObjectWrapper<>(Set.of());
    private final Deque<String> trail = new ArrayDeque<>();

    Relating(ReaderViewModel reader) {
        this.reader = reader;
    }

    ReadOnlyObjectProperty<Optional<Making>> makingProperty() {
        return making.getReadOnlyProperty();
    }

    /// The relation that verbs about relations are about.
    public ReadOnlyObjectProperty<Optional<Relation>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// The relation types that are drawn wherever they are.
    public ReadOnlyObjectProperty<Set<String>> shownTypesProperty() {
        return shownTypes.getReadOnlyProperty();
    }

    public void toggleType(String type) {
        var types = new TreeSet<>(shownTypes.get());
        if (!types.remove(type)) types.add(type);
        shownTypes.set(Set.copyOf(types));
    }

    // Making.

    void startLink() {
        reader.whenIdle(() -> making.set(reader.selectedProperty().get().map(Making.Link::new)));
    }

    /// The selected mention becomes the first argument, in the part that fits it best.
    public void startEvent(String type) {
        reader.whenIdle(() -> making.set(reader.selectedProperty().get().map(first -> {
            var role = signatures().likelyRole(type, List.of(), first.type());
            return new Making.Event(type, role, first);
        })));
    }

    /// The mentions confirmed from now on become further arguments of the chosen relation.
    public void startAdding() {
        reader.whenIdle(() -> making.set(chosen.get().map(Making.Further::new)));
    }

    public void stop() {
        making.set(Optional.empty());
    }

    /// What the selected mention may be in what is being made: relation types for a link, roles for an event.
    List<Signatures.Offer> offers() {
        var mention = reader.selectedProperty().get();
        if (mention.isEmpty() || making.get().isEmpty()) return List.of();
        var type = mention.get().type();
        return switch (making.get().get()) {
            case Making.Link(var from) -> signatures().between(from.type(), type);
            case Making.Event(var event, var role, var _) -> signatures().roles(event, List.of(role), type);
            case Making.Further(var relation) -> signatures().roles(relation.type(), roles(relation), type);
        };
    }

    /// Makes the selected mention what was chosen of the [#offers()]. An event goes on to ask for more arguments.
    public void finish(String name) {
        reader.whenIdle(() -> {
            var mention = reader.selectedProperty().get();
            if (mention.isEmpty() || making.get().isEmpty()) return;
            switch (making.get().get()) {
                case Making.Link(var from) -> {
                    boolean event = signatures().roles(name).size() > 2;
                    tie(
                            name,
                            from,
                            mention.get(),
                            signatures()
                                    .rolesFor(name, from.type(), mention.get().type()));
                    if (!event) reader.whenIdle(this::stop);
                }
                case Making.Event(var type, var role, var first) ->
                    tie(type, first, mention.get(), List.of(role, name));
                case Making.Further(var relation) ->
                    reader.correct(pen -> new RelationPen(pen).add(relation, name, mention.get()));
            }
        });
    }

    private void tie(String type, Mention first, Mention second, List<String> roles) {
        var id = Annotation.freshId();
        reader.correct(pen -> new RelationPen(pen)
                .tie(id, type, first, second, roles, signatures().isDirected(type)));
        reader.whenIdle(() -> {
            chosen.set(relation(id));
            if (chosen.get().isPresent()) making.set(chosen.get().map(Making.Further::new));
        });
    }

    // Changing.

    /// Chooses a relation of the selected mention; at each further call the next one.
    public void chooseNext() {
        reader.whenIdle(() -> {
            var own = ofSelected();
            if (own.isEmpty()) return;
            int at = own.indexOf(chosen.get().orElse(own.getLast()));
            chosen.set(Optional.of(own.get((at + 1) % own.size())));
        });
    }

    public void choose(String relationId) {
        reader.whenIdle(() -> chosen.set(relation(relationId)));
    }

    /// The types the chosen relation may have, those that its ends fit first.
    List<Signatures.Offer> types() {
        return chosen.get()
                .map(relation -> {
                    var ends = relation.arguments().stream()
                            .map(argument -> typeOf(argument.end()))
                            .toList();
                    return signatures().between(ends.get(0), ends.get(1));
                })
                .orElse(List.of());
    }

    public void changeType(String type) {
        about((pen, relation) -> {
            var taken = new ArrayList<String>();
            for (var argument : relation.arguments()) {
                taken.add(signatures().likelyRole(type, taken, typeOf(argument.end())));
            }
            var two = relation.arguments().size() == 2
                    ? signatures().rolesFor(type, typeOf(relation.head()), typeOf(relation.tail()))
                    : taken;
            return pen.retype(relation, type, two, selectedId());
        });
    }

    public void reverse() {
        about((pen, relation) -> pen.reverse(relation, selectedId()));
    }

    public void removeArgument(Relation.Argument argument) {
        about((pen, relation) -> pen.remove(relation, argument, selectedId()));
    }

    public void delete() {
        chosen.get().ifPresent(this::delete);
    }

    void delete(Relation relation) {
        reader.correct(pen -> new RelationPen(pen).delete(relation, selectedId()));
    }

    /// @return whether a suggested relation was chosen, which this is then about
    boolean decide(boolean accept) {
        var suggested = chosen.get().filter(relation -> relation.standing() == Standing.SUGGESTED);
        suggested.ifPresent(relation -> {
            if (accept) reader.correct(pen -> new RelationPen(pen).accept(relation));
            else delete(relation);
        });
        return suggested.isPresent();
    }

    /// What is wrong with the chosen relation, in words.
    Optional<String> trouble() {
        return chosen.get()
                .flatMap(relation -> signatures()
                        .trouble(relation, end -> Optional.of(typeOf(end)).filter(type -> !type.isEmpty())));
    }

    // The way along.

    /// Goes to the other end of the chosen relation, or of the first that the selected mention has; in an event from
    /// one argument to the next.
    public void along() {
        reader.whenIdle(() -> {
            var here = reader.selectedProperty().get();
            if (here.isEmpty()) return;
            var ends = reader.relationsOf(here.get()).stream()
                    .filter(end -> end.other().isPresent())
                    .toList();
            var on = ends.stream()
                    .filter(end -> chosen.get()
                            .filter(now -> now.id().equals(end.relation().id()))
                            .isPresent())
                    .toList();
            var way = on.isEmpty() ? ends : on;
            way.stream()
                    .filter(end -> way == ends || end.forward())
                    .findFirst()
                    .or(() -> way.stream().findFirst())
                    .ifPresent(end -> {
                        chosen.set(Optional.of(end.relation()));
                        go(end.other().orElseThrow().id());
                    });
        });
    }

    /// Back to where [#along()] or a click on a pinned end was done.
    public void back() {
        reader.whenIdle(() -> {
            if (!trail.isEmpty()) reader.choose(trail.pop());
        });
    }

    void jump(String mentionId) {
        reader.whenIdle(() -> go(mentionId));
    }

    private void go(String mentionId) {
        reader.selectedProperty().get().ifPresent(here -> trail.push(here.id()));
        reader.choose(mentionId);
    }

    // Following the document.

    /// The document has changed: what was named may have changed or gone.
    void follow() {
        chosen.set(chosen.get().flatMap(relation -> relation(relation.id())));
        making.set(making.get().flatMap(now -> switch (now) {
            case Making.Link(var from) -> reader.visible(from.id()).map(Making.Link::new);
            case Making.Event(var type, var role, var first) ->
                reader.visible(first.id()).map(still -> new Making.Event(type, role, still));
            case Making.Further(var relation) -> relation(relation.id()).map(Making.Further::new);
        }));
    }

    /// Another mention is selected: a relation that does not tie it is no longer meant, unless it is being made.
    void followSelection(Optional<Mention> mention) {
        boolean extending =
                making.get().filter(Making.Further.class::isInstance).isPresent();
        if (extending || mention.isEmpty()) return;
        chosen.set(chosen.get()
                .filter(relation ->
                        relation.arguments().stream().anyMatch(argument -> Ends.is(argument.end(), mention.get()))));
    }

    void forget() {
        chosen.set(Optional.empty());
        making.set(Optional.empty());
        trail.clear();
    }

    private interface Verb {
        Optional<Correction> of(RelationPen pen, Relation relation);
    }

    private void about(Verb verb) {
        reader.correct(pen -> chosen.get().flatMap(relation -> verb.of(new RelationPen(pen), relation)));
    }

    private List<Relation> ofSelected() {
        return reader.selectedProperty()
                .get()
                .map(mention -> reader.relationsOf(mention).stream()
                        .map(Ends::relation)
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    private Optional<Relation> relation(String id) {
        return reader.document()
                .flatMap(document -> document.relations()
                        .filter(relation -> relation.id().equals(id) && relation.standing() != Standing.REJECTED)
                        .findFirst());
    }

    private static List<String> roles(Relation relation) {
        return relation.arguments().stream().map(Relation.Argument::role).toList();
    }

    /// Of the mention at an end, "" where it is not known.
    private String typeOf(Relation.End end) {
        return reader.document()
                .flatMap(document -> document.mentions()
                        .filter(mention -> Ends.is(end, mention))
                        .findFirst())
                .map(Mention::type)
                .orElse("");
    }

    private String selectedId() {
        return reader.selectedProperty().get().map(Mention::id).orElse("");
    }

    private Signatures signatures() {
        return new Signatures(reader.schema());
    }
}
