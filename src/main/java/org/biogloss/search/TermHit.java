package org.biogloss.search;

/// A concept that fits what was asked.
///
/// @param terminology its name, as it was added
/// @param term        the name or synonym that fits
/// @param match       how
public record TermHit(String terminology, Concept concept, String term, Match match) {

    /// The better ones first.
    public enum Match {
        /// The name, but for case, hyphens, Greek letters and number.
        NAME,
        /// A synonym, so.
        SYNONYM,
        /// The name or a synonym begins so.
        BEGINNING,
        /// All words stand in it, the last one perhaps only begun.
        WORDS,
        /// Words that differ in a letter or two.
        SIMILAR
    }
}
