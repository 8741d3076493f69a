package org.biogloss.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.biogloss.document.Schema;
import org.biogloss.document.Schema.AttributeType;
import org.biogloss.document.Schema.EntityType;
import org.biogloss.document.Schema.RelationType;
import org.biogloss.document.Schema.Role;

/// The JSON in which a project keeps its schema: the fields of the record, by their names.
///
/// Fields that are missing are read as empty, and a relation may be its bare name: so stood schemas of the first form.
final class SchemaJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaJson() {}

    static String write(Schema schema) {
        var root = JSON.createObjectNode();
        var entities = root.putArray("entities");
        for (var type : schema.entities()) write(type, entities.addObject());
        var relations = root.putArray("relations");
        for (var type : schema.relations()) write(type, relations.addObject());
        put(schema.labels(), root.putArray("labels"));
        var attributes = root.putArray("attributes");
        for (var type : schema.attributes()) {
            var node = attributes.addObject().put("name", type.name());
            put(type.values(), node.putArray("values"));
            put(type.types(), node.putArray("types"));
        }
        return root.toString();
    }

    private static void write(EntityType type, ObjectNode node) {
        node.put("name", type.name())
                .put("colour", type.colour())
                .put("key", type.key())
                .put("letter", type.letter())
                .put("band", type.band())
                .put("guideline", type.guideline());
    }

    private static void write(RelationType type, ObjectNode node) {
        var roles =
                node.put("name", type.name()).put("directed", type.directed()).putArray("roles");
        for (var role : type.roles()) {
            var part = roles.addObject().put("name", role.name()).put("optional", role.optional());
            put(role.types(), part.putArray("types"));
        }
    }

    private static void put(List<String> words, ArrayNode array) {
        words.forEach(array::add);
    }

    static Schema read(String json) {
        try {
            var root = JSON.readTree(json);
            return new Schema(
                    list(root.path("entities"), SchemaJson::entity),
                    list(root.path("relations"), SchemaJson::relation),
                    words(root.path("labels")),
                    list(root.path("attributes"), SchemaJson::attribute));
        } catch (JsonProcessingException e) {
            throw unreadable(e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static ProjectException unreadable(String why, Exception cause) {
        return new ProjectException(
                "Cannot read the project's schema: " + why + ". Keep a copy of the project.", cause);
    }

    private static EntityType entity(JsonNode node) {
        return new EntityType(
                text(node, "name"),
                text(node, "colour"),
                text(node, "key"),
                text(node, "letter"),
                node.path("band").asBoolean(),
                text(node, "guideline"));
    }

    private static RelationType relation(JsonNode node) {
        if (node.isTextual()) return RelationType.binary(node.textValue());
        return new RelationType(
                text(node, "name"), node.path("directed").asBoolean(), list(node.path("roles"), SchemaJson::role));
    }

    private static Role role(JsonNode node) {
        return new Role(
                text(node, "name"),
                words(node.path("types")),
                node.path("optional").asBoolean());
    }

    private static AttributeType attribute(JsonNode node) {
        return new AttributeType(text(node, "name"), words(node.path("values")), words(node.path("types")));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static List<String> words(JsonNode array) {
        return list(array, JsonNode::asText);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        return StreamSupport.stream(array.spliterator(), false).map(each).toList();
    }
}
