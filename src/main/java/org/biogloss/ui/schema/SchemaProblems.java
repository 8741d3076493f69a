package org.biogloss.ui.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.biogloss.document.Schema;
import org.biogloss.document.SchemaPart;

/// What is wrong with a schema, told at the type that it concerns.
///
/// @param takenKey the name of the reader's verb on a key, if there is one
record SchemaProblems(Schema schema, Function<String, Optional<String>> takenKey) {

    List<String> of(SchemaPart part, String name) {
        return switch (part) {
            case ENTITY -> schema.entity(name).map(this::ofEntity).orElse(List.of());
            case RELATION ->
                schema.relation(name)
                        .map(type -> unknown(type.roles().stream().flatMap(role -> role.types().stream()), List.of()))
                        .orElse(List.of());
            case ATTRIBUTE ->
                schema.attribute(name)
                        .map(type -> unknown(type.types().stream(), SchemaPart.RELATION.names(schema)))
                        .orElse(List.of());
            case LABEL -> List.of();
        };
    }

    private List<String> ofEntity(Schema.EntityType type) {
        var problems = new ArrayList<String>();
        if (type.key().isEmpty()) return problems;
        var others = schema.entities().stream()
                .filter(other -> other.key().equalsIgnoreCase(type.key())
                        && !other.name().equals(type.name()))
                .map(Schema.EntityType::name)
                .toList();
        if (!others.isEmpty()) problems.add(SchemaView.TEXT.get("problem.key", type.key(), String.join(", ", others)));
        takenKey.apply(type.key())
                .ifPresent(verb -> problems.add(SchemaView.TEXT.get("problem.verb", type.key(), verb)));
        return problems;
    }

    private List<String> unknown(Stream<String> named, List<String> alsoKnown) {
        return named.distinct()
                .filter(type -> schema.entity(type).isEmpty() && !alsoKnown.contains(type))
                .map(type -> SchemaView.TEXT.get("problem.unknown", type))
                .toList();
    }
}
