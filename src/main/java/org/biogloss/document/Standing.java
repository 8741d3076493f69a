package org.biogloss.document;

/// Whether an annotation counts as true, waits for a person, or was turned down by one.
public enum Standing {
    CONFIRMED,
    SUGGESTED,
    REJECTED
}
