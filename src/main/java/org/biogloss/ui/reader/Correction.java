package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;

/// One thing that a person does to a document: what the history calls it, the edit, and the mention that is selected
/// after it.
record Correction(String title, Edit edit, Optional<String> selects) {

    /// Whose work it is, and on which document: makes corrections, and knows when there is nothing to do.
    record Pen(AnnotatedDocument document, String layer, String by) {

        /// A new mention; where a model suggested the same, its suggestion is accepted.
        Optional<Correction> add(Span span, String type, List<String> concepts) {
            if (span.isEmpty()) return Optional.empty();
            var fresh = Mention.of(layer, span, type, person()).withConcepts(concepts);
            var same = document.mentions()
                    .filter(mention -> mention.saysTheSameAs(fresh) && mention.standing() != Standing.REJECTED)
                    .min((a, b) -> a.standing().compareTo(b.standing()));
            if (same.isEmpty()) {
                return Optional.of(made("Add " + type + " " + quoted(fresh), new Edit.Add(fresh), fresh.id()));
            }
            return same.get().standing() == Standing.SUGGESTED ? accept(same.get()) : Optional.empty();
        }

        Optional<Correction> relabel(Mention mention, String type) {
            if (mention.type().equals(type)) return accept(mention);
            var after = owned(mention.relabelled(type, person()));
            return Optional.of(made("Change " + quoted(mention) + " to " + type, mention, after));
        }

        Optional<Correction> setSpans(Mention mention, List<Span> spans) {
            if (spans.equals(mention.spans()) || spans.stream().anyMatch(Span::isEmpty)) return Optional.empty();
            var after = owned(mention.covering(spans, person()));
            return Optional.of(made("Move the borders of " + quoted(mention), mention, after));
        }

        Optional<Correction> setConcepts(Mention mention, List<String> concepts) {
            if (concepts.equals(mention.concepts())) return Optional.empty();
            var agreed =
                    mention.source() instanceof Source.Model model ? new Source.Accepted(by, model) : mention.source();
            var after = mention.withConcepts(concepts).from(layerFor(mention), agreed);
            var title = "Set the concepts of " + quoted(mention);
            return Optional.of(new Correction(title, started(new Edit.Replace(mention, after)), Optional.empty()));
        }

        Optional<Correction> accept(Mention mention) {
            if (!(mention.source() instanceof Source.Model model)) return Optional.empty();
            return Optional.of(
                    made("Accept " + mention.type() + " " + quoted(mention), mention, accepted(mention, model)));
        }

        Optional<Correction> reject(Mention mention) {
            if (!(mention.source() instanceof Source.Model model)) return Optional.empty();
            var after = mention.from(mention.layer(), new Source.Rejected(by, model));
            var edit = new Edit.Replace(mention, after);
            return Optional.of(made("Reject " + mention.type() + " " + quoted(mention), edit, mention.id()));
        }

        /// Many suggestions as one step.
        Optional<Correction> acceptAll(List<Mention> suggestions) {
            var edits = new ArrayList<Edit>();
            for (var mention : suggestions) addAcceptance(edits, mention);
            if (edits.isEmpty()) return Optional.empty();
            var title = edits.size() == 1 ? "Accept 1 suggestion" : "Accept " + edits.size() + " suggestions";
            return Optional.of(new Correction(title, started(new Edit.Group(edits)), Optional.empty()));
        }

        /// A suggestion is rejected, so that it is not suggested again; anything else goes, with its relations.
        Optional<Correction> delete(Mention mention) {
            if (mention.standing() == Standing.SUGGESTED) return reject(mention);
            var edit = started(document.removing(mention));
            return Optional.of(
                    new Correction("Delete " + mention.type() + " " + quoted(mention), edit, Optional.empty()));
        }

        Optional<Correction> setStatus(DocumentStatus status) {
            if (document.status() == status) return Optional.empty();
            var title = "Mark as "
                    + switch (status) {
                        case NEW -> "new";
                        case IN_PROGRESS -> "in progress";
                        case DONE -> "done";
                        case NEEDS_REVIEW -> "needing review";
                    };
            return Optional.of(new Correction(title, new Edit.SetStatus(document.status(), status), Optional.empty()));
        }

        void addAcceptance(List<Edit> edits, Mention mention) {
            if (mention.source() instanceof Source.Model model) {
                edits.add(new Edit.Replace(mention, accepted(mention, model)));
            }
        }

        Mention accepted(Mention mention, Source.Model model) {
            return mention.from(layer, new Source.Accepted(by, model));
        }

        private Correction made(String title, Mention before, Mention after) {
            return made(title, new Edit.Replace(before, after), after.id());
        }

        /// @param selects the mention that is selected then, "" for none
        Correction made(String title, Edit edit, String selects) {
            return new Correction(title, started(edit), Optional.of(selects).filter(id -> !id.isEmpty()));
        }

        /// The first correction of a new document starts it.
        Edit started(Edit edit) {
            if (document.status() != DocumentStatus.NEW) return edit;
            return new Edit.Group(List.of(edit, new Edit.SetStatus(DocumentStatus.NEW, DocumentStatus.IN_PROGRESS)));
        }

        private Mention owned(Mention mention) {
            return mention.from(layerFor(mention), mention.source());
        }

        /// Finished work stays in its layer; what was a suggestion moves to the person's.
        String layerFor(Annotation annotation) {
            boolean suggested = document.find(annotation.id())
                    .filter(before -> before.standing() == Standing.CONFIRMED)
                    .isEmpty();
            return suggested ? layer : annotation.layer();
        }

        Source person() {
            return new Source.Person(by);
        }

        String quoted(Annotation annotation) {
            var text = annotation instanceof Mention mention ? mention.in(document.text()) : annotation.type();
            return "“" + shortened(text) + "”";
        }
    }

    /// At most 40 characters of a text, on one line.
    static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= 40) return line;
        int cut = Character.isHighSurrogate(line.charAt(38)) ? 38 : 39;
        return line.substring(0, cut) + "…";
    }
}
