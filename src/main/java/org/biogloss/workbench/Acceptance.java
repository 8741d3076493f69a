package org.biogloss.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Standing;
import org.biogloss.store.DocumentEdit;

/// Which suggestions of a model a person accepts at once.
///
/// @param type    only these, where given
/// @param atLeast the least confidence
/// @param into    the layer in which they are confirmed
record Acceptance(String modelLayer, Optional<String> type, double atLeast, String into, String by) {

    /// The edits for a document, one for each suggestion: accepted, or, where the layer says the same already, removed.
    List<DocumentEdit> edits(AnnotatedDocument document) {
        var edits = new ArrayList<DocumentEdit>();
        for (var annotation : document.annotations()) {
            if (annotation.source() instanceof Source.Model model && wants(annotation, model)) {
                edits.add(new DocumentEdit(document.id(), edit(document, annotation, model)));
            }
        }
        return edits;
    }

    private boolean wants(Annotation annotation, Source.Model model) {
        return annotation.layer().equals(modelLayer)
                && model.confidence() >= atLeast
                && type.map(annotation.type()::equals).orElse(true);
    }

    private Edit edit(AnnotatedDocument document, Annotation suggestion, Source.Model model) {
        if (suggestion instanceof Mention mention && isConfirmed(document, mention)) return new Edit.Remove(suggestion);
        return new Edit.Replace(suggestion, suggestion.from(into, new Source.Accepted(by, model)));
    }

    private boolean isConfirmed(AnnotatedDocument document, Mention suggestion) {
        return document.mentions(into).anyMatch(m -> m.standing() == Standing.CONFIRMED && m.saysTheSameAs(suggestion));
    }
}
