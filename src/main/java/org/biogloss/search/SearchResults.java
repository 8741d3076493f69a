package org.biogloss.search;

import java.util.List;

/// The answer to a [SearchRequest].
///
/// @param total how many documents match, shown here or not
/// @param hits  best first; equals by id
public record SearchResults(long total, List<SearchHit> hits, double seconds) {

    public SearchResults {
        hits = List.copyOf(hits);
    }
}
