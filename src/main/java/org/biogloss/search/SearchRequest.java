package org.biogloss.search;

/// What a person asks for, and which stretch of the answer is to be shown.
///
/// @param query as typed; blank asks for every document
public record SearchRequest(String query, Filters filters, int offset, int limit) {

    public SearchRequest {
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("Offset and limit are at least 0, not " + offset + " and " + limit);
        }
    }

    /// The first `limit` hits for these words, unfiltered.
    public static SearchRequest of(String query, int limit) {
        return new SearchRequest(query, Filters.NONE, 0, limit);
    }
}
