package org.biogloss.search;

import java.util.List;
import org.biogloss.document.Span;

/// A stretch of a document that shows why it was found.
///
/// @param highlights what matched, as spans of `text`, in order and not overlapping
public record Snippet(String text, List<Span> highlights) {

    public Snippet {
        highlights = List.copyOf(highlights);
    }
}
