package org.biogloss.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.biogloss.document.Span;

/// Writes BioC XML: a passage for each section, offsets in code points from the start of the document, as NCBI's own
/// files have them. Layer, source and status go into infons whose keys begin with `biogloss-`.
final class BioCWriter implements Exporter.Form {

    private static final String USUAL_LAYER = "gold";

    private final XmlText out;
    private final Losses losses;
    private boolean begun;

    BioCWriter(Writer out, Losses losses) {
        this.out = new XmlText(out);
        this.losses = losses;
    }

    @Override
    public void write(AnnotatedDocument annotated) throws IOException {
        begin();
        var document = annotated.document();
        var points = new CodePointOffsets(document.text());
        var origin = new Source.Imported(document.known(Document.SOURCE_FILE).orElse(""));
        out.raw("<document>\n").element("id", document.id());
        for (var entry : new java.util.TreeMap<>(document.about()).entrySet()) infon(entry.getKey(), entry.getValue());
        if (annotated.status() != DocumentStatus.NEW)
            infon(BioCInfons.STATUS, annotated.status().name());
        for (var label : (Iterable<DocumentLabel>) annotated.labels()::iterator) {
            infon(BioCInfons.LABEL, label.type());
            boolean plain = label.layer().equals(USUAL_LAYER) && label.source().equals(origin);
            losses.note(plain ? 0 : 1, "document labels without their layer or who gave them");
        }
        var mentions = new ArrayList<>(annotated.mentions().toList());
        var passages = passages(document);
        for (int i = 0; i < passages.size(); i++) {
            int end = i + 1 < passages.size() ? passages.get(i + 1).span().start() : Integer.MAX_VALUE;
            write(passages.get(i), end, mentions, document.text(), points, origin);
        }
        for (var relation : (Iterable<Relation>) annotated.relations()::iterator) write(relation, origin);
        out.raw("</document>\n");
    }

    @Override
    public void end() throws IOException {
        begin();
        out.raw("</collection>\n");
    }

    private void begin() throws IOException {
        if (begun) return;
        begun = true;
        out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE collection SYSTEM \"BioC.dtd\">\n")
                .raw("<collection>\n")
                .element("source", "BioGloss")
                .element("date", "")
                .element("key", "biogloss.key");
    }

    /// The whole text cut at the starts of the sections, one blank between two pieces being nobody's.
    private static List<Section> passages(Document document) {
        var text = document.text();
        var sections =
                document.sections().stream().filter(s -> !s.span().isEmpty()).toList();
        var passages = new ArrayList<Section>();
        int at = 0;
        var name = "text";
        for (var section : sections) {
            add(passages, name, at, section.span().start(), text);
            at = section.span().start();
            name = section.name();
        }
        add(passages, name, at, text.length() + 1, text);
        return passages;
    }

    /// @param next where the next passage starts
    private static void add(List<Section> passages, String name, int start, int next, String text) {
        if (next <= start) return;
        int end = next - 1;
        boolean last = next > text.length();
        if (!last && !Character.isWhitespace(text.charAt(end))) end = next;
        passages.add(new Section(name, new Span(start, Math.max(start, end))));
    }

    /// Takes out of the list the mentions that start in this passage, and writes them with it.
    private void write(
            Section passage, int end, List<Mention> mentions, String text, CodePointOffsets points, Source origin)
            throws IOException {
        out.raw("<passage>\n");
        infon("type", passage.name());
        out.element("offset", Integer.toString(points.toPoint(passage.span().start())));
        out.element("text", passage.span().in(text));
        int n = 0;
        while (n < mentions.size() && mentions.get(n).hull().start() < end) {
            write(mentions.get(n++), text, points, origin);
        }
        mentions.subList(0, n).clear();
        out.raw("</passage>\n");
    }

    private void write(Mention mention, String text, CodePointOffsets points, Source origin) throws IOException {
        out.raw("<annotation id=\"").attribute(mention.id()).raw("\">\n");
        infon("type", mention.type());
        if (!mention.concepts().isEmpty()) {
            infon("identifier", ConceptIds.join(mention.concepts(), mention.attributes()));
        }
        for (var entry : new java.util.TreeMap<>(mention.attributes()).entrySet()) {
            if (!entry.getKey().equals(ConceptIds.SEPARATOR)) infon(BioCInfons.bare(entry.getKey()), entry.getValue());
        }
        who(mention, origin);
        for (var span : mention.spans()) {
            int start = points.toPoint(span.start());
            int length = points.toPoint(span.end()) - start;
            out.raw("<location offset=\"" + start + "\" length=\"" + length + "\"/>\n");
        }
        out.element("text", mention.in(text)).raw("</annotation>\n");
    }

    private void write(Relation relation, Source origin) throws IOException {
        out.raw("<relation id=\"").attribute(relation.id()).raw("\">\n");
        infon("type", relation.type());
        for (Map.Entry<String, String> entry : new java.util.TreeMap<>(relation.attributes()).entrySet()) {
            infon(
                    entry.getKey().equals(PubTator.NOVELTY) ? "novel" : BioCInfons.bare(entry.getKey()),
                    entry.getValue());
        }
        who(relation, origin);
        var nodes = new ArrayList<Relation.Argument>();
        for (int i = 0; i < relation.arguments().size(); i++) {
            var argument = relation.arguments().get(i);
            switch (argument.end()) {
                case Relation.OfMention _ -> nodes.add(argument);
                case Relation.OfConcept(var concept) -> {
                    infon(BioCRelation.ENTITY + (i + 1), concept);
                    if (!argument.role().equals(BioCRelation.usualRole(i))) {
                        infon(BioCRelation.ROLE + (i + 1), argument.role());
                    }
                }
            }
        }
        for (var node : nodes) {
            if (node.end() instanceof Relation.OfMention(var id)) {
                out.raw("<node refid=\"")
                        .attribute(id)
                        .raw("\" role=\"")
                        .attribute(node.role())
                        .raw("\"/>\n");
            }
        }
        out.raw("</relation>\n");
    }

    private void who(Annotation annotation, Source origin) throws IOException {
        if (!annotation.layer().equals(USUAL_LAYER)) infon(BioCInfons.LAYER, annotation.layer());
        if (!annotation.source().equals(origin)) {
            infon(BioCInfons.SOURCE, JsonSource.write(annotation.source()).toString());
        }
    }

    private void infon(String key, String value) throws IOException {
        out.raw("<infon key=\"").attribute(key).raw("\">").text(value).raw("</infon>\n");
    }
}
