package org.biogloss.ui.kit;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The one document that the window shows. The library sets it; the reader and the others follow.
public final class OpenDocument {

    private final ReadOnlyObjectWrapper<Optional<String>> documentId = new ReadOnlyObjectWrapper<>(Optional.empty());

    public ReadOnlyObjectProperty<Optional<String>> documentIdProperty() {
        return documentId.getReadOnlyProperty();
    }

    public Optional<String> documentId() {
        return documentId.get();
    }

    public void open(String id) {
        documentId.set(Optional.of(id));
    }

    /// Shows none: the project was closed, or has no documents.
    public void close() {
        documentId.set(Optional.empty());
    }
}
