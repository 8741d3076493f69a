package org.biogloss.workbench.review;

import java.util.List;

/// A name that is to be annotated wherever it stands.
///
/// @param name     as typed or marked
/// @param concepts what each mention made of it gets
public record Asked(String name, String type, List<String> concepts, Scope scope) {

    public Asked {
        name = name.strip().replaceAll("\\s+", " ");
        concepts = List.copyOf(concepts);
        if (type.isBlank()) throw new IllegalArgumentException("A type is needed to annotate occurrences");
    }
}
