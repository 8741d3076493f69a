package org.biogloss.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Section;
import org.biogloss.document.Source;
import org.biogloss.document.Span;

/// The JSON in which annotations stand in their rows and edits in the journal.
///
/// An annotation's *body* is what its row's columns (id, kind, layer, type) do not say. Empty lists and maps are left
/// out. What is written here is read for as long as there are projects: fields may be added, none renamed.
final class AnnotationJson {

    static final String MENTION = "mention";
    static final String RELATION = "relation";
    static final String LABEL = "label";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AnnotationJson() {}

    static String kind(Annotation annotation) {
        return switch (annotation) {
            case Mention _ -> MENTION;
            case Relation _ -> RELATION;
            case DocumentLabel _ -> LABEL;
        };
    }

    static String body(Annotation annotation) {
        return write(bodyNode(annotation));
    }

    static Annotation annotation(String kind, String id, String layer, String type, String body) {
        return annotation(kind, id, layer, type, read(body));
    }

    static String edit(Edit edit) {
        return write(editNode(edit));
    }

    static Edit edit(String json) {
        return edit(read(json));
    }

    static String sections(List<Section> sections) {
        var all = NODES.arrayNode();
        for (var section : sections) {
            all.addArray()
                    .add(section.name())
                    .add(section.span().start())
                    .add(section.span().end());
        }
        return write(all);
    }

    static List<Section> sections(String json) {
        return items(read(json))
                .map(s -> new Section(s.path(0).asText(), span(s.path(1), s.path(2))))
                .toList();
    }

    static String list(Collection<String> words) {
        var all = NODES.arrayNode();
        words.forEach(all::add);
        return write(all);
    }

    static String map(Map<String, String> map) {
        return write(mapNode(map));
    }

    static Map<String, String> map(String json) {
        return map(read(json));
    }

    private static ObjectNode bodyNode(Annotation annotation) {
        var body = NODES.objectNode();
        switch (annotation) {
            case Mention mention -> {
                var spans = body.putArray("spans");
                for (var span : mention.spans())
                    spans.addArray().add(span.start()).add(span.end());
                if (!mention.concepts().isEmpty()) mention.concepts().forEach(body.putArray("concepts")::add);
                putMap(body, "attributes", mention.attributes());
            }
            case Relation relation -> {
                var arguments = body.putArray("arguments");
                relation.arguments().forEach(argument -> arguments.add(argumentNode(argument)));
                putMap(body, "attributes", relation.attributes());
            }
            case DocumentLabel _ -> {}
        }
        return body.set("source", sourceNode(annotation.source()));
    }

    private static Annotation annotation(String kind, String id, String layer, String type, JsonNode body) {
        var source = source(body.path("source"));
        return switch (kind) {
            case MENTION ->
                new Mention(
                        id,
                        layer,
                        items(body.path("spans"))
                                .map(s -> span(s.path(0), s.path(1)))
                                .toList(),
                        type,
                        items(body.path("concepts")).map(JsonNode::asText).toList(),
                        map(body.path("attributes")),
                        source);
            case RELATION ->
                new Relation(
                        id,
                        layer,
                        type,
                        items(body.path("arguments"))
                                .map(AnnotationJson::argument)
                                .toList(),
                        map(body.path("attributes")),
                        source);
            case LABEL -> new DocumentLabel(id, layer, type, source);
            default -> throw new IllegalArgumentException("An annotation of unknown kind " + kind);
        };
    }

    private static ObjectNode argumentNode(Relation.Argument argument) {
        var node = NODES.objectNode().put("role", argument.role());
        return switch (argument.end()) {
            case Relation.OfMention(var mention) -> node.put("mention", mention);
            case Relation.OfConcept(var concept) -> node.put("concept", concept);
        };
    }

    private static Relation.Argument argument(JsonNode node) {
        var end = node.has("mention")
                ? new Relation.OfMention(node.path("mention").asText())
                : new Relation.OfConcept(node.path("concept").asText());
        return new Relation.Argument(node.path("role").asText(), end);
    }

    private static ObjectNode sourceNode(Source source) {
        var node = NODES.objectNode();
        return switch (source) {
            case Source.Person(var name) -> node.put("person", name);
            case Source.Imported(var from) -> node.put("imported", from);
            case Source.Model model -> putModel(node, model);
            case Source.Accepted(var by, var model) -> putModel(node, model).put("accepted", by);
            case Source.Rejected(var by, var model) -> putModel(node, model).put("rejected", by);
        };
    }

    private static ObjectNode putModel(ObjectNode node, Source.Model model) {
        return node.put("model", model.name()).put("confidence", model.confidence());
    }

    private static Source source(JsonNode node) {
        if (node.has("person")) return new Source.Person(node.path("person").asText());
        if (node.has("imported"))
            return new Source.Imported(node.path("imported").asText());
        var model = new Source.Model(
                node.path("model").asText(), node.path("confidence").asDouble());
        if (node.has("accepted"))
            return new Source.Accepted(node.path("accepted").asText(), model);
        if (node.has("rejected"))
            return new Source.Rejected(node.path("rejected").asText(), model);
        return model;
    }

    private static ObjectNode editNode(Edit edit) {
        var node = NODES.objectNode();
        switch (edit) {
            case Edit.Add(var added) -> node.set("add", whole(added));
            case Edit.Remove(var removed) -> node.set("remove", whole(removed));
            case Edit.Replace(var before, var after) ->
                node.putArray("replace").add(whole(before)).add(whole(after));
            case Edit.SetStatus(var before, var after) ->
                node.putArray("status").add(before.name()).add(after.name());
            case Edit.SetAbout(var key, var before, var after) ->
                node.putArray("about").add(key).add(before).add(after);
            case Edit.Group(var edits) -> {
                var all = node.putArray("group");
                edits.forEach(part -> all.add(editNode(part)));
            }
        }
        return node;
    }

    private static Edit edit(JsonNode node) {
        var field = node.properties().iterator().next();
        var value = field.getValue();
        return switch (field.getKey()) {
            case "add" -> new Edit.Add(whole(value));
            case "remove" -> new Edit.Remove(whole(value));
            case "replace" -> new Edit.Replace(whole(value.path(0)), whole(value.path(1)));
            case "status" -> new Edit.SetStatus(status(value.path(0)), status(value.path(1)));
            case "about" ->
                new Edit.SetAbout(
                        value.path(0).asText(),
                        value.path(1).asText(),
                        value.path(2).asText());
            case "group" ->
                new Edit.Group(items(value).map(AnnotationJson::edit).toList());
            default -> throw new IllegalArgumentException("An edit of unknown kind " + field.getKey());
        };
    }

    private static ObjectNode whole(Annotation annotation) {
        var node = NODES.objectNode()
                .put("kind", kind(annotation))
                .put("id", annotation.id())
                .put("layer", annotation.layer())
                .put("type", annotation.type());
        node.setAll(bodyNode(annotation));
        return node;
    }

    private static Annotation whole(JsonNode node) {
        return annotation(
                node.path("kind").asText(),
                node.path("id").asText(),
                node.path("layer").asText(),
                node.path("type").asText(),
                node);
    }

    private static DocumentStatus status(JsonNode name) {
        return DocumentStatus.valueOf(name.asText());
    }

    private static Span span(JsonNode start, JsonNode end) {
        return new Span(start.asInt(), end.asInt());
    }

    private static void putMap(ObjectNode body, String field, Map<String, String> map) {
        if (!map.isEmpty()) body.set(field, mapNode(map));
    }

    private static ObjectNode mapNode(Map<String, String> map) {
        var node = NODES.objectNode();
        new java.util.TreeMap<>(map).forEach(node::put);
        return node;
    }

    private static Map<String, String> map(JsonNode node) {
        var map = new LinkedHashMap<String, String>();
        node.properties()
                .forEach(field -> map.put(field.getKey(), field.getValue().asText()));
        return map;
    }

    private static java.util.stream.Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String write(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not the JSON that BioGloss writes: " + json, e);
        }
    }
}
