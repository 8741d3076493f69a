package org.biogloss.workbench.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.store.DocumentEdit;

/// Which suggestions of a model a person accepts at once.
///
/// A suggestion that the layer says already goes away, and what it was tied by ties the finished mention. A relation
/// takes its ends along: it ties finished work only.
///
/// @param types   only these; all where there are none
/// @param atLeast the least confidence
/// @param into    the layer in which they are confirmed
public record BulkAcceptance(String model, Set<String> types, double atLeast, String into, String by) {

    public BulkAcceptance {
        types = Set.copyOf(types);
    }

    /// How many suggestions are decided in one document, and the edit that does it.
    public record Accepted(DocumentEdit edit, int count) {}

    public Optional<Accepted> of(AnnotatedDocument document) {
        var before = new LinkedHashMap<String, Annotation>();
        for (var annotation : document.annotations()) if (wants(annotation)) before.put(annotation.id(), annotation);
        int count = before.size();
        if (count == 0) return Optional.empty();
        for (var annotation : List.copyOf(before.values())) {
            if (annotation instanceof Relation relation) addEnds(document, relation, before);
        }
        return Optional.of(
                new Accepted(new DocumentEdit(document.id(), new Edit.Group(edits(document, before))), count));
    }

    private List<Edit> edits(AnnotatedDocument document, Map<String, Annotation> accepted) {
        var edits = new ArrayList<Edit>();
        var removed = new HashMap<String, String>();
        for (var annotation : accepted.values()) {
            if (!(annotation instanceof Mention mention)) continue;
            var known = known(document, mention);
            known.ifPresent(other -> removed.put(mention.id(), other.id()));
            edits.add(known.isPresent() ? new Edit.Remove(mention) : new Edit.Replace(mention, accepted(mention)));
        }
        document.relations().forEach(relation -> {
            var tied = tying(relation, removed);
            var after = accepted.containsKey(relation.id()) ? accepted(tied) : tied;
            if (!after.equals(relation)) edits.add(new Edit.Replace(relation, after));
        });
        for (var annotation : accepted.values()) {
            if (!(annotation instanceof Mention) && !(annotation instanceof Relation)) {
                edits.add(new Edit.Replace(annotation, accepted(annotation)));
            }
        }
        return edits;
    }

    private boolean wants(Annotation annotation) {
        return annotation.source() instanceof Source.Model suggested
                && annotation.layer().equals(model)
                && suggested.confidence() >= atLeast
                && (types.isEmpty() || types.contains(annotation.type()));
    }

    private static void addEnds(AnnotatedDocument document, Relation relation, Map<String, Annotation> accepted) {
        for (var argument : relation.arguments()) {
            if (!(argument.end() instanceof Relation.OfMention(var id))) continue;
            document.find(id)
                    .filter(end -> end.source() instanceof Source.Model)
                    .ifPresent(end -> accepted.putIfAbsent(id, end));
        }
    }

    private Annotation accepted(Annotation annotation) {
        return annotation.source() instanceof Source.Model suggested
                ? annotation.from(into, new Source.Accepted(by, suggested))
                : annotation;
    }

    private Optional<Mention> known(AnnotatedDocument document, Mention suggestion) {
        return document.mentions(into)
                .filter(mention -> Mentions.isSettled(mention, into) && mention.saysTheSameAs(suggestion))
                .findFirst();
    }

    private static Relation tying(Relation relation, Map<String, String> instead) {
        if (instead.keySet().stream().noneMatch(relation::ties)) return relation;
        var arguments = relation.arguments().stream()
                .map(argument -> argument.end() instanceof Relation.OfMention(var id)
                        ? new Relation.Argument(argument.role(), new Relation.OfMention(instead.getOrDefault(id, id)))
                        : argument)
                .toList();
        return new Relation(
                relation.id(), relation.layer(), relation.type(), arguments, relation.attributes(), relation.source());
    }
}
