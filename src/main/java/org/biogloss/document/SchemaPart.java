package org.biogloss.document;

import java.util.List;
import java.util.stream.Stream;

/// What a schema has names for.
public enum SchemaPart {
    ENTITY,
    RELATION,
    LABEL,
    ATTRIBUTE;

    /// The names that the schema has for it, in its order.
    public List<String> names(Schema schema) {
        var names = switch (this) {
            case ENTITY -> schema.entities().stream().map(Schema.EntityType::name);
            case RELATION -> schema.relations().stream().map(Schema.RelationType::name);
            case LABEL -> schema.labels().stream();
            case ATTRIBUTE -> schema.attributes().stream().map(Schema.AttributeType::name);
        };
        return names.toList();
    }

    /// Whether the annotation is of this name or, for an attribute, has it.
    public boolean isOf(Annotation annotation, String name) {
        return switch (this) {
            case ENTITY -> annotation instanceof Mention && annotation.type().equals(name);
            case RELATION -> annotation instanceof Relation && annotation.type().equals(name);
            case LABEL ->
                annotation instanceof DocumentLabel && annotation.type().equals(name);
            case ATTRIBUTE -> annotation.attributes().containsKey(name);
        };
    }

    /// The annotations of that name in a document.
    public Stream<Annotation> in(AnnotatedDocument document, String name) {
        return document.annotations().stream().filter(annotation -> isOf(annotation, name));
    }
}
