package org.biogloss.agreement;

import java.util.Collection;
import java.util.stream.Collectors;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;

/// Annotations in a few words: `clonidine (Chemical, MESH:D003000)`, `clonidine → hypotension (treats)`.
public final class Wording {

    private Wording() {}

    /// @param mentions among which are those that a relation ties
    public static String of(Annotation said, String text, Collection<Mention> mentions) {
        return switch (said) {
            case Mention mention -> {
                var concepts = mention.concepts().isEmpty() ? "" : ", " + String.join("|", mention.concepts());
                yield covered(mention, text) + " (" + mention.type() + concepts + ")";
            }
            case Relation relation -> ends(relation, text, mentions) + " (" + relation.type() + ")";
            case DocumentLabel label -> label.type();
        };
    }

    /// What a mention covers, on one line.
    public static String covered(Mention mention, String text) {
        return mention.in(text).replaceAll("\\s+", " ");
    }

    /// What a relation ties, in its order.
    public static String ends(Relation relation, String text, Collection<Mention> mentions) {
        return relation.arguments().stream()
                .map(argument -> switch (argument.end()) {
                    case Relation.OfConcept(var concept) -> concept;
                    case Relation.OfMention(var id) ->
                        mentions.stream()
                                .filter(mention -> mention.id().equals(id))
                                .findFirst()
                                .map(mention -> covered(mention, text))
                                .orElse("?");
                })
                .collect(Collectors.joining(" → "));
    }
}
