package org.biogloss.tasks;

import org.biogloss.document.Span;

/// A stretch of text and what kind of thing it names.
public record TypedSpan(Span span, String type) {

    public static TypedSpan of(int start, int end, String type) {
        return new TypedSpan(new Span(start, end), type);
    }
}
