package org.biogloss.ui.kit;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.biogloss.document.Span;

/// The one document that the window shows. The library sets it; the reader and the others follow.
public final class OpenDocument {

    /// A stretch of a document that a person asked to see.
    ///
    /// @param asking counts the askings, so that asking twice for one place goes there twice
    public record Place(String documentId, Span span, long asking) {}

    private final ReadOnlyObjectWrapper<Optional<String>> documentId = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Place>> place = new ReadOnlyObjectWrapper<>(Optional.empty());
    private long askings;

    public ReadOnlyObjectProperty<Optional<String>> documentIdProperty() {
        return documentId.getReadOnlyProperty();
    }

    /// Where the reader was last asked to go. The window brings the reader to the front, which selects what is there.
    public ReadOnlyObjectProperty<Optional<Place>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public Optional<String> documentId() {
        return documentId.get();
    }

    public void open(String id) {
        documentId.set(Optional.of(id));
    }

    /// Opens the document, brings the reader to the front, and selects and shows the place there: the mention that
    /// covers just it, or else its text.
    public void open(String id, Span where) {
        open(id);
        place.set(Optional.of(new Place(id, where, ++askings)));
    }

    /// Shows none: the project was closed, or has no documents.
    public void close() {
        documentId.set(Optional.empty());
    }
}
