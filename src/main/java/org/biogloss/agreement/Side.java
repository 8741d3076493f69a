package org.biogloss.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.document.Span;

/// One of those who are compared: a layer of a project, as the opinion of whoever made it.
///
/// What a person turned down is not that person's opinion. A model's opinion is all that it has said: what waits, what
/// people have accepted into their own layers since, and what they turned down.
///
/// @param layer   a person's or a corpus's layer, or a model's id
/// @param atLeast of a model, only what it says with this confidence or more
public record Side(String layer, double atLeast) {

    public Side {
        if (layer.isBlank()) throw new IllegalArgumentException("A layer needs a name");
        if (!(atLeast >= 0 && atLeast <= 1)) {
            throw new IllegalArgumentException("A confidence lies between 0 and 1, not at " + atLeast);
        }
    }

    public static Side of(String layer) {
        return new Side(layer, 0);
    }

    /// What it says of the document: each mention once, with the relations tied to the one that is kept.
    public List<Annotation> says(AnnotatedDocument document) {
        var said = new ArrayList<Annotation>();
        Map<Claim, String> known = new HashMap<>();
        Map<String, String> kept = new HashMap<>();
        Set<Annotation> seen = new HashSet<>();
        for (var annotation : document.annotations()) {
            if (!isMine(annotation)) continue;
            switch (annotation) {
                case Mention mention -> {
                    var claim = new Claim(mention.spans(), mention.type(), mention.concepts(), mention.attributes());
                    var twin = known.putIfAbsent(claim, mention.id());
                    if (twin == null || !isAccepted(mention)) said.add(mention);
                    else kept.put(mention.id(), twin);
                }
                case Relation relation -> {
                    var tied = kept.isEmpty() ? relation : tying(relation, kept);
                    if (!isAccepted(relation) || seen.add(withoutId(tied))) said.add(tied);
                }
                case org.biogloss.document.DocumentLabel label -> said.add(label);
            }
        }
        return said;
    }

    Study.Opinion opinion(AnnotatedDocument document) {
        return Study.Opinion.of(says(document));
    }

    private record Claim(List<Span> spans, String type, List<String> concepts, Map<String, String> attributes) {}

    private boolean isMine(Annotation annotation) {
        boolean inLayer = annotation.layer().equals(layer);
        return switch (annotation.source()) {
            case Source.Person _, Source.Imported _ -> inLayer;
            case Source.Model model -> inLayer && isSure(model);
            case Source.Accepted(var _, var model) -> inLayer || (model.name().equals(layer) && isSure(model));
            case Source.Rejected(var _, var model) -> inLayer && model.name().equals(layer) && isSure(model);
        };
    }

    private boolean isSure(Source.Model model) {
        return model.confidence() >= atLeast;
    }

    /// A suggestion that was accepted may stand in several layers.
    private static boolean isAccepted(Annotation annotation) {
        return annotation.source() instanceof Source.Accepted;
    }

    private static Relation tying(Relation relation, Map<String, String> kept) {
        var arguments = relation.arguments().stream()
                .map(argument -> argument.end() instanceof Relation.OfMention(var id) && kept.containsKey(id)
                        ? new Relation.Argument(argument.role(), new Relation.OfMention(kept.getOrDefault(id, id)))
                        : argument)
                .toList();
        return new Relation(
                relation.id(), relation.layer(), relation.type(), arguments, relation.attributes(), relation.source());
    }

    private Annotation withoutId(Relation relation) {
        return new Relation(
                "", layer, relation.type(), relation.arguments(), relation.attributes(), new Source.Person(layer));
    }
}
