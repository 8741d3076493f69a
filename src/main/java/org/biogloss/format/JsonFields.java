package org.biogloss.format;

import java.util.Set;

/// The fields of the JSON Lines form that have a meaning of their own; any other is kept under its name.
final class JsonFields {

    static final Set<String> DOCUMENT = Set.of(
            "id",
            "text",
            "title_length",
            "sections",
            "status",
            "labels",
            "entities",
            "relations",
            "tokens",
            "tags",
            "about");

    static final Set<String> ENTITY = Set.of(
            "id",
            "type",
            "start",
            "end",
            "text",
            "spans",
            "concept",
            "concepts",
            "layer",
            "source",
            "attributes",
            "token_start",
            "token_end");

    static final Set<String> RELATION = Set.of(
            "id", "type", "head", "tail", "head_concept", "tail_concept", "arguments", "layer", "source", "attributes");

    private JsonFields() {}
}
