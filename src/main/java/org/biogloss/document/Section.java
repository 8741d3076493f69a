package org.biogloss.document;

/// A named part of a document, such as `title`, `abstract` or `methods`. Sections do not overlap and stand in text
/// order.
public record Section(String name, Span span) {

    public static final String TITLE = "title";
    public static final String ABSTRACT = "abstract";
}
