package org.biogloss.tasks;

import org.biogloss.document.Span;

/// A stretch of text and what kind of thing it names.
public record TypedSpan(Span span, String type) {

    public static TypedSpan of(int start, int end, String type) {
        return new TypedSpan(new Span(start, end), type);
    }

    /// @throws IllegalArgumentException if it covers nothing, or more than the text of the example
    void requireWithin(String text, String example) {
        if (span.end() > text.length() || span.isEmpty()) {
            throw new IllegalArgumentException("A mention at " + span + " does not fit into example " + example + " of "
                    + text.length() + " characters");
        }
    }
}
