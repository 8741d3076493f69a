package org.biogloss.agreement;

/// What gold has of a case. Read off from gold itself, never stored beside it.
public enum Ruling {
    /// Nothing yet.
    OPEN,
    /// What only the first says.
    LEFT,
    /// What only the second says.
    RIGHT,
    /// What both say: the same, or one beside the other, or one with the concepts of both.
    BOTH,
    /// It was turned down.
    NEITHER,
    /// Something else: the borders of one with the type of the other, or what a person has made of it.
    OTHER;

    public boolean isDecided() {
        return this != OPEN;
    }
}
