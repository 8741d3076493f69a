package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Relation;
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
                    case Relation.OfMention(var id) ->
                        document.find(id).orElseThrow().type() + id;
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
        Files.delete(out);
        return back;
    }

    @Test
    void realFilesComeBackFromEveryAnnotatedFormat() throws IOException {
        for (var path : List.of(
                "BC5CDR/CDR_TestSet.PubTator.txt",
                "BioRED/Dev.PubTator",
                "NCBI-disease/original-data/test/NCBItestset_corpus.txt")) {
            var read = read(path);
            for (var format : List.of(Format.PUBTATOR, Format.JSONL, Format.BIOC_XML)) {
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
        }
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
        assertEquals(128, report.files().size(), report.summary());
        assertEquals(
                3,
                report.files().stream()
                        .filter(f -> f.rejected().stream().anyMatch(r -> r.why().startsWith("is a PDF")))
                        .count());
    }
}
