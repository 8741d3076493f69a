package org.biogloss.search;

import java.util.List;

/// A document that was found.
///
/// @param snippets in text order; where nothing in the text matched, how the text begins
public record SearchHit(String id, String title, double score, List<Snippet> snippets) {

    public SearchHit {
        snippets = List.copyOf(snippets);
    }
}
