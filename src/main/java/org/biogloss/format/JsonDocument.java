package org.biogloss.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Section;
import org.biogloss.format.RawDocument.Origin;
import org.biogloss.format.RawDocument.Range;
import org.biogloss.format.RawDocument.RawArgument;
import org.biogloss.format.RawDocument.RawLabel;
import org.biogloss.format.RawDocument.RawMention;
import org.biogloss.format.RawDocument.RawRelation;
import org.biogloss.format.RawDocument.RawSection;
import org.biogloss.format.RawDocument.Segment;

/// One line of JSON Lines as a document.
///
/// The text is `text`, or `question` with `contexts`, or `title` with `abstract` and `body`. Where there are `tags`
/// but no `entities`, the tags make the mentions. A field that is a plain value and none of those known is kept
/// with the document, the mention or the relation; nested ones (`sentences`, `alternative_entities`) are not.
final class JsonDocument {

    private final JsonNode node;
    private final Intake intake;
    private final RawDocument raw;

    JsonDocument(JsonNode node, String where, Intake intake) {
        this.node = node;
        this.intake = intake;
        this.raw = new RawDocument(where);
    }

    RawDocument read() {
        raw.id = scalar(node.path("id")).orElse("").strip();
        readText();
        readAbout();
        readStatus();
        if (node.path("entities").isArray()) node.path("entities").forEach(this::readEntity);
        else if (node.path("tags").isArray()) readTags();
        node.path("relations").forEach(this::readRelation);
        readLabels();
        return raw;
    }

    private void readText() {
        var text = scalar(node.path("text"));
        if (text.isPresent()) {
            raw.segments.add(new Segment(text.get(), 0, 0, ""));
            readSections(text.get());
            return;
        }
        int passage = 0;
        for (var field : List.of("question", "title", "abstract", "body")) {
            var piece = scalar(node.path(field));
            if (piece.isPresent()) raw.segments.add(new Segment(piece.get(), 0, passage++, field));
        }
        for (var context : node.path("contexts")) {
            raw.segments.add(new Segment(scalar(context).orElse(""), 0, passage++, "context"));
        }
    }

    private void readSections(String text) {
        for (var section : node.path("sections")) {
            var range = range(section.path("start"), section.path("end"));
            var name = scalar(section.path("name")).orElse("");
            range.ifPresent(found -> raw.sections.add(new RawSection(name, found)));
        }
        var titleLength = offset(node.path("title_length"));
        if (!raw.sections.isEmpty() || titleLength.isEmpty()) return;
        long all = text.codePointCount(0, text.length());
        long title = titleLength.get();
        if (title <= 0 || title > all) {
            intake.repaired(raw.place("title_length"), "%d does not fit the text and was left out".formatted(title));
            return;
        }
        raw.sections.add(new RawSection(Section.TITLE, new Range(0, title)));
        if (title + 1 < all) raw.sections.add(new RawSection(Section.ABSTRACT, new Range(title + 1, all)));
    }

    private void readAbout() {
        boolean textApart = node.path("text").isMissingNode();
        for (var field : node.properties()) {
            var name = field.getKey();
            if (JsonFields.DOCUMENT.contains(name)) continue;
            if (textApart && Set.of("question", "title", "abstract", "body").contains(name)) continue;
            var value = scalar(field.getValue()).or(() -> list(field.getValue()));
            value.filter(v -> !v.isBlank()).ifPresent(v -> raw.about.put(name, v));
        }
        for (var field : node.path("about").properties()) {
            scalar(field.getValue()).ifPresent(value -> raw.about.put(field.getKey(), value));
        }
    }

    private void readStatus() {
        var status = scalar(node.path("status")).orElse("");
        for (var known : DocumentStatus.values()) {
            if (known.name().equalsIgnoreCase(status)) raw.status = known;
        }
    }

    private void readEntity(JsonNode entity) {
        var text = scalar(entity.path("text")).orElse("");
        var id = scalar(entity.path("id")).orElse("");
        var place = raw.place("mention " + (id.isBlank() ? Integer.toString(raw.mentions.size() + 1) : id));
        var attributes = attributes(entity, JsonFields.ENTITY);
        raw.mentions.add(new RawMention(
                place,
                id,
                0,
                ranges(entity),
                text,
                scalar(entity.path("type")).orElse("").strip(),
                concepts(entity, attributes),
                attributes,
                origin(entity)));
    }

    private static List<Range> ranges(JsonNode entity) {
        var ranges = new ArrayList<Range>();
        for (var span : entity.path("spans")) {
            var range =
                    span.isArray() ? range(span.path(0), span.path(1)) : range(span.path("start"), span.path("end"));
            range.ifPresent(ranges::add);
        }
        if (ranges.isEmpty()) range(entity.path("start"), entity.path("end")).ifPresent(ranges::add);
        return ranges;
    }

    private static List<String> concepts(JsonNode entity, Map<String, String> attributes) {
        if (entity.path("concepts").isArray()) {
            var ids = new ArrayList<String>();
            for (var id : entity.path("concepts"))
                scalar(id).filter(i -> !ConceptIds.isNone(i)).ifPresent(ids::add);
            return ids;
        }
        var parsed = ConceptIds.parse(scalar(entity.path("concept")).orElse(""));
        parsed.rememberIn(attributes);
        return parsed.ids();
    }

    private void readTags() {
        var tokens = node.path("tokens");
        var tags = node.path("tags");
        if (tokens.size() != tags.size()) {
            intake.rejected(raw.place("tags"), "%d tags for %d tokens".formatted(tags.size(), tokens.size()));
            return;
        }
        var words = new ArrayList<String>();
        var names = new ArrayList<String>();
        tokens.forEach(token -> words.add(scalar(token).orElse("")));
        tags.forEach(tag -> names.add(scalar(tag).orElse("O")));
        if (raw.segments.isEmpty()) raw.segments.add(new Segment(String.join(" ", words), 0, 0, ""));
        for (var run : TaggedTokens.mentions(words, names)) {
            int number = raw.mentions.size() + 1;
            raw.mentions.add(new RawMention(
                    raw.place("mention " + number),
                    "T" + number,
                    0,
                    List.of(run.range()),
                    run.text(),
                    run.type(),
                    List.of(),
                    Map.of(),
                    Origin.UNTOLD));
        }
    }

    private void readRelation(JsonNode relation) {
        var id = scalar(relation.path("id")).orElse("");
        var place = raw.place("relation " + (id.isBlank() ? Integer.toString(raw.relations.size() + 1) : id));
        var arguments = new ArrayList<RawArgument>();
        for (var argument : relation.path("arguments")) {
            var role = scalar(argument.path("role")).orElse("");
            end(argument, role, "mention", "concept").ifPresent(arguments::add);
        }
        if (arguments.isEmpty()) {
            for (var role : List.of("head", "tail"))
                end(relation, role, role, role + "_concept").ifPresent(arguments::add);
        }
        raw.relations.add(new RawRelation(
                place,
                id,
                scalar(relation.path("type")).orElse("").strip(),
                arguments,
                attributes(relation, JsonFields.RELATION),
                origin(relation)));
    }

    private static Optional<RawArgument> end(JsonNode node, String role, String mention, String concept) {
        return scalar(node.path(mention))
                .map(ref -> new RawArgument(role, ref, false))
                .or(() -> scalar(node.path(concept)).map(ref -> new RawArgument(role, ref, true)));
    }

    private void readLabels() {
        for (var label : node.path("labels")) {
            var type = label.isObject() ? scalar(label.path("type")) : scalar(label);
            var id = label.isObject() ? scalar(label.path("id")).orElse("") : "";
            var origin = label.isObject() ? origin(label) : Origin.UNTOLD;
            if (type.filter(name -> !name.isBlank()).isPresent()) raw.labels.add(new RawLabel(id, type.get(), origin));
            else intake.rejected(raw.place("labels"), "a label has no name");
        }
    }

    private static Origin origin(JsonNode node) {
        return new Origin(scalar(node.path("layer")), JsonSource.read(node.path("source")));
    }

    private static Map<String, String> attributes(JsonNode node, Set<String> known) {
        var attributes = new LinkedHashMap<String, String>();
        for (var field : node.properties()) {
            if (!known.contains(field.getKey())) {
                scalar(field.getValue()).ifPresent(value -> attributes.put(field.getKey(), value));
            }
        }
        for (var field : node.path("attributes").properties()) {
            scalar(field.getValue()).ifPresent(value -> attributes.put(field.getKey(), value));
        }
        return attributes;
    }

    private static Optional<Range> range(JsonNode start, JsonNode end) {
        var first = offset(start);
        var last = offset(end);
        return first.isPresent() && last.isPresent()
                ? Optional.of(new Range(first.get(), last.get()))
                : Optional.empty();
    }

    private static Optional<Long> offset(JsonNode node) {
        return node.isIntegralNumber() || node.isTextual() ? Numbers.offset(node.asText()) : Optional.empty();
    }

    private static Optional<String> scalar(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static Optional<String> list(JsonNode node) {
        if (!node.isArray() || node.isEmpty()) return Optional.empty();
        var values = new ArrayList<String>();
        for (var value : node) {
            if (!value.isValueNode()) return Optional.empty();
            values.add(value.asText());
        }
        return Optional.of(String.join(", ", values));
    }
}
