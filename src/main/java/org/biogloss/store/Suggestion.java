package org.biogloss.store;

import org.biogloss.document.Annotation;

/// What a model suggests of a document, and nobody has decided on.
public record Suggestion(String documentId, Annotation annotation) {}
