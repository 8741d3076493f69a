package org.biogloss.document;

/// How far a person has got with a document.
public enum DocumentStatus {
    NEW,
    IN_PROGRESS,
    DONE,
    /// Somebody else, or the same person later, is to look at it again.
    NEEDS_REVIEW
}
