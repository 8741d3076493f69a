package org.biogloss.tasks;

import java.util.List;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Standing;

/// A text whose mentions are known. A mention in several stretches stands here as one, gaps included: labels by
/// piece cannot say more.
///
/// Where the source gives words instead of a text, the text is its words joined by single blanks; so the words of a
/// trial's abstract are what stands between blanks.
public record NerExample(String id, String text, List<TypedSpan> mentions) implements Example {

    public NerExample {
        mentions = List.copyOf(mentions);
        for (var mention : mentions) mention.requireWithin(text, id);
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
