package org.biogloss.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A document with all that is said of it: the value that readers of files make and the reader shows.
///
/// Annotations stand in one order (mentions by place, then relations, then labels), so that two documents that say
/// the same are equal, however they came about.
public record AnnotatedDocument(Document document, DocumentStatus status, List<Annotation> annotations) {

    private static final Comparator<Annotation> ORDER = Comparator.<Annotation>comparingInt(AnnotatedDocument::kind)
            .thenComparing(AnnotatedDocument::place)
            .thenComparing(Annotation::id);

    public AnnotatedDocument {
        var sorted = new ArrayList<>(annotations);
        sorted.sort(ORDER);
        annotations = Collections.unmodifiableList(sorted);
        for (var annotation : annotations) {
            if (annotation instanceof Mention mention
                    && mention.hull().end() > document.text().length()) {
                throw new IllegalArgumentException("Mention " + mention.id() + " " + mention.hull()
                        + " ends beyond the text of document " + document.id() + " ("
                        + document.text().length() + " characters)");
            }
        }
    }

    public static AnnotatedDocument bare(Document document) {
        return new AnnotatedDocument(document, DocumentStatus.NEW, List.of());
    }

    public String id() {
        return document.id();
    }

    public String text() {
        return document.text();
    }

    public Stream<Mention> mentions() {
        return annotations.stream().filter(Mention.class::isInstance).map(Mention.class::cast);
    }

    public Stream<Mention> mentions(String layer) {
        return mentions().filter(mention -> mention.layer().equals(layer));
    }

    public Stream<Relation> relations() {
        return annotations.stream().filter(Relation.class::isInstance).map(Relation.class::cast);
    }

    public Stream<DocumentLabel> labels() {
        return annotations.stream().filter(DocumentLabel.class::isInstance).map(DocumentLabel.class::cast);
    }

    public Optional<Annotation> find(String id) {
        return annotations.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /// The document after the edit.
    ///
    /// @throws IllegalStateException if the edit does not fit: it removes what is not there, or adds an id twice
    public AnnotatedDocument apply(Edit edit) {
        var draft = new Draft(this);
        draft.apply(edit);
        return draft.finished();
    }

    /// The document as it was before these edits, as far as edits tell: suggestions come and go without one, so those
    /// of today stay.
    ///
    /// @param newestFirst everything done to the document since that moment
    public AnnotatedDocument before(List<Edit> newestFirst) {
        var draft = new Draft(this);
        for (var edit : newestFirst) draft.applyWhatFits(edit.inverse());
        return draft.finished();
    }

    /// Removes an annotation and, with a mention, the relations that tie it.
    public Edit removing(Annotation annotation) {
        var edits = new ArrayList<Edit>();
        if (annotation instanceof Mention mention) {
            relations().filter(r -> r.ties(mention.id())).map(Edit.Remove::new).forEach(edits::add);
        }
        edits.add(new Edit.Remove(annotation));
        return edits.size() == 1 ? edits.getFirst() : new Edit.Group(edits);
    }

    private static int kind(Annotation annotation) {
        return switch (annotation) {
            case Mention _ -> 0;
            case Relation _ -> 1;
            case DocumentLabel _ -> 2;
        };
    }

    private static Span place(Annotation annotation) {
        return annotation instanceof Mention mention ? mention.hull() : new Span(0, 0);
    }
}
