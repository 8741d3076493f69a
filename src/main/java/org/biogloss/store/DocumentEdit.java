package org.biogloss.store;

import org.biogloss.document.Edit;

/// A change, and the document that it changes.
public record DocumentEdit(String documentId, Edit edit) {

    DocumentEdit inverse() {
        return new DocumentEdit(documentId, edit.inverse());
    }
}
