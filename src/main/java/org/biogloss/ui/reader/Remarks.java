package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.Edit;
import org.biogloss.document.Source;
import org.biogloss.document.Standing;

/// What a person says further: attributes and notes of mentions and relations, labels and a note of the document.
///
/// What a model suggested is accepted with the first remark on it: a suggestion may go when the model reads again, and
/// a person's words may not.
record Remarks(Correction.Pen pen) {

    /// @param value empty to take the attribute away
    Optional<Correction> set(Annotation annotation, String attribute, String value) {
        var now = pen.document().find(annotation.id());
        var wanted = value.strip();
        if (now.isEmpty() || now.get().attributes().getOrDefault(attribute, "").equals(wanted)) return Optional.empty();
        var after = now.get().with(attribute, wanted).from(pen.layerFor(now.get()), agreed(now.get()));
        var edit = pen.started(new Edit.Replace(now.get(), after));
        return Optional.of(new Correction(title(now.get(), attribute, wanted), edit, Optional.empty()));
    }

    /// The note on the document as a whole.
    Optional<Correction> setNote(String note) {
        var before = pen.document().document().known(Document.NOTE).orElse("");
        var after = note.strip();
        if (before.equals(after)) return Optional.empty();
        var title = after.isEmpty() ? "Remove the note on the document" : "Note on the document";
        return Optional.of(
                new Correction(title, pen.started(new Edit.SetAbout(Document.NOTE, before, after)), Optional.empty()));
    }

    /// Sets the label in the person's layer, by accepting it where a model suggests it; or takes it away.
    Optional<Correction> toggleLabel(String name) {
        var there = pen.document()
                .labels()
                .filter(label -> label.type().equals(name) && isOwn(label))
                .toList();
        if (!there.isEmpty()) {
            var edits = new ArrayList<Edit>();
            there.forEach(label -> edits.add(new Edit.Remove(label)));
            return label("Take away the label “" + name + "”", edits);
        }
        var suggested = pen.document()
                .labels()
                .filter(label -> label.type().equals(name) && label.standing() == Standing.SUGGESTED)
                .findFirst();
        if (suggested.isPresent()) return accept(suggested.get());
        var fresh = new DocumentLabel(Annotation.freshId(), pen.layer(), name, pen.person());
        return label("Set the label “" + name + "”", List.of(new Edit.Add(fresh)));
    }

    Optional<Correction> accept(DocumentLabel label) {
        if (!(label.source() instanceof Source.Model)) return Optional.empty();
        var after = label.from(pen.layer(), agreed(label));
        return label("Accept the label “" + label.type() + "”", List.of(new Edit.Replace(label, after)));
    }

    Optional<Correction> reject(DocumentLabel label) {
        if (!(label.source() instanceof Source.Model model)) return Optional.empty();
        var after = label.from(label.layer(), new Source.Rejected(pen.by(), model));
        return label("Reject the label “" + label.type() + "”", List.of(new Edit.Replace(label, after)));
    }

    private boolean isOwn(DocumentLabel label) {
        return label.standing() == Standing.CONFIRMED && label.layer().equals(pen.layer());
    }

    private Optional<Correction> label(String title, List<Edit> edits) {
        return Optional.of(
                new Correction(title, pen.started(Edit.group(edits.toArray(Edit[]::new))), Optional.empty()));
    }

    private Source agreed(Annotation annotation) {
        return annotation.source() instanceof Source.Model model
                ? new Source.Accepted(pen.by(), model)
                : annotation.source();
    }

    private String title(Annotation annotation, String attribute, String value) {
        var of = pen.quoted(annotation);
        if (attribute.equals(Annotation.NOTE)) return (value.isEmpty() ? "Remove the note on " : "Note on ") + of;
        if (value.isEmpty()) return "Take " + attribute + " away from " + of;
        return "Set " + attribute + " of " + of + " to " + Correction.shortened(value);
    }
}
