package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Relation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Five published corpora through every format and back: what says the same needs no word, and what differs was told
/// before it was written.
class RoundTripTest {

    private static final List<String> CORPORA = List.of("BC5CDR", "NCBI-disease", "BioRED", "DDI", "JNLPBA");

    /// Those that hold all that such a document has.
    private static final List<Format> WHOLE = List.of(Format.JSONL, Format.BIOC_XML, Format.BIOC_JSON, Format.CAS_XMI);

    @TempDir
    Path folder;

    static Stream<Format> written() {
        return Arrays.stream(Format.values()).filter(Format::isWritten);
    }

    private List<AnnotatedDocument> documents(String corpus, String file) throws IOException {
        var read = Reading.ofPaths(RealFiles.data().resolve("documents/" + corpus + "-documents/" + file));
        assertTrue(!read.documents().isEmpty(), read.report().toJson());
        return read.documents();
    }

    @ParameterizedTest
    @MethodSource("written")
    void aSampleOfEachCorpusComesBack(Format format) throws IOException {
        for (var corpus : CORPORA) {
            var all = documents(corpus, "dev.jsonl.gz");
            through(format, corpus, all.subList(0, Math.min(40, all.size())));
        }
    }

    @ParameterizedTest
    @MethodSource("written")
    @Tag("slow")
    void everyDocumentOfEachCorpusComesBack(Format format) throws IOException {
        for (var corpus : CORPORA) {
            for (var file : List.of("train.jsonl.gz", "dev.jsonl.gz", "test.jsonl.gz")) {
                through(format, corpus + "/" + file, documents(corpus, file));
            }
        }
    }

    private void through(Format format, String what, List<AnnotatedDocument> documents) throws IOException {
        var out = format == Format.TEXT ? folder.resolve("texts") : folder.resolve("x" + format.extension());
        List<String> told;
        try (var writer = Exporter.open(format, out, Optional.empty())) {
            for (var document : documents) writer.write(document);
            told = writer.finish();
        }
        var back = new HashMap<String, AnnotatedDocument>();
        var read = Reading.ofPaths(out);
        read.documents().forEach(document -> back.put(document.id(), document));
        org.biogloss.registry.WholeFolder.delete(out);
        int same = 0;
        var untold = new ArrayList<String>();
        for (var document : documents) {
            var now = Optional.ofNullable(back.get(document.id())).map(RoundTripTest::said);
            if (now.equals(Optional.of(said(document)))) same++;
            else if (told(format, document).isEmpty())
                untold.add(document.id() + ": " + said(document) + " became " + now);
        }
        assertEquals(List.of(), untold.stream().limit(3).toList(), what + " through " + format.id());
        if (WHOLE.contains(format)) {
            assertEquals(documents.size(), same, what + " through " + format.id());
            assertEquals(List.of(), told, what + " through " + format.id());
        }
        if (Boolean.getBoolean("biogloss.roundtrip.print")) {
            System.out.printf(
                    "%s | %s | %d of %d | %s%n", format.id(), what, same, documents.size(), String.join("; ", told));
        }
    }

    /// What the writer says of this document alone.
    private static List<String> told(Format format, AnnotatedDocument document) throws IOException {
        try (var rehearsal = Exporter.rehearse(format, Selection.confirmed(Optional.empty()))) {
            rehearsal.write(document);
            return rehearsal.finish();
        }
    }

    /// Text, mentions, relations, attributes and concepts, whatever the ids.
    private static List<String> said(AnnotatedDocument document) {
        Map<String, String> mentions = new HashMap<>();
        document.mentions()
                .forEach(m -> mentions.put(
                        m.id(),
                        m.type()
                                + m.spans()
                                + m.in(document.text())
                                + m.concepts()
                                + new java.util.TreeMap<>(m.attributes())));
        var said = new ArrayList<>(mentions.values());
        document.relations()
                .forEach(r -> said.add(r.type() + ends(r, mentions) + new java.util.TreeMap<>(r.attributes())));
        document.labels().forEach(label -> said.add(label.type()));
        said.sort(null);
        return said;
    }

    private static List<String> ends(Relation relation, Map<String, String> mentions) {
        return relation.arguments().stream()
                .map(argument -> argument.role() + "="
                        + switch (argument.end()) {
                            case Relation.OfConcept(var id) -> id;
                            case Relation.OfMention(var id) -> mentions.getOrDefault(id, "?");
                        })
                .toList();
    }
}
