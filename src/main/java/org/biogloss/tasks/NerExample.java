package org.biogloss.tasks;

import java.util.List;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Standing;

/// A text whose mentions are known. A mention in several stretches stands here as one, gaps included: labels by
/// piece cannot say more.
public record NerExample(String id, String text, List<TypedSpan> mentions) {

    public NerExample {
        mentions = List.copyOf(mentions);
        for (var mention : mentions) {
            if (mention.span().end() > text.length() || mention.span().isEmpty()) {
                throw new IllegalArgumentException("A mention at " + mention.span() + " does not fit into example " + id
                        + " of " + text.length() + " characters");
            }
        }
    }

    /// What is confirmed in a layer of a document.
    public static NerExample of(AnnotatedDocument document, String layer) {
        var mentions = document.mentions(layer)
                .filter(mention -> mention.standing() == Standing.CONFIRMED)
                .map(mention -> new TypedSpan(mention.hull(), mention.type()))
                .toList();
        return new NerExample(document.id(), document.text(), mentions);
    }
}
