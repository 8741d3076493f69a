package org.biogloss.ui.reader;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Edit;
import org.biogloss.document.Schema;

/// What the reader needs of the open project. Verbs that read or write documents are never called on the window's
/// thread, and never two at a time.
public interface ReaderDesk {

    /// One line of a document's history.
    record Past(Instant time, String by, String title) {}

    /// What an undo or redo has changed.
    ///
    /// @param documentId empty where it was the schema, documents all over the project, or documents that came or
    ///                   went
    record Step(String documentId, String title) {}

    Schema schema();

    String annotator();

    /// The layer that a person's work goes to.
    String layer();

    AnnotatedDocument document(String id);

    /// Nothing where an undo took the document out of the project.
    default Optional<AnnotatedDocument> find(String id) {
        return Optional.of(document(id));
    }

    /// Durable when it returns. The answer is the document after the edit.
    AnnotatedDocument perform(String title, String documentId, Edit edit);

    boolean canUndo();

    boolean canRedo();

    Optional<Step> undo();

    Optional<Step> redo();

    /// Where concepts are looked up.
    default ConceptDesk concepts() {
        return ConceptDesk.NONE;
    }

    /// Newest first.
    List<Past> history(String documentId, int limit);

    /// The document `step` places further in the list that the person works through, if there is one.
    Optional<String> neighbour(String documentId, int step);

    /// The names of the models that highlight, as a person reads them.
    List<String> highlighters();

    /// Starts to highlight the document with them; returns at once. The suggestions arrive by
    /// [ReaderViewModel#refresh].
    void highlight(String documentId);
}
