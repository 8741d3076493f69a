package org.biogloss.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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
import org.biogloss.format.BioCOut.Infon;
import org.biogloss.format.BioCOut.Location;
import org.biogloss.format.BioCOut.Node;
import org.biogloss.format.BioCOut.Note;
import org.biogloss.format.BioCOut.Passage;
import org.biogloss.format.BioCOut.Tie;

/// Writes BioC: a passage for each section, offsets in code points from the start of the document, as NCBI's own files
/// have them. Layer, source and status go into infons whose keys begin with `biogloss-`.
final class BioCWriter implements Exporter.Form {

    private static final String USUAL_LAYER = "gold";

    private final BioCOut out;
    private final Losses losses;
    private boolean begun;

    BioCWriter(BioCOut out, Losses losses) {
        this.out = out;
        this.losses = losses;
    }

    @Override
    public void write(AnnotatedDocument annotated) throws IOException {
        begin();
        var document = annotated.document();
        var origin = new Source.Imported(document.known(Document.SOURCE_FILE).orElse(""));
        var infons = new ArrayList<Infon>();
        new TreeMap<>(document.about()).forEach((key, value) -> infons.add(new Infon(key, value)));
        if (annotated.status() != DocumentStatus.NEW) {
            infons.add(new Infon(BioCInfons.STATUS, annotated.status().name()));
        }
        for (var label : (Iterable<DocumentLabel>) annotated.labels()::iterator) {
            infons.add(new Infon(BioCInfons.LABEL, label.type()));
            boolean plain = label.layer().equals(USUAL_LAYER) && label.source().equals(origin);
            losses.note(plain ? 0 : 1, "document labels lose their layer and who gave them");
        }
        var ties = annotated.relations().map(relation -> tie(relation, origin)).toList();
        out.document(new BioCOut.Written(document.id(), infons, passages(annotated, origin), ties));
    }

    @Override
    public void end() throws IOException {
        begin();
        out.end();
    }

    private void begin() throws IOException {
        if (begun) return;
        begun = true;
        out.begin();
    }

    /// Each with the mentions that start in it.
    private static List<Passage> passages(AnnotatedDocument annotated, Source origin) {
        var text = annotated.text();
        var points = new CodePointOffsets(text);
        var mentions = annotated.mentions().toList();
        var sections = sections(annotated.document());
        var passages = new ArrayList<Passage>();
        int next = 0;
        for (int i = 0; i < sections.size(); i++) {
            var section = sections.get(i);
            int end = i + 1 < sections.size() ? sections.get(i + 1).span().start() : Integer.MAX_VALUE;
            var notes = new ArrayList<Note>();
            while (next < mentions.size() && mentions.get(next).hull().start() < end) {
                notes.add(note(mentions.get(next++), text, points, origin));
            }
            int offset = points.toPoint(section.span().start());
            passages.add(new Passage(section.name(), offset, section.span().in(text), notes));
        }
        return passages;
    }

    /// The whole text cut at the starts of the sections, one blank between two pieces being nobody's.
    private static List<Section> sections(Document document) {
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

    private static Note note(Mention mention, String text, CodePointOffsets points, Source origin) {
        var infons = new ArrayList<Infon>();
        infons.add(new Infon("type", mention.type()));
        if (!mention.concepts().isEmpty()) {
            infons.add(new Infon("identifier", ConceptIds.join(mention.concepts(), mention.attributes())));
        }
        new TreeMap<>(mention.attributes()).forEach((key, value) -> {
            if (!key.equals(ConceptIds.SEPARATOR)) infons.add(new Infon(BioCInfons.bare(key), value));
        });
        who(mention, origin, infons);
        var locations = mention.spans().stream()
                .map(span -> {
                    int start = points.toPoint(span.start());
                    return new Location(start, points.toPoint(span.end()) - start);
                })
                .toList();
        return new Note(mention.id(), infons, locations, mention.in(text));
    }

    private static Tie tie(Relation relation, Source origin) {
        var infons = new ArrayList<Infon>();
        infons.add(new Infon("type", relation.type()));
        new TreeMap<>(relation.attributes())
                .forEach((key, value) ->
                        infons.add(new Infon(key.equals(PubTator.NOVELTY) ? "novel" : BioCInfons.bare(key), value)));
        who(relation, origin, infons);
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < relation.arguments().size(); i++) {
            var argument = relation.arguments().get(i);
            switch (argument.end()) {
                case Relation.OfMention(var id) -> nodes.add(new Node(id, argument.role()));
                case Relation.OfConcept(var concept) -> {
                    infons.add(new Infon(BioCRelation.ENTITY + (i + 1), concept));
                    if (!argument.role().equals(BioCRelation.usualRole(i))) {
                        infons.add(new Infon(BioCRelation.ROLE + (i + 1), argument.role()));
                    }
                }
            }
        }
        return new Tie(relation.id(), infons, nodes);
    }

    private static void who(Annotation annotation, Source origin, List<Infon> infons) {
        if (!annotation.layer().equals(USUAL_LAYER)) infons.add(new Infon(BioCInfons.LAYER, annotation.layer()));
        if (!annotation.source().equals(origin)) {
            infons.add(new Infon(
                    BioCInfons.SOURCE, JsonSource.write(annotation.source()).toString()));
        }
    }
}
