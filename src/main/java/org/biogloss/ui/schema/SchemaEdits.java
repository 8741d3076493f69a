package org.biogloss.ui.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.biogloss.document.Schema;
import org.biogloss.document.Schema.AttributeType;
import org.biogloss.document.Schema.EntityType;
import org.biogloss.document.Schema.RelationType;
import org.biogloss.document.SchemaPart;

/// What the page's forms do to a schema, as functions: applied to the schema as it is when their turn comes.
final class SchemaEdits {

    private SchemaEdits() {}

    static Schema add(Schema schema, SchemaPart part, String name) {
        return switch (part) {
            case ENTITY -> schema.knowing(name);
            case RELATION ->
                withRelations(schema, more(schema.relations(), RelationType.binary(name), RelationType::name));
            case LABEL -> withLabels(schema, more(schema.labels(), name, Function.identity()));
            case ATTRIBUTE ->
                withAttributes(
                        schema,
                        more(schema.attributes(), new AttributeType(name, List.of(), List.of()), AttributeType::name));
        };
    }

    static Schema without(Schema schema, SchemaPart part, String name) {
        return onLists(schema, part, new OnList() {
            @Override
            public <T> List<T> of(List<T> all, Function<T, String> called) {
                return all.stream()
                        .filter(one -> !called.apply(one).equals(name))
                        .toList();
            }
        });
    }

    static Schema moved(Schema schema, SchemaPart part, String name, int by) {
        return onLists(schema, part, new OnList() {
            @Override
            public <T> List<T> of(List<T> all, Function<T, String> called) {
                var moved = new ArrayList<>(all);
                for (int i = 0; i < all.size(); i++) {
                    int to = i + by;
                    if (!called.apply(all.get(i)).equals(name) || to < 0 || to >= all.size()) continue;
                    Collections.swap(moved, i, to);
                    break;
                }
                return moved;
            }
        });
    }

    static UnaryOperator<Schema> entity(String name, UnaryOperator<EntityType> change) {
        return schema -> new Schema(
                changed(schema.entities(), EntityType::name, name, change),
                schema.relations(),
                schema.labels(),
                schema.attributes());
    }

    static UnaryOperator<Schema> relation(String name, UnaryOperator<RelationType> change) {
        return schema -> withRelations(schema, changed(schema.relations(), RelationType::name, name, change));
    }

    static UnaryOperator<Schema> attribute(String name, UnaryOperator<AttributeType> change) {
        return schema -> withAttributes(schema, changed(schema.attributes(), AttributeType::name, name, change));
    }

    private interface OnList {
        <T> List<T> of(List<T> all, Function<T, String> called);
    }

    private static Schema onLists(Schema schema, SchemaPart part, OnList change) {
        return switch (part) {
            case ENTITY ->
                new Schema(
                        change.of(schema.entities(), EntityType::name),
                        schema.relations(),
                        schema.labels(),
                        schema.attributes());
            case RELATION -> withRelations(schema, change.of(schema.relations(), RelationType::name));
            case LABEL -> withLabels(schema, change.of(schema.labels(), Function.identity()));
            case ATTRIBUTE -> withAttributes(schema, change.of(schema.attributes(), AttributeType::name));
        };
    }

    private static <T> List<T> changed(List<T> all, Function<T, String> called, String name, UnaryOperator<T> change) {
        return all.stream()
                .map(one -> called.apply(one).equals(name) ? change.apply(one) : one)
                .toList();
    }

    private static <T> List<T> more(List<T> all, T one, Function<T, String> called) {
        if (all.stream().anyMatch(other -> called.apply(other).equals(called.apply(one)))) return all;
        var more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private static Schema withRelations(Schema schema, List<RelationType> relations) {
        return new Schema(schema.entities(), relations, schema.labels(), schema.attributes());
    }

    private static Schema withLabels(Schema schema, List<String> labels) {
        return new Schema(schema.entities(), schema.relations(), labels, schema.attributes());
    }

    private static Schema withAttributes(Schema schema, List<AttributeType> attributes) {
        return new Schema(schema.entities(), schema.relations(), schema.labels(), attributes);
    }
}
