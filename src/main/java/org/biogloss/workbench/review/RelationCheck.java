package org.biogloss.workbench.review;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Schema;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;

/// Whether relations tie what the schema lets them tie. A type that the schema does not know ties anything.
record RelationCheck(Schema schema, String layer) {

    void check(AnnotatedDocument document, Consumer<Finding> found) {
        if (document.relations().findAny().isEmpty()) return;
        var mentions = new HashMap<String, Mention>();
        document.mentions().forEach(mention -> mentions.put(mention.id(), mention));
        document.relations()
                .filter(relation -> relation.standing() == Standing.CONFIRMED
                        && relation.layer().equals(layer))
                .forEach(relation -> check(document, relation, mentions).ifPresent(found));
    }

    private Optional<Finding> check(AnnotatedDocument document, Relation relation, Map<String, Mention> mentions) {
        var known = schema.relation(relation.type());
        var ends = relation.arguments().stream()
                .map(argument -> end(argument, mentions))
                .toList();
        // What ties concepts has no types that could be wrong.
        if (known.isEmpty() || ends.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
        if (fits(known.get(), relation, mentions)) return Optional.empty();
        var first = ends.getFirst().orElseThrow();
        boolean turns = known.get().isBinary()
                && ends.size() == 2
                && known.get()
                        .admits(
                                ends.get(1).orElseThrow().type(),
                                ends.get(0).orElseThrow().type());
        var types = ends.stream().map(end -> end.orElseThrow().type()).collect(Collectors.joining(", "));
        var hull = new Span(first.hull().start(), first.hull().end());
        return Optional.of(
                new Finding.BrokenRelation(Place.of(document, hull), relation.id(), relation.type(), types, turns));
    }

    private static Optional<Mention> end(Relation.Argument argument, Map<String, Mention> mentions) {
        return switch (argument.end()) {
            case Relation.OfMention(var id) -> Optional.ofNullable(mentions.get(id));
            case Relation.OfConcept _ -> Optional.empty();
        };
    }

    private static boolean fits(Schema.RelationType type, Relation relation, Map<String, Mention> mentions) {
        var types = relation.arguments().stream()
                .map(argument -> end(argument, mentions).orElseThrow().type())
                .toList();
        if (type.isBinary() && types.size() == 2) return type.admits(types.get(0), types.get(1));
        for (int i = 0; i < types.size(); i++) {
            var role = relation.arguments().get(i).role();
            var part = type.roles().stream()
                    .filter(known -> known.name().equals(role))
                    .findFirst();
            var entity = types.get(i);
            if (part.isEmpty() || !part.get().admits(entity)) return false;
        }
        return type.roles().stream()
                .filter(part -> !part.optional())
                .allMatch(part -> relation.arguments().stream()
                        .anyMatch(argument -> argument.role().equals(part.name())));
    }
}
