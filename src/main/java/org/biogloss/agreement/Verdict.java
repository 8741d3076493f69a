package org.biogloss.agreement;

/// What a person says is to stand in gold.
public enum Verdict {
    /// As the first says; nothing, where it says nothing.
    LEFT,
    /// As the second says; nothing, where it says nothing.
    RIGHT,
    /// Both; where only concepts or attributes differ, one mention with those of both.
    BOTH,
    /// Nothing. Kept in gold as turned down, so that it is not asked again.
    NEITHER,
    /// The first's borders with the second's type, concepts and attributes.
    LEFT_BORDERS,
    /// The second's borders with the first's type, concepts and attributes.
    RIGHT_BORDERS
}
