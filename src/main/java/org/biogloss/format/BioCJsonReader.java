package org.biogloss.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads BioC JSON, one document in memory at a time: a collection, PubTator's `{"PubTator3": [...]}`, an array of
/// collections or documents, or one document after the other, a line each or not.
final class BioCJsonReader implements DocumentReader {

    private static final ObjectMapper JSON = new JsonMapper();

    /// Where documents stand.
    private static final Set<String> HOLDERS = Set.of("documents", "PubTator3");

    @Override
    public void read(FileInput input, Intake intake) throws IOException {
        int number = 0;
        try (var parser = JSON.getFactory().createParser(TextEncoding.utf8(input.stream()))) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) number = object(parser, number, intake);
            }
        } catch (JsonProcessingException broken) {
            if (input.failure().isEmpty()) {
                var place = broken.getLocation();
                intake.rejected(
                        place == null ? "JSON" : "line " + place.getLineNr(),
                        "the JSON cannot be read on from here (%s); %,d documents before it were read"
                                .formatted(
                                        Quote.of(broken.getOriginalMessage()),
                                        intake.findings().documents()));
            }
        }
    }

    /// A collection, whose documents are taken one by one, or a document.
    private int object(JsonParser parser, int before, Intake intake) throws IOException {
        int number = before;
        var own = JSON.createObjectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            var value = parser.nextToken();
            if (HOLDERS.contains(field) && value == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    JsonNode document = JSON.readTree(parser);
                    number++;
                    if (document.isObject()) document(document, "document " + number, intake);
                    else intake.rejected("document " + number, "it is no JSON object");
                }
            } else {
                own.set(field, JSON.readTree(parser));
            }
        }
        if (own.has("passages")) document(own, "document " + ++number, intake);
        return number;
    }

    private static void document(JsonNode node, String where, Intake intake) {
        var document = new BioCDocument(where, intake);
        var id = text(node.path("id"));
        document.raw().id = (id.isBlank() ? text(node.path("_id")).replaceFirst("\\|.*", "") : id).strip();
        infons(node.path("infons"), document.infons());
        for (var passage : node.path("passages")) document.passage(passage(passage, document));
        for (var note : node.path("annotations")) document.annotation(note(note), -1);
        for (var relation : node.path("relations")) document.relation(tie(relation));
        intake.offer(document.finish());
    }

    private static BioCDocument.Passage passage(JsonNode node, BioCDocument document) {
        var passage = new BioCDocument.Passage();
        infons(node.path("infons"), passage.infons);
        piece(node, passage.own, document);
        for (var sentence : node.path("sentences")) {
            var piece = new BioCDocument.Piece();
            piece(sentence, piece, document);
            passage.sentences.add(piece);
        }
        return passage;
    }

    private static void piece(JsonNode node, BioCDocument.Piece piece, BioCDocument document) {
        piece.offset = Numbers.offset(text(node.path("offset"))).orElse(0L);
        piece.text = text(node.path("text"));
        for (var note : node.path("annotations")) piece.annotations.add(note(note));
        for (var relation : node.path("relations")) document.relation(tie(relation));
    }

    private static BioCDocument.Note note(JsonNode node) {
        var note = new BioCDocument.Note(text(node.path("id")));
        infons(node.path("infons"), note.infons);
        note.text = text(node.path("text"));
        for (var location : node.path("locations")) {
            note.locations.add(List.of(text(location.path("offset")), text(location.path("length"))));
        }
        return note;
    }

    private static BioCDocument.Tie tie(JsonNode node) {
        var tie = new BioCDocument.Tie(text(node.path("id")));
        infons(node.path("infons"), tie.infons);
        for (var end : node.path("nodes")) {
            tie.nodes.add(List.of(text(end.path("refid")), text(end.path("role"))));
        }
        return tie;
    }

    /// Values that are not plain, such as PubTator3's `role1`, are kept where they name an identifier.
    private static void infons(JsonNode node, Map<String, String> infons) {
        for (var infon : node.properties()) {
            var value = infon.getValue();
            if (value.isObject() && value.has("identifier")) value = value.path("identifier");
            if (value.isValueNode() && !value.isNull()) infons.putIfAbsent(infon.getKey(), value.asText());
        }
    }

    private static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText() : "";
    }
}
