package org.biogloss.tokens.compare;

/// A figure that stands on documents one can look at.
public sealed interface Figure {

    /// Documents of so many pieces: `from` inclusive, `to` exclusive.
    record Length(int from, int to) implements Figure {}

    /// Documents that do not fit into a row of so many pieces, the two that frame it included.
    record Beyond(int limit) implements Figure {}

    /// Documents with pieces that stand for what the vocabulary cannot spell.
    record Unknown() implements Figure {}

    /// Documents with words that are cut.
    record CutWords() implements Figure {}

    /// Documents with mentions of a type that are cut.
    record CutMentions(String type) implements Figure {}
}
