package org.biogloss.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;

/// Writes UIMA's CAS into a folder: an `.xmi` for each document, offsets in UTF-16 units, and one `TypeSystem.xml`.
///
/// Mentions are DKPro's named entities, so that INCEpTION shows them in its own layer. What DKPro has no feature for, a
/// feature of ours holds as JSON: other programs pass over it.
final class CasWriter implements DocumentWriter {

    private static final String USUAL_LAYER = "gold";
    private static final List<String> USUAL_ROLES = List.of("head", "tail");

    private final Optional<Path> folder;
    private final Selection selection;
    private final Losses losses = new Losses();
    private final FileNames names = new FileNames();
    private final CasTypeSystem types = new CasTypeSystem();

    CasWriter(Path folder, Selection selection) throws IOException {
        this.folder = Optional.of(Files.createDirectories(folder));
        this.selection = selection;
    }

    /// Writes nothing and says what would be lost.
    CasWriter(Selection selection) {
        folder = Optional.empty();
        this.selection = selection;
    }

    @Override
    public void write(AnnotatedDocument annotated) throws IOException {
        var document = selection.of(annotated, losses);
        if (folder.isEmpty()) {
            new Cas(Writer.nullWriter(), document).write();
            return;
        }
        try (var file = NewFile.at(folder.get().resolve(names.of(document.id()) + ".xmi"))) {
            new Cas(file.writer(), document).write();
            file.finish();
        }
    }

    @Override
    public List<String> finish() throws IOException {
        if (folder.isPresent()) {
            try (var file = NewFile.at(folder.get().resolve("TypeSystem.xml"))) {
                types.write(file.writer());
                file.finish();
            }
        }
        return losses.sentences();
    }

    @Override
    public void close() {}

    /// One file.
    private final class Cas {

        private static final int SOFA = 1;

        private final XmlText out;
        private final AnnotatedDocument document;
        private final Source origin;
        private final Map<String, Integer> ids = new HashMap<>();
        private final StringBuilder members = new StringBuilder();
        private int last = SOFA;

        Cas(Writer out, AnnotatedDocument document) {
            this.out = new XmlText(out);
            this.document = document;
            origin = new Source.Imported(
                    document.document().known(Document.SOURCE_FILE).orElse(""));
        }

        void write() throws IOException {
            out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\"");
            for (var prefix : CasTypeSystem.PREFIXES.entrySet()) {
                out.raw(" xmlns:" + prefix.getKey() + "=\"" + prefix.getValue() + "\"");
            }
            out.raw(" xmi:version=\"2.0\">\n<cas:NULL xmi:id=\"0\"/>\n");
            particulars();
            for (var section : document.document().sections()) {
                var features = span(section.span().start(), section.span().end());
                features.put("divType", section.name());
                structure(CasTypes.DIVISION, features);
            }
            for (var mention : (Iterable<Mention>) document.mentions()::iterator) mention(mention);
            for (var relation : (Iterable<Relation>) document.relations()::iterator) relation(relation);
            for (var label : (Iterable<DocumentLabel>) document.labels()::iterator) {
                structure(
                        CasTypes.LABEL,
                        said(label, Map.of(), new LinkedHashMap<>(Map.of("label", label.type())), "label"));
            }
            out.raw("<cas:Sofa xmi:id=\"" + SOFA + "\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text/plain\"");
            out.raw(" sofaString=\"").attribute(document.text()).raw("\"/>\n");
            out.raw("<cas:View sofa=\"" + SOFA + "\" members=\""
                    + members.toString().strip() + "\"/>\n</xmi:XMI>\n");
        }

        private void particulars() throws IOException {
            var features = span(0, document.text().length());
            features.put("documentId", document.id());
            features.put("documentTitle", document.document().title());
            var extra = JsonNodeFactory.instance.objectNode();
            if (!document.document().about().isEmpty()) {
                var about = extra.putObject("about");
                new TreeMap<>(document.document().about()).forEach(about::put);
            }
            if (document.status() != DocumentStatus.NEW)
                extra.put("status", document.status().name());
            features.put(CasTypes.EXTRA, extra.toString());
            structure(CasTypes.META_DATA, features);
        }

        private void mention(Mention mention) throws IOException {
            var hull = mention.hull();
            var features = span(hull.start(), hull.end());
            features.put("value", mention.type());
            if (!mention.concepts().isEmpty()) features.put("identifier", String.join("|", mention.concepts()));
            ids.put(
                    mention.id(),
                    structure(CasTypes.NAMED_ENTITY, said(mention, mention.attributes(), features, "value")));
        }

        private void relation(Relation relation) throws IOException {
            var ends = relation.arguments();
            var features = new LinkedHashMap<String, String>();
            features.put("label", relation.type());
            boolean plain = ends.stream().allMatch(end -> end.end() instanceof Relation.OfMention)
                    && ends.stream().map(Relation.Argument::role).toList().equals(USUAL_ROLES);
            if (plain) {
                features.put(CasTypes.SOURCE, reference(ends.getFirst()));
                features.put(CasTypes.TARGET, reference(ends.getLast()));
            } else {
                var links = new StringBuilder();
                for (var end : ends) links.append(link(end)).append(' ');
                features.put("links", links.toString().strip());
            }
            var at = ends.stream()
                    .flatMap(end -> end.end() instanceof Relation.OfMention(var id)
                            ? document.find(id).stream()
                            : Stream.empty())
                    .map(one -> ((Mention) one).hull())
                    .reduce((_, later) -> later);
            var place = at.map(hull -> span(hull.start(), hull.end())).orElseGet(() -> span(0, 0));
            place.putAll(features);
            structure(CasTypes.RELATION, said(relation, relation.attributes(), place, "label"));
        }

        private String reference(Relation.Argument argument) {
            return argument.end() instanceof Relation.OfMention(var id) ? String.valueOf(ids.get(id)) : "";
        }

        private int link(Relation.Argument argument) throws IOException {
            var features = new LinkedHashMap<String, String>();
            features.put("role", argument.role());
            switch (argument.end()) {
                case Relation.OfMention(var id) -> features.put("target", String.valueOf(ids.get(id)));
                case Relation.OfConcept(var concept) -> features.put("concept", concept);
            }
            return structure(CasTypes.LINK, features, false);
        }

        private static Map<String, String> span(int start, int end) {
            var features = new LinkedHashMap<String, String>();
            features.put("begin", Integer.toString(start));
            features.put("end", Integer.toString(end));
            return features;
        }

        /// Adds attributes as features where their names allow it, and the rest in our own.
        private Map<String, String> said(
                Annotation one, Map<String, String> attributes, Map<String, String> features, String typed) {
            var extra = JsonNodeFactory.instance.objectNode().put("id", one.id());
            if (!one.layer().equals(USUAL_LAYER)) extra.put("layer", one.layer());
            if (!one.source().equals(origin)) extra.set("source", JsonSource.write(one.source()));
            if (one instanceof Mention mention) stretches(mention, extra);
            var odd = JsonNodeFactory.instance.objectNode();
            new TreeMap<>(attributes).forEach((name, value) -> {
                if (types.takes(one instanceof Mention ? CasTypes.NAMED_ENTITY : CasTypes.RELATION, name)) {
                    features.put(name, value);
                } else odd.put(name, value);
            });
            if (!odd.isEmpty()) extra.set("attributes", odd);
            features.put(CasTypes.EXTRA, extra.toString());
            return features;
        }

        private static void stretches(Mention mention, ObjectNode extra) {
            if (mention.concepts().size() > 1
                    || mention.concepts().stream()
                            .anyMatch(id -> !ConceptIds.parse(id).ids().equals(List.of(id)))) {
                mention.concepts().forEach(extra.putArray("concepts")::add);
            }
            if (mention.spans().size() < 2) return;
            var spans = extra.putArray("spans");
            mention.spans().forEach(span -> spans.addArray().add(span.start()).add(span.end()));
        }

        private int structure(String type, Map<String, String> features) throws IOException {
            return structure(type, features, true);
        }

        private int structure(String type, Map<String, String> features, boolean inText) throws IOException {
            int id = ++last;
            out.raw("<" + CasTypeSystem.prefixed(type) + " xmi:id=\"" + id + "\"");
            if (inText) out.raw(" sofa=\"" + SOFA + "\"");
            for (var feature : features.entrySet()) {
                out.raw(" " + feature.getKey() + "=\"")
                        .attribute(feature.getValue())
                        .raw("\"");
            }
            out.raw("/>\n");
            if (inText) members.append(id).append(' ');
            return id;
        }
    }
}
