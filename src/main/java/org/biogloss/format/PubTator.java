package org.biogloss.format;

/// The names under which a document keeps what PubTator's optional columns hold.
final class PubTator {

    /// Seventh column of a composite mention: its parts in words, as many as there are concepts.
    static final String PARTS = "individual_mentions";

    /// Seventh column of any other mention.
    static final String EXTRA = "extra";

    /// Fifth column of a relation.
    static final String NOVELTY = "novelty";

    private PubTator() {}
}
