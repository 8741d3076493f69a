package org.biogloss.format;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.CodePointOffsets;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Section;
import org.biogloss.document.Source;

/// Writes JSON Lines, which lose nothing. What the form has no field for is added, and left out where it says nothing
/// new: `layer` where it is not `gold`, `source` where it is the document's file, `status` where it is not new.
final class JsonLinesWriter implements Exporter.Form {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String USUAL_LAYER = "gold";

    private final Writer out;

    JsonLinesWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void write(AnnotatedDocument annotated) throws IOException {
        out.write(JSON.writeValueAsString(json(annotated)));
        out.write("\n");
    }

    private static ObjectNode json(AnnotatedDocument annotated) {
        var document = annotated.document();
        var points = new CodePointOffsets(document.text());
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", document.id());
        putAll(document.about(), JsonFields.DOCUMENT, "about", node);
        if (annotated.status() != DocumentStatus.NEW)
            node.put("status", annotated.status().name());
        putSections(document, points, node);
        node.put("text", document.text());
        var origin = new Source.Imported(document.known(Document.SOURCE_FILE).orElse(""));
        var entities = node.putArray("entities");
        annotated.mentions().forEach(m -> put(m, document.text(), points, origin, entities.addObject()));
        var relations = node.putArray("relations");
        annotated.relations().forEach(r -> put(r, origin, relations.addObject()));
        var labels = node.putArray("labels");
        annotated.labels().forEach(label -> {
            if (isPlain(label, labels.size(), origin)) labels.add(label.type());
            else putWho(label, origin, labels.addObject().put("type", label.type()));
        });
        return node;
    }

    /// A label in the usual layer, from the file, under the id that a reader will give it, is its bare name.
    private static boolean isPlain(DocumentLabel label, int before, Source origin) {
        return label.layer().equals(USUAL_LAYER)
                && label.source().equals(origin)
                && label.id().equals("L" + (before + 1));
    }

    private static void putSections(Document document, CodePointOffsets points, ObjectNode node) {
        var sections = document.sections();
        if (sections.isEmpty()) return;
        var first = sections.getFirst();
        if (first.name().equals(Section.TITLE) && first.span().start() == 0) {
            node.put("title_length", points.toPoint(first.span().end()));
        }
        var list = node.putArray("sections");
        for (var section : sections) {
            list.addObject()
                    .put("name", section.name())
                    .put("start", points.toPoint(section.span().start()))
                    .put("end", points.toPoint(section.span().end()));
        }
    }

    private static void put(Mention mention, String text, CodePointOffsets points, Source origin, ObjectNode node) {
        var hull = mention.hull();
        node.put("id", mention.id());
        node.put("type", mention.type());
        node.put("start", points.toPoint(hull.start()));
        node.put("end", points.toPoint(hull.end()));
        node.put("text", mention.in(text));
        if (mention.spans().size() > 1) {
            var spans = node.putArray("spans");
            for (var span : mention.spans()) {
                spans.addArray().add(points.toPoint(span.start())).add(points.toPoint(span.end()));
            }
        }
        putConcepts(mention, node);
        putAll(mention.attributes(), JsonFields.ENTITY, "attributes", node);
        putWho(mention, origin, node);
    }

    private static void putConcepts(Mention mention, ObjectNode node) {
        if (mention.concepts().isEmpty()) return;
        var joined = ConceptIds.join(mention.concepts(), mention.attributes());
        node.put("concept", joined);
        if (!ConceptIds.parse(joined).ids().equals(mention.concepts())) {
            var list = node.putArray("concepts");
            mention.concepts().forEach(list::add);
        }
    }

    private static void put(Relation relation, Source origin, ObjectNode node) {
        node.put("id", relation.id());
        node.put("type", relation.type());
        var arguments = relation.arguments();
        if (arguments.size() == 2
                && arguments.get(0).role().equals("head")
                && arguments.get(1).role().equals("tail")) {
            for (var argument : arguments) putEnd(argument.end(), argument.role(), argument.role() + "_concept", node);
        } else {
            var list = node.putArray("arguments");
            for (var argument : arguments) {
                putEnd(argument.end(), "mention", "concept", list.addObject().put("role", argument.role()));
            }
        }
        putAll(relation.attributes(), JsonFields.RELATION, "attributes", node);
        putWho(relation, origin, node);
    }

    private static void putEnd(Relation.End end, String mentionField, String conceptField, ObjectNode node) {
        switch (end) {
            case Relation.OfMention(var id) -> node.put(mentionField, id);
            case Relation.OfConcept(var id) -> node.put(conceptField, id);
        }
    }

    /// As fields of their own, or in an object apart where a name is taken.
    private static void putAll(Map<String, String> values, Set<String> taken, String apart, ObjectNode node) {
        values.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            var into = taken.contains(entry.getKey()) ? node.withObjectProperty(apart) : node;
            into.put(entry.getKey(), entry.getValue());
        });
    }

    private static void putWho(Annotation annotation, Source origin, ObjectNode node) {
        if (annotation instanceof DocumentLabel) node.put("id", annotation.id());
        if (!annotation.layer().equals(USUAL_LAYER)) node.put("layer", annotation.layer());
        Optional.of(annotation.source())
                .filter(source -> !source.equals(origin))
                .ifPresent(source -> node.set("source", JsonSource.write(source)));
    }
}
