package org.biogloss.search;

import java.util.Optional;
import java.util.Set;
import org.biogloss.document.DocumentStatus;

/// Narrows a search beside its words. An empty set or no concept narrows nothing.
///
/// @param entityTypes documents with a mention of any of these types
/// @param concept     documents with this concept id, in any case of letters
/// @param statuses    documents in any of these states
public record Filters(Set<String> entityTypes, Optional<String> concept, Set<DocumentStatus> statuses) {

    public static final Filters NONE = new Filters(Set.of(), Optional.empty(), Set.of());

    public Filters {
        entityTypes = Set.copyOf(entityTypes);
        statuses = Set.copyOf(statuses);
    }
}
