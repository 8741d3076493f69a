package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.Failure;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Section;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExporterTest {

    private static final Source ANNA = new Source.Person("anna");
    private static final Source.Model NER = new Source.Model("ner", 0.875);
    private static final String TEXT = "On 𝛼-synuclein & p53\nRenal and <hepatic> failure,\n\tp53 again.";

    @TempDir
    Path folder = Path.of("");

    private static Mention mention(String id, String layer, Source source, String type, Span... spans) {
        return new Mention(id, layer, List.of(spans), type, List.of(), Map.of(), source);
    }

    private static Relation relation(String id, Relation.Argument... ends) {
        return new Relation(id, "gold", "r", List.of(ends), Map.of("why", "\"<&>"), ANNA);
    }

    private static Relation.Argument of(String role, Relation.End end) {
        return new Relation.Argument(role, end);
    }

    /// Something of everything that the model has.
    private static AnnotatedDocument rich() {
        var p53 = new Mention(
                "m1",
                "gold",
                List.of(new Span(18, 21)),
                "Gene",
                List.of("NCBIGene:7157", "c|DEL||3"),
                Map.of("type", "a taken name", "note", "two\nlines", "concept", "x"),
                new Source.Imported("other.txt"));
        var plus = new Mention(
                "m0",
                "gold",
                List.of(new Span(3, 15)),
                "Gene",
                List.of("A", "B"),
                Map.of("concept-separator", "+"),
                new Source.Accepted("anna", NER));
        List<Annotation> annotations = List.of(
                plus,
                p53,
                mention("m2", "anna", ANNA, "Disease", new Span(22, 27), new Span(42, 49)),
                mention("m3", "ner", NER, "Disease", new Span(32, 49)),
                mention("m4", "ner", new Source.Rejected("bob", NER), "Gene", new Span(52, 55)),
                relation("r1", of("head", new Relation.OfMention("m1")), of("tail", new Relation.OfMention("m2"))),
                relation("r2", of("a", new Relation.OfMention("m1")), of("", new Relation.OfConcept("D1"))),
                relation(
                        "r3",
                        of("head", new Relation.OfConcept("D1")),
                        of("x", new Relation.OfMention("m1")),
                        of("y", new Relation.OfMention("m0"))),
                new DocumentLabel("l9", "anna", "trial", ANNA),
                new DocumentLabel("L1", "gold", "review", new Source.Imported("f.txt")));
        var document = new Document(
                "id/7",
                TEXT,
                List.of(new Section("title", new Span(0, 21)), new Section("abstract", new Span(22, TEXT.length()))),
                Map.of("year", "2020", "journal", "J. & Co", "file", "f.txt", "labels", "taken", "split", "dev"));
        return new AnnotatedDocument(document, DocumentStatus.DONE, annotations);
    }

    private List<String> write(Format format, Path out, Selection selection, AnnotatedDocument... documents)
            throws IOException {
        try (var writer = Exporter.open(format, out, selection)) {
            for (var document : documents) writer.write(document);
            return writer.finish();
        }
    }

    @Test
    void jsonLinesKeepEverything() throws IOException {
        var out = folder.resolve("x.jsonl.gz");
        assertEquals(List.of(), write(Format.JSONL, out, Selection.everything(), rich()));
        var read = Reading.ofPaths(out);
        assertEquals(List.of(), read.rejected());
        assertEquals(List.of(), read.repaired());
        assertEquals(rich(), read.only());
    }

    @Test
    void biocKeepsAllButTheParticularsOfLabels() throws IOException {
        var out = folder.resolve("x.xml");
        write(Format.BIOC_XML, out, Selection.everything(), rich());
        var read = Reading.ofPaths(out);
        assertEquals(List.of(), read.rejected());
        assertEquals(List.of(), read.repaired());
        var without = rich().annotations().stream()
                .filter(a -> !(a instanceof DocumentLabel))
                .toList();
        var back = read.only();
        assertEquals(
                without,
                back.annotations().stream()
                        .filter(a -> !(a instanceof DocumentLabel))
                        .toList());
        assertEquals(rich().document(), back.document());
        assertEquals(
                List.of("trial", "review"),
                back.labels()
                        .map(DocumentLabel::type)
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
        assertEquals(DocumentStatus.DONE, back.status());
    }

    @Test
    void pubTatorSaysWhatItLoses() throws IOException {
        var out = folder.resolve("x.pubtator");
        var losses = write(Format.PUBTATOR, out, Selection.confirmed(Optional.empty()), rich());
        var read = Reading.ofPaths(out);
        assertEquals(List.of(), read.rejected());
        assertEquals(List.of(), read.repaired());
        assertEquals(
                rich().mentions()
                        .filter(m -> m.standing() == org.biogloss.document.Standing.CONFIRMED)
                        .map(Mention::hull)
                        .toList(),
                read.mentions().stream().map(Mention::hull).toList());
        for (var word : List.of("discontinuous", "suggestions", "labels", "line breaks", "relations", "particulars")) {
            assertTrue(losses.stream().anyMatch(loss -> loss.contains(word)), word + " in " + losses);
        }
    }

    @Test
    void aLayerLeavesTheOthersOutAndTheirRelations() throws IOException {
        var out = folder.resolve("x.jsonl");
        write(Format.JSONL, out, Selection.confirmed(Optional.of("anna")), rich());
        var read = Reading.ofPaths(out);
        assertEquals(List.of("m2"), read.mentions().stream().map(Mention::id).toList());
        assertEquals(0, read.only().relations().count());
    }

    @Test
    void plainTextGoesToAFileEachInAFolder() throws IOException {
        var out = folder.resolve("texts");
        var losses = write(
                Format.TEXT, out, Selection.everything(), rich(), AnnotatedDocument.bare(Document.of("id:7", "x y")));
        assertEquals(TEXT, Files.readString(out.resolve("id_7.txt")));
        assertEquals("x y", Files.readString(out.resolve("id_7-2.txt")));
        assertTrue(losses.getFirst().contains("annotations"), losses.toString());
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"BRAT", "CAS_XMI", "JATS", "MEDLINE", "PDF"},
            mode = EnumSource.Mode.EXCLUDE)
    void anExportThatStopsHalfWayLeavesTheOldFile(Format format) throws IOException {
        var out = folder.resolve("x" + format.extension());
        Files.writeString(out, "old");
        try (var writer = Exporter.open(format, out, Optional.empty())) {
            writer.write(rich());
        }
        assertEquals("old", Files.readString(out));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"BRAT", "CAS_XMI", "JATS", "MEDLINE", "PDF"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyFormatIsKnownByItsNameAndItsFile(Format format) throws IOException {
        assertEquals(Optional.of(format), Format.named(format.id()));
        assertEquals(Optional.of(format), Format.meantBy(Path.of("a" + format.extension() + ".gz")));
        var out = folder.resolve("y" + format.extension());
        write(format, out, Selection.everything(), rich());
        assertEquals(Optional.of(format), Format.detect(out));
        assertFalse(Reading.ofPaths(out).documents().isEmpty());
    }

    @Test
    void whatCannotBeWrittenThereIsRefusedInWords() throws IOException {
        var file = Files.writeString(folder.resolve("x.ann"), "old");
        Failure.says("name a folder", () -> Exporter.open(Format.BRAT, file, Optional.empty()));
        Failure.says("does not write it", () -> Exporter.open(Format.JATS, folder.resolve("a.nxml"), Optional.empty()));
        assertEquals("old", Files.readString(file));
    }

    @Test
    void formatsSayWhatTheyDidNotKeep() throws IOException {
        for (var format : List.of(Format.BRAT, Format.CONLL, Format.PUBANNOTATION)) {
            var losses = write(format, folder.resolve("y" + format.extension()), Selection.everything(), rich());
            assertFalse(losses.isEmpty(), format.title());
        }
    }
}
