package org.biogloss.format;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.CodePointOffsets;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;

/// Writes brat's standoff into a folder: a `.txt` and an `.ann` for each document, offsets in code points. A relation
/// whose
/// first end is a trigger is written as an event.
final class BratWriter implements DocumentWriter {

    private static final Pattern ID = Pattern.compile("[TRE]\\d{1,9}");

    private final Optional<Path> folder;
    private final Selection selection;
    private final Losses losses = new Losses();
    private final FileNames names = new FileNames();

    BratWriter(Path folder, Selection selection) throws IOException {
        this.folder = Optional.of(Files.createDirectories(folder));
        this.selection = selection;
    }

    /// Writes nothing and says what would be lost.
    BratWriter(Selection selection) {
        folder = Optional.empty();
        this.selection = selection;
    }

    @Override
    public void write(AnnotatedDocument annotated) throws IOException {
        var document = selection.of(annotated, losses);
        losses.note(document.labels().count(), "document labels are left out");
        losses.noteSections(document);
        losses.noteOrigins(document);
        if (folder.isEmpty()) {
            new Standoff(Writer.nullWriter(), document).write();
            return;
        }
        var name = names.of(document.id());
        try (var text = NewFile.at(folder.get().resolve(name + ".txt"));
                var annotations = NewFile.at(folder.get().resolve(name + ".ann"))) {
            text.writer().write(document.text());
            new Standoff(annotations.writer(), document).write();
            text.finish();
            annotations.finish();
        }
    }

    @Override
    public List<String> finish() {
        return losses.sentences();
    }

    @Override
    public void close() {}

    private final class Standoff {

        private final Writer out;
        private final AnnotatedDocument document;
        private final CodePointOffsets points;
        private final Map<String, String> ids = new HashMap<>();
        private final Set<String> taken = new HashSet<>();
        private int attributes;
        private int references;
        private int notes;

        Standoff(Writer out, AnnotatedDocument document) {
            this.out = out;
            this.document = document;
            points = new CodePointOffsets(document.text());
        }

        void write() throws IOException {
            document.annotations().stream()
                    .map(Annotation::id)
                    .filter(id -> ID.matcher(id).matches())
                    .forEach(taken::add);
            for (var mention : (Iterable<Mention>) document.mentions()::iterator) mention(mention);
            for (var relation : (Iterable<Relation>) document.relations()::iterator) relation(relation);
        }

        /// The annotation's own id where it is one of brat's.
        private String id(Annotation annotation, String letter) {
            var own = annotation.id();
            if (own.startsWith(letter) && taken.contains(own)) return own;
            int number = 1;
            while (!taken.add(letter + number)) number++;
            return letter + number;
        }

        private void mention(Mention mention) throws IOException {
            var id = id(mention, "T");
            ids.put(mention.id(), id);
            var offsets = mention.spans().stream()
                    .map(span -> points.toPoint(span.start()) + " " + points.toPoint(span.end()))
                    .collect(Collectors.joining(";"));
            line(id, name(mention.type()) + " " + offsets, mention.in(document.text()));
            for (var concept : mention.concepts()) {
                line("N" + ++references, "Reference " + id + " " + concept.replaceAll("\\s", "_"), "");
            }
            said(id, mention.attributes());
        }

        private void said(String id, Map<String, String> all) throws IOException {
            for (var entry : new TreeMap<>(all).entrySet()) {
                if (entry.getKey().equals(ConceptIds.SEPARATOR)) {
                    losses.note(1, "mentions lose the sign between their concept ids");
                    continue;
                }
                if (entry.getKey().equals(BratReader.NOTE)) {
                    line("#" + ++notes, "AnnotatorNotes " + id, entry.getValue());
                } else {
                    var value = entry.getValue().equals("true") ? "" : " " + oneLine(entry.getValue());
                    line("A" + ++attributes, name(entry.getKey()) + " " + id + value, "");
                }
            }
        }

        private void relation(Relation relation) throws IOException {
            var ends = relation.arguments();
            boolean loose = ends.stream()
                    .anyMatch(end ->
                            !(end.end() instanceof Relation.OfMention(var mention)) || !ids.containsKey(mention));
            if (loose) {
                losses.note(1, "relations between concepts are left out");
                return;
            }
            boolean event = ends.getFirst().role().equals(BratReader.TRIGGER);
            boolean set = ends.stream().allMatch(end -> end.role().equals("member"));
            var words = new StringBuilder(name(relation.type()));
            for (int i = 0; i < ends.size(); i++) {
                var id = ends.get(i).end() instanceof Relation.OfMention(var mention) ? ids.get(mention) : "";
                if (event && i == 0) words.append(':').append(id);
                else if (set) words.append(' ').append(id);
                else
                    words.append(' ')
                            .append(role(ends.get(i).role()))
                            .append(':')
                            .append(id);
            }
            if (set) {
                line("*", words.toString(), "");
                losses.note(relation.attributes().size(), "attributes of sets are left out");
                return;
            }
            var id = id(relation, event ? "E" : "R");
            line(id, words.toString(), "");
            said(id, relation.attributes());
        }

        private static String role(String role) {
            return switch (role) {
                case "head" -> "Arg1";
                case "tail" -> "Arg2";
                default -> name(role);
            };
        }

        /// brat parts by blanks, so names have none.
        private static String name(String words) {
            return words.strip().replaceAll("[\\s:]+", "_");
        }

        private static String oneLine(String words) {
            return words.replaceAll("\\s+", " ");
        }

        private void line(String id, String said, String text) throws IOException {
            out.write(id + "\t" + said + (text.isEmpty() ? "" : "\t" + oneLine(text)) + "\n");
        }
    }
}
