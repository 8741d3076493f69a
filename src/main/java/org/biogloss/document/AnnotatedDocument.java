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
        var changed = new ArrayList<>(annotations);
        var newStatus = change(changed, status, edit);
        return new AnnotatedDocument(document, newStatus, changed);
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

    private static DocumentStatus change(List<Annotation> annotations, DocumentStatus status, Edit edit) {
        switch (edit) {
            case Edit.Add(var added) -> add(annotations, added);
            case Edit.Remove(var removed) -> remove(annotations, removed);
            case Edit.Replace(var before, var after) -> {
                remove(annotations, before);
                add(annotations, after);
            }
            case Edit.SetStatus(var before, var after) -> {
                if (before != status) throw new IllegalStateException("The status is " + status + ", not " + before);
                return after;
            }
            case Edit.Group(var edits) -> {
                var now = status;
                for (var part : edits) now = change(annotations, now, part);
                return now;
            }
        }
        return status;
    }

    private static void add(List<Annotation> annotations, Annotation added) {
        if (annotations.stream().anyMatch(a -> a.id().equals(added.id()))) {
            throw new IllegalStateException("There is already an annotation " + added.id());
        }
        annotations.add(added);
    }

    private static void remove(List<Annotation> annotations, Annotation removed) {
        if (!annotations.remove(removed)) {
            throw new IllegalStateException("There is no such annotation to remove: " + removed.id());
        }
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
