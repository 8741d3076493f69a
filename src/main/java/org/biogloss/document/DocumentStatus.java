package org.biogloss.document;

/// How far a person has got with a document.
public enum DocumentStatus {
    NEW,
    IN_PROGRESS,
    DONE
}
