package org.biogloss.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Standing;

/// Brings what a file says of a document beside what the project already says of it.
final class Layers {

    private Layers() {}

    /// The annotations of `incoming` that `existing` lacks, fit to be added to it.
    ///
    /// Ids are unique within a document: one that is taken is given anew, and relations follow. A mention that is
    /// there already is not doubled, and relations tie the one that is there.
    static List<Annotation> missing(AnnotatedDocument existing, AnnotatedDocument incoming) {
        var added = new ArrayList<Annotation>();
        var taken = existing.annotations().stream().map(Annotation::id).collect(Collectors.toSet());
        Map<String, String> newIds = new HashMap<>();
        for (var annotation : incoming.annotations()) {
            var tied = annotation instanceof Relation relation ? tying(relation, newIds) : annotation;
            var twin = Stream.concat(existing.annotations().stream(), added.stream())
                    .filter(other -> same(other, tied))
                    .findFirst();
            if (twin.isPresent()) {
                newIds.put(annotation.id(), twin.get().id());
                continue;
            }
            var fresh = taken.add(tied.id()) ? tied : withId(tied, Annotation.freshId());
            newIds.put(annotation.id(), fresh.id());
            added.add(fresh);
        }
        return added;
    }

    /// Whether both say the same in the same layer, whoever says it and under which id. What was turned down says the
    /// opposite of what counts.
    static boolean same(Annotation one, Annotation other) {
        if (!one.layer().equals(other.layer()) || !one.type().equals(other.type())) return false;
        if ((one.standing() == Standing.REJECTED) != (other.standing() == Standing.REJECTED)) return false;
        return switch (one) {
            case Mention mention ->
                other instanceof Mention m
                        && mention.spans().equals(m.spans())
                        && mention.concepts().equals(m.concepts())
                        && mention.attributes().equals(m.attributes());
            case Relation relation ->
                other instanceof Relation r
                        && relation.arguments().equals(r.arguments())
                        && relation.attributes().equals(r.attributes());
            case DocumentLabel _ -> other instanceof DocumentLabel;
        };
    }

    static Annotation withId(Annotation annotation, String id) {
        return switch (annotation) {
            case Mention m -> withId(m, id);
            case Relation r -> new Relation(id, r.layer(), r.type(), r.arguments(), r.attributes(), r.source());
            case DocumentLabel l -> new DocumentLabel(id, l.layer(), l.type(), l.source());
        };
    }

    static Mention withId(Mention m, String id) {
        return new Mention(id, m.layer(), m.spans(), m.type(), m.concepts(), m.attributes(), m.source());
    }

    private static Relation tying(Relation r, Map<String, String> newIds) {
        var arguments = r.arguments().stream()
                .map(argument -> new Relation.Argument(
                        argument.role(),
                        switch (argument.end()) {
                            case Relation.OfMention(var id) ->
                                new Relation.OfMention(
                                        Optional.ofNullable(newIds.get(id)).orElse(id));
                            case Relation.OfConcept concept -> concept;
                        }))
                .toList();
        return new Relation(r.id(), r.layer(), r.type(), arguments, r.attributes(), r.source());
    }
}
