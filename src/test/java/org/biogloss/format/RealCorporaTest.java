package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.registry.WholeFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The original files of published corpora: their published counts, and the way through every format and back.
class RealCorporaTest {

    @TempDir
    static Path folder = Path.of("");

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        for (var archive : List.of("raw/BC5CDR", "raw/BioRED", "raw/NCBI-disease", "import/import-samples")) {
            RealFiles.unpacked(archive + ".tar.xz", folder);
        }
    }

    private Reading read(String path) throws IOException {
        return Reading.ofPaths(folder.resolve(path));
    }

    private static String counts(Reading read) {
        var report = read.report();
        return "%d %d %d, %d repaired, %d rejected"
                .formatted(
                        report.documents(),
                        report.mentions(),
                        report.relations(),
                        report.repaired(),
                        report.rejected());
    }

    @Test
    void pubTatorFilesHaveTheirPublishedCounts() throws IOException {
        assertEquals("500 9809 1066, 0 repaired, 0 rejected", counts(read("BC5CDR/CDR_TestSet.PubTator.txt")));
        assertEquals("500 9385 1038, 0 repaired, 0 rejected", counts(read("BC5CDR/CDR_TrainingSet.PubTator.txt")));
        assertEquals("400 13351 4178, 0 repaired, 0 rejected", counts(read("BioRED/Train.PubTator")));
        assertEquals("100 3535 1163, 0 repaired, 0 rejected", counts(read("BioRED/Test.PubTator")));
    }

    @Test
    void theDocumentThatNcbiDiseaseHasTwiceIsReadOnce() throws IOException {
        var read = read("NCBI-disease/original-data/train/NCBItrainset_corpus.txt");
        assertEquals(592, read.documents().size());
        assertEquals(1, read.rejected().size());
        assertTrue(read.rejected().getFirst().where().contains("8528200"));
    }

    @Test
    void biocFilesHaveThemToo() throws IOException {
        // 119 parts of composite mentions are annotations of their own there
        assertEquals("500 9928 1066, 0 repaired, 0 rejected", counts(read("BC5CDR/CDR_TestSet.BioC.xml")));
        assertEquals("400 13351 4178, 0 repaired, 0 rejected", counts(read("BioRED/Train.BioC.XML")));
    }

    @Test
    void aFullTextWhosePassageOffsetsCountBytesHasAllItsAnnotations() throws IOException {
        var read = read("import-samples/bioc/teamtat-3757249_v0.xml");
        assertEquals("1 557 1, 0 repaired, 0 rejected", counts(read));
        assertEquals("code point", read.unit());
    }

    @Test
    void bothFormsOfOneCorpusSayTheSame() throws IOException {
        assertEquals(said(read("BioRED/Test.PubTator")), said(read("BioRED/Test.BioC.XML")));
    }

    /// What is said, whatever the ids, files and places of relations.
    private static Map<String, List<String>> said(Reading read) {
        var said = new TreeMap<String, List<String>>();
        for (var document : read.documents()) {
            var lines = new ArrayList<String>();
            document.mentions()
                    .map(m -> m.spans() + m.type() + m.concepts() + m.in(document.text()))
                    .forEach(lines::add);
            document.relations()
                    .map(r -> r.type() + ends(r, document) + r.attributes())
                    .forEach(lines::add);
            lines.sort(null);
            said.put(document.id(), lines);
        }
        return said;
    }

    private static String ends(Relation relation, AnnotatedDocument document) {
        return relation.arguments().stream()
                .map(argument -> switch (argument.end()) {
                    case Relation.OfConcept(var id) -> id;
                    case Relation.OfMention(var id) -> {
                        var mention = (Mention) document.find(id).orElseThrow();
                        yield mention.type() + mention.spans();
                    }
                })
                .toList()
                .toString();
    }

    private Reading through(Format format, Reading read) throws IOException {
        var out = folder.resolve("through-" + format.id() + format.extension());
        try (var writer = Exporter.open(format, out, Optional.empty())) {
            for (var document : read.documents()) writer.write(document);
            writer.finish();
        }
        var back = Reading.ofPaths(out);
        assertEquals(0, back.report().repaired() + back.report().rejected(), format + ": " + back.rejected());
        WholeFolder.delete(out);
        return back;
    }

    @Test
    void realFilesComeBackFromEveryAnnotatedFormat() throws IOException {
        for (var path : List.of(
                "BC5CDR/CDR_TestSet.PubTator.txt",
                "BioRED/Dev.PubTator",
                "NCBI-disease/original-data/test/NCBItestset_corpus.txt")) {
            var read = read(path);
            for (var format : List.of(Format.PUBTATOR, Format.JSONL, Format.BIOC_XML, Format.BIOC_JSON)) {
                assertEquals(said(read), said(through(format, read)), path + " through " + format);
            }
            var allTheWay = through(Format.PUBTATOR, through(Format.BIOC_XML, through(Format.JSONL, read)));
            assertEquals(said(read), said(allTheWay), path);
        }
    }

    @Test
    void richFilesComeBackEqualFromTheFormatsThatKeepAll() throws IOException {
        for (var path : List.of("BC5CDR/CDR_TestSet.BioC.xml", "import-samples/bioc", "BioRED/Dev.BioC.XML")) {
            var read = read(path);
            assertEquals(read.documents(), through(Format.JSONL, read).documents(), path);
            assertEquals(read.documents(), through(Format.BIOC_XML, read).documents(), path);
            assertEquals(read.documents(), through(Format.BIOC_JSON, read).documents(), path);
        }
    }

    /// Relations of mentions and mentions of several stretches.
    @Test
    void sentencesWithDrugsComeBackFromStandoff() throws IOException {
        var read = Reading.ofPaths(RealFiles.data().resolve("documents/DDI-documents/dev.jsonl.gz"));
        assertTrue(read.documents().stream()
                .anyMatch(document ->
                        document.mentions().anyMatch(mention -> mention.spans().size() > 1)));
        assertEquals(said(read), said(through(Format.BRAT, read)));
        assertEquals(said(read), said(through(Format.PUBANNOTATION, read)));
    }

    @Test
    void columnsKeepTheWordsOfMentions() throws IOException {
        var read = Reading.ofPaths(RealFiles.data().resolve("documents/JNLPBA-documents/test.jsonl.gz"));
        var before = words(read);
        var after = new ArrayList<>(words(through(Format.CONLL, read)));
        assertEquals(before.size(), after.size());
        var changed = new ArrayList<String>();
        for (var one : before) if (!after.remove(one)) changed.add(one);
        // borders inside a word moved to the word's, as the writer says
        assertTrue(changed.size() < 0.01 * before.size(), changed.toString());
    }

    /// Without blanks: where they stood is not in a file of columns.
    private static List<String> words(Reading read) {
        return read.covered().stream().map(words -> words.replaceAll("\\s", "")).toList();
    }

    @Test
    void articlesAreReadWithTheirSectionsAndWithoutTheirReferences() throws IOException {
        var read = read("import-samples/jats");
        assertEquals(
                57, read.documents().size(), "51 articles, and six letters and answers that come with three of them");
        var article = read.documents().stream()
                .filter(document -> document.id().equals("17201918"))
                .findFirst()
                .orElseThrow();
        var names = article.document().sections().stream()
                .map(org.biogloss.document.Section::name)
                .distinct()
                .toList();
        assertTrue(names.containsAll(List.of("title", "abstract", "figure caption")), names.toString());
        for (var document : read.documents()) {
            assertFalse(document.text().contains("  "), document.id());
            assertTrue(
                    document.document().known("doi").isPresent()
                            || document.document().known("pmid").isPresent()
                            || document.id().contains("-"),
                    document.id());
        }
    }

    @Test
    void brat() throws IOException {
        var read = read("import-samples/brat-ncbi-disease");
        assertEquals("20 180 0, 0 repaired, 0 rejected", counts(read));
        assertTrue(read.documents().stream()
                .flatMap(AnnotatedDocument::mentions)
                .noneMatch(mention -> mention.concepts().isEmpty()));
    }

    @Test
    @Tag("slow")
    void allDocumentSetsAreReadAndWhatIsRejectedIsKnown() throws IOException {
        var read = Reading.ofPaths(RealFiles.data().resolve("documents"));
        // sentences of DDI without any text, and files of one corpus that share ids
        var unexpected = read.rejected().stream()
                .filter(line -> !line.why().equals("the document has no text"))
                .filter(line -> !line.why().startsWith("a document of this id"))
                .toList();
        assertEquals(List.of(), unexpected);
        assertTrue(read.report().mentions() > 180_000, read.report().summary());
    }

    @Test
    void foreignFilesOfTheSamplesAreAllNamed() throws IOException {
        var report = read("import-samples").report();
        // the 20 annotation files of brat are read with their texts
        assertEquals(108, report.files().size(), report.summary());
        for (var pdf : report.files().stream()
                .filter(file -> file.path().endsWith(".pdf"))
                .toList()) {
            assertEquals("1 0", pdf.documents() + " " + pdf.rejected().size(), pdf.path());
        }
    }
}
