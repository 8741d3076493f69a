package org.biogloss.search;

import java.util.List;

/// One entry of a terminology.
///
/// @param id         such as `CL:0000540`
/// @param name       the preferred one
/// @param synonyms   other names, as the terminology writes them
/// @param definition empty where there is none
/// @param parents    ids of what it is a kind of
public record Concept(String id, String name, List<String> synonyms, String definition, List<String> parents) {

    public Concept {
        if (id.isBlank()) throw new IllegalArgumentException("A concept needs an id");
        if (name.isBlank()) throw new IllegalArgumentException("The concept " + id + " has no name");
        synonyms = List.copyOf(synonyms);
        parents = List.copyOf(parents);
    }
}
