package org.biogloss.format;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.CodePointOffsets;
import org.biogloss.document.Document;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Section;

/// Writes PubTator. It has room for one stretch, a type and ids per mention, and for relations between two concepts.
///
/// Title and rest are always the text around one character, so that every offset holds, whatever the sections are.
final class PubTatorWriter implements Exporter.Form {

    private static final Set<String> KEPT = Set.of(PubTator.PARTS, PubTator.EXTRA, ConceptIds.SEPARATOR);

    private final Writer out;
    private final Losses losses;

    PubTatorWriter(Writer out, Losses losses) {
        this.out = out;
        this.losses = losses;
    }

    @Override
    public void write(AnnotatedDocument document) throws IOException {
        var text = document.text();
        var id = document.id().replaceAll("[|\t\n\r]", "_");
        int title = titleEnd(document);
        out.write(id + "|t|" + oneLine(text.substring(0, title)) + "\n");
        out.write(id + "|a|" + oneLine(text.substring(Math.min(text.length(), title + 1))) + "\n");
        noteDocument(document, title);
        var points = new CodePointOffsets(text);
        for (var mention : (Iterable<Mention>) document.mentions()::iterator) {
            write(id, mention, text, points);
        }
        var concepts = new HashMap<String, String>();
        document.mentions()
                .filter(m -> !m.concepts().isEmpty())
                .forEach(m -> concepts.put(m.id(), m.concepts().getFirst()));
        for (var relation : (Iterable<Relation>) document.relations()::iterator) write(id, relation, concepts);
        out.write("\n");
    }

    /// Where the one character stands that parts the title from the rest: after the title section if a blank follows
    /// it, else at the first line end, else nowhere.
    private static int titleEnd(AnnotatedDocument document) {
        var text = document.text();
        for (var section : document.document().sections()) {
            int end = section.span().end();
            if (section.name().equals(Section.TITLE)
                    && section.span().start() == 0
                    && (end >= text.length() || Character.isWhitespace(text.charAt(end)))) return end;
        }
        int line = text.indexOf('\n');
        return line < 0 ? text.length() : line;
    }

    private void noteDocument(AnnotatedDocument document, int title) {
        var text = document.text();
        var rest = text.substring(Math.min(text.length(), title + 1));
        losses.note(rest.chars().filter(c -> c == '\n').count(), "line breaks become blanks");
        losses.note(
                document.document().sections().stream()
                        .filter(section -> !section.name().equals(Section.TITLE)
                                && !section.name().equals(Section.ABSTRACT))
                        .count(),
                "sections other than title and abstract");
        losses.note(document.labels().count(), "document labels are left out");
        losses.noteOrigins(document);
        losses.note(
                document.document().about().keySet().stream()
                        .filter(key -> !key.equals(Document.SOURCE_FILE))
                        .count(),
                "particulars of documents (year, journal and others) are left out");
    }

    private void write(String id, Mention mention, String text, CodePointOffsets points) throws IOException {
        var hull = mention.hull();
        losses.note(mention.spans().size() > 1 ? 1 : 0, "discontinuous mentions become one stretch");
        losses.note(
                mention.attributes().keySet().stream()
                        .filter(key -> !KEPT.contains(key))
                        .count(),
                "attributes of mentions are left out");
        var ids = mention.concepts().isEmpty() ? "-" : ConceptIds.join(mention.concepts(), mention.attributes());
        out.write(String.join(
                "\t",
                id,
                Integer.toString(points.toPoint(hull.start())),
                Integer.toString(points.toPoint(hull.end())),
                oneLine(hull.in(text)),
                oneLine(mention.type()),
                oneLine(ids)));
        var seventh = seventh(mention.attributes());
        if (seventh.isPresent()) out.write("\t" + oneLine(seventh.get()));
        out.write("\n");
    }

    private static Optional<String> seventh(Map<String, String> attributes) {
        return Optional.ofNullable(attributes.get(PubTator.PARTS))
                .or(() -> Optional.ofNullable(attributes.get(PubTator.EXTRA)));
    }

    private void write(String id, Relation relation, Map<String, String> concepts) throws IOException {
        var head = concept(relation.head(), concepts);
        var tail = concept(relation.tail(), concepts);
        if (relation.arguments().size() > 2 || head.isEmpty() || tail.isEmpty()) {
            losses.note(1, "relations are left out: they tie more than two ends, or mentions without a concept id");
            return;
        }
        boolean ofMentions = relation.arguments().stream().anyMatch(a -> a.end() instanceof Relation.OfMention);
        losses.note(ofMentions ? 1 : 0, "relations between mentions become relations between their concepts");
        losses.note(
                relation.attributes().keySet().stream()
                        .filter(key -> !key.equals(PubTator.NOVELTY))
                        .count(),
                "attributes of relations are left out");
        out.write(String.join("\t", id, oneLine(relation.type()), oneLine(head.get()), oneLine(tail.get())));
        var novelty = relation.attributes().get(PubTator.NOVELTY);
        if (novelty != null) out.write("\t" + oneLine(novelty));
        out.write("\n");
    }

    private static Optional<String> concept(Relation.End end, Map<String, String> concepts) {
        return switch (end) {
            case Relation.OfConcept(var concept) -> Optional.of(concept);
            case Relation.OfMention(var mention) -> Optional.ofNullable(concepts.get(mention));
        };
    }

    /// One character for one: tabs and line ends part columns and lines here.
    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\t', ' ').replace('\r', ' ');
    }
}
