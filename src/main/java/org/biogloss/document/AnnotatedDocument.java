package org.biogloss.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A document with all that is said of it: the value that readers of files make and the reader shows.
///
/// Annotations stand in one order (mentions by place, then relations, then labels), so that two documents that say
/// the same are equal, however they came about.
public record AnnotatedDocument(Document document, DocumentStatus status, List<Annotation> annotations) {

    public AnnotatedDocument {
        var inOrder = Annotations.of(annotations);
        if (inOrder.reach() > document.text().length()) for (var annotation : inOrder) check(annotation, document);
        annotations = inOrder;
    }

    /// What one state of a document has and the other has not.
    public record Changed(List<Annotation> gone, List<Annotation> come) {

        public Changed {
            gone = List.copyOf(gone);
            come = List.copyOf(come);
        }

        public int size() {
            return gone.size() + come.size();
        }
    }

    private static void check(Annotation annotation, Document document) {
        if (annotation instanceof Mention mention
                && mention.end() > document.text().length()) {
            throw new IllegalArgumentException("Mention " + mention.id() + " " + mention.hull()
                    + " ends beyond the text of document " + document.id() + " ("
                    + document.text().length() + " characters)");
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
        return annotations.subList(0, inOrder().mentions()).stream().map(Mention.class::cast);
    }

    public Stream<Mention> mentions(String layer) {
        return mentions().filter(mention -> mention.layer().equals(layer));
    }

    public Stream<Relation> relations() {
        return behindMentions().filter(Relation.class::isInstance).map(Relation.class::cast);
    }

    public Stream<DocumentLabel> labels() {
        return behindMentions().filter(DocumentLabel.class::isInstance).map(DocumentLabel.class::cast);
    }

    public Optional<Annotation> find(String id) {
        return Optional.ofNullable(inOrder().find(id));
    }

    /// The mentions whose first stretch begins at the offset, found without looking at all.
    public List<Mention> startingAt(int offset) {
        var found = new ArrayList<Mention>();
        for (int i = inOrder().firstFrom(offset); i < annotations.size(); i++) {
            if (!(annotations.get(i) instanceof Mention mention)
                    || mention.spans().getFirst().start() != offset) break;
            found.add(mention);
        }
        return found;
    }

    /// What has changed since an earlier state; quick where one came from the other by edits.
    public Changed since(AnnotatedDocument before) {
        return inOrder().since(before.inOrder());
    }

    /// The document after the edit.
    ///
    /// @throws IllegalStateException if the edit does not fit: it removes what is not there, or adds an id twice
    public AnnotatedDocument apply(Edit edit) {
        var draft = new Draft(this, edit.size());
        draft.apply(edit);
        return draft.finished();
    }

    /// The document as it was before these edits, as far as edits tell: suggestions come and go without one, so those
    /// of today stay.
    ///
    /// @param newestFirst everything done to the document since that moment
    public AnnotatedDocument before(List<Edit> newestFirst) {
        var draft = new Draft(this, Integer.MAX_VALUE);
        for (var edit : newestFirst) draft.applyWhatFits(edit.inverse());
        return draft.finished();
    }

    /// Removes an annotation and, with a mention, the part it plays in relations: what ties fewer than two without it
    /// goes too.
    public Edit removing(Annotation annotation) {
        var edits = new ArrayList<Edit>();
        if (annotation instanceof Mention mention) {
            relations()
                    .filter(relation -> relation.ties(mention.id()))
                    .map(relation -> relation.without(mention.id())
                            .<Edit>map(rest -> new Edit.Replace(relation, rest))
                            .orElseGet(() -> new Edit.Remove(relation)))
                    .forEach(edits::add);
        }
        edits.add(new Edit.Remove(annotation));
        return edits.size() == 1 ? edits.getFirst() : new Edit.Group(edits);
    }

    /// Relations and labels are few: they are found without passing thousands of mentions.
    private Stream<Annotation> behindMentions() {
        return annotations.subList(inOrder().mentions(), annotations.size()).stream();
    }

    Annotations inOrder() {
        return Annotations.of(annotations);
    }
}
