package org.biogloss.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.CodePointOffsets;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.format.RawDocument.Origin;
import org.biogloss.format.RawDocument.Range;
import org.biogloss.format.RawDocument.RawArgument;
import org.biogloss.format.RawDocument.RawMention;
import org.biogloss.format.RawDocument.RawRelation;
import org.biogloss.format.RawDocument.Segment;

/// PubAnnotation's JSON: a text with denotations (mentions), relations and attributes; one object or an array of them.
/// Several tracks of one document become layers.
final class PubAnnotation {

    private static final ObjectMapper JSON = new JsonMapper();

    /// The predicate whose object is an id in a terminology.
    private static final String CONCEPT = "concept";

    private PubAnnotation() {}

    /// Reads it, one document in memory at a time.
    static final class Reader implements DocumentReader {

        @Override
        public void read(FileInput input, Intake intake) throws IOException {
            int number = 0;
            try (var parser = JSON.getFactory().createParser(TextEncoding.utf8(input.stream()))) {
                for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token != JsonToken.START_OBJECT) continue;
                    JsonNode node = JSON.readTree(parser);
                    intake.offer(new Document(node, "document " + ++number, intake).read());
                }
            } catch (JsonProcessingException broken) {
                if (input.failure().isPresent()) return;
                intake.rejected(
                        "JSON",
                        "it cannot be read on from here (%s); %,d documents before it were read"
                                .formatted(
                                        Quote.of(broken.getOriginalMessage()),
                                        intake.findings().documents()));
            }
        }
    }

    private static final class Document {

        private final JsonNode node;
        private final Intake intake;
        private final RawDocument raw;

        Document(JsonNode node, String where, Intake intake) {
            this.node = node;
            this.intake = intake;
            raw = new RawDocument(where);
        }

        RawDocument read() {
            raw.id = text(node.path("sourceid"));
            var part = text(node.path("divid"));
            if (!raw.id.isBlank() && !part.isBlank()) raw.id += "-" + part;
            for (var field :
                    List.of("sourcedb", "sourceid", "divid", "target", "project", "year", "journal", "license")) {
                var value = text(node.path(field));
                if (!value.isBlank()) raw.about.put(field, value);
            }
            raw.segments.add(new Segment(text(node.path("text")), 0, 0, ""));
            if (node.path("tracks").isArray()) {
                for (var track : node.path("tracks")) {
                    track(track, Optional.of(text(track.path("project"))).filter(name -> !name.isBlank()));
                }
            } else {
                track(node, Optional.empty());
            }
            return raw;
        }

        private void track(JsonNode track, Optional<String> layer) {
            // Ids are unique in a track only.
            var prefix = layer.map(name -> name + "/").orElse("");
            var said = new HashMap<String, Map<String, String>>();
            var concepts = new HashMap<String, List<String>>();
            for (var list : List.of("attributes", "modifications")) {
                for (var attribute : track.path(list)) {
                    var about = text(attribute.path(attribute.has("subj") ? "subj" : "obj"));
                    var value = list.equals("modifications") ? "true" : text(attribute.path("obj"));
                    var name = text(attribute.path("pred"));
                    if (name.equals(CONCEPT))
                        concepts.computeIfAbsent(about, _ -> new ArrayList<>()).add(value);
                    else said.computeIfAbsent(about, _ -> new LinkedHashMap<>()).put(name, value);
                }
            }
            var origin = new Origin(layer, Optional.empty());
            for (var denotation : track.path("denotations")) {
                mention(denotation, prefix, said, concepts, origin);
            }
            for (var relation : track.path("relations")) {
                var id = text(relation.path("id"));
                raw.relations.add(new RawRelation(
                        raw.place("relation " + id),
                        prefix + id,
                        text(relation.path("pred")),
                        List.of(
                                new RawArgument("head", prefix + text(relation.path("subj")), false),
                                new RawArgument("tail", prefix + text(relation.path("obj")), false)),
                        said.getOrDefault(id, Map.of()),
                        origin));
            }
        }

        /// A span, or several: `[{begin, end}, …]`.
        private void mention(
                JsonNode denotation,
                String prefix,
                Map<String, Map<String, String>> said,
                Map<String, List<String>> concepts,
                Origin origin) {
            var id = text(denotation.path("id"));
            var place = raw.place("denotation " + (id.isBlank() ? raw.mentions.size() + 1 : id));
            var spans = denotation.path("span");
            var ranges = new ArrayList<Range>();
            for (var span : spans.isArray() ? spans : JSON.createArrayNode().add(spans)) {
                var begin = Numbers.offset(text(span.path("begin")));
                var end = Numbers.offset(text(span.path("end")));
                if (begin.isPresent() && end.isPresent()) ranges.add(new Range(begin.get(), end.get()));
            }
            if (ranges.isEmpty()) {
                intake.rejected(place, "the denotation has no readable span");
                return;
            }
            raw.mentions.add(new RawMention(
                    place,
                    id.isBlank() ? "" : prefix + id,
                    0,
                    ranges,
                    "",
                    text(denotation.path("obj")),
                    concepts.getOrDefault(id, List.of()),
                    said.getOrDefault(id, Map.of()),
                    origin));
        }

        private static String text(JsonNode node) {
            return node.isValueNode() && !node.isNull() ? node.asText() : "";
        }
    }

    /// Writes an array of documents, offsets in code points. Mentions of several stretches have an array of spans;
    /// concept ids and attributes become attributes.
    static final class Form implements Exporter.Form {

        private final Writer out;
        private final Losses losses;
        private boolean begun;

        Form(Writer out, Losses losses) {
            this.out = out;
            this.losses = losses;
        }

        @Override
        public void write(AnnotatedDocument document) throws IOException {
            out.write(begun ? ",\n" : "[\n");
            begun = true;
            out.write(JSON.writeValueAsString(json(document)));
        }

        @Override
        public void end() throws IOException {
            out.write(begun ? "\n]\n" : "[]\n");
        }

        private ObjectNode json(AnnotatedDocument document) {
            var node = JSON.createObjectNode();
            node.put("sourcedb", document.document().known("sourcedb").orElse("BioGloss"));
            node.put("sourceid", document.id()).put("text", document.text());
            losses.note(document.labels().count(), "document labels are left out");
            losses.noteSections(document);
            losses.noteOrigins(document);
            var points = new CodePointOffsets(document.text());
            var denotations = node.putArray("denotations");
            var attributes = node.putArray("attributes");
            for (var mention : (Iterable<Mention>) document.mentions()::iterator) {
                var one = denotations.addObject().put("id", mention.id());
                if (mention.spans().size() == 1) {
                    var span = mention.spans().getFirst();
                    span(one.putObject("span"), points.toPoint(span.start()), points.toPoint(span.end()));
                } else {
                    var spans = one.putArray("span");
                    for (var span : mention.spans()) {
                        span(spans.addObject(), points.toPoint(span.start()), points.toPoint(span.end()));
                    }
                }
                one.put("obj", mention.type());
                for (var concept : mention.concepts())
                    attribute(attributes.addObject(), mention.id(), CONCEPT, concept);
                mention.attributes().forEach((name, value) -> {
                    if (!name.equals(ConceptIds.SEPARATOR))
                        attribute(attributes.addObject(), mention.id(), name, value);
                });
            }
            var relations = node.putArray("relations");
            for (var relation : (Iterable<Relation>) document.relations()::iterator) {
                if (relation.arguments().size() == 2
                        && relation.head() instanceof Relation.OfMention(var head)
                        && relation.tail() instanceof Relation.OfMention(var tail)) {
                    relations
                            .addObject()
                            .put("id", relation.id())
                            .put("pred", relation.type())
                            .put("subj", head)
                            .put("obj", tail);
                    relation.attributes()
                            .forEach((name, value) -> attribute(attributes.addObject(), relation.id(), name, value));
                } else {
                    losses.note(1, "relations that tie concepts or more than two ends are left out");
                }
            }
            return node;
        }

        private static void span(ObjectNode node, int begin, int end) {
            node.put("begin", begin).put("end", end);
        }

        private static void attribute(ObjectNode node, String about, String name, String value) {
            node.put("subj", about).put("pred", name).put("obj", value);
        }
    }
}
