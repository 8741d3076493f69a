package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {

    @TempDir
    Path folder = Path.of("");

    private void put(String name, byte... content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private void put(String name, String content) throws IOException {
        put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String abstracts(int n) {
        var lines = new StringBuilder();
        for (int i = 0; i < n; i++) {
            lines.append(
                    "%d|t|Title %d|x\n%d|a|Some abstract with p53 in it.\n%d\t9\t10\tx\tN\n\n".formatted(i, i, i, i));
        }
        return lines.toString();
    }

    @Test
    void contentDecidesTheFormatNotTheName() throws IOException {
        put("a.txt", "1|t|x\n1|a|y\n");
        put("b.xml", "<?xml version='1.0'?>\n<!-- c --><collection/>");
        put("c", "{\"id\":\"1\",\"text\":\"x\"}\n");
        put("d.txt.gz", Reading.gzip("plain words"));
        assertEquals(Optional.of(Format.PUBTATOR), Format.detect(folder.resolve("a.txt")));
        assertEquals(Optional.of(Format.BIOC_XML), Format.detect(folder.resolve("b.xml")));
        assertEquals(Optional.of(Format.JSONL), Format.detect(folder.resolve("c")));
        assertEquals(Optional.of(Format.TEXT), Format.detect(folder.resolve("d.txt.gz")));
        assertEquals(Optional.empty(), Format.detect(folder.resolve("absent")));
    }

    @Test
    void foreignFilesOfAFolderGetALineEachAndTheOthersAreRead() throws IOException {
        put("deep/er/a.pubtator", abstracts(2));
        put("b.pdf", "%PDF-1.7 ...");
        put("c.jpg", (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, (byte) 1);
        put("d.xml", "<html><body/></html>");
        put("e.ann", "T1\tGene 0 3\tp53");
        put("f.json", "{\"documents\": []}");
        put("g.txt", "");
        put(".hidden", "%PDF");
        var read = Reading.ofPaths(folder);
        assertEquals(2, read.documents().size());
        assertEquals(6, read.rejected().size(), read.report().toJson());
        var why = read.report().toJson();
        for (var word :
                List.of("a PDF", "a JPEG picture", "<html>", "brat standoff without its text", "BioC JSON", "empty")) {
            assertTrue(why.contains(word), word);
        }
    }

    @Test
    void thousandsOfForeignFilesShareALine() throws IOException {
        for (int i = 0; i < 1000; i++) put("p/" + i + ".zip", "PK\u0003\u0004");
        var report = Reading.ofPaths(folder).report();
        assertEquals(201, report.files().size());
        assertEquals(1000, report.rejected());
    }

    @Test
    void aMissingFileIsALine() throws IOException {
        var report = Reading.ofPaths(folder.resolve("nowhere")).report();
        assertEquals(
                "there is no such file",
                report.files().getFirst().rejected().getFirst().why());
    }

    @Test
    void aTruncatedArchiveGivesWhatIsWhole() throws IOException {
        byte[] whole = Reading.gzip(abstracts(3000));
        put("cut.pubtator.gz", Arrays.copyOf(whole, whole.length / 2));
        var read = Reading.ofPaths(folder);
        assertTrue(read.documents().size() > 100, "" + read.documents().size());
        assertTrue(read.documents().size() < 3000);
        assertTrue(
                read.rejected().getLast().why().contains("cut off"),
                read.rejected().toString());
        assertTrue(read.documents().stream().allMatch(d -> d.mentions().count() == 1));
    }

    @Test
    void aDamagedArchiveIsALine() throws IOException {
        byte[] damaged = Reading.gzip(abstracts(3000));
        for (int i = 200; i < 300; i++) damaged[i] ^= 0x55;
        put("bad.gz", damaged);
        put("worse.gz", (byte) 0x1f, (byte) 0x8b, (byte) 9, (byte) 9);
        var report = Reading.ofPaths(folder).report();
        assertTrue(report.files().stream().noneMatch(f -> f.rejected().isEmpty()), report.toJson());
    }

    @Test
    void whatTheSinkThrowsReachesTheCaller() throws IOException {
        put("a.pubtator", abstracts(3));
        var failure = assertThrows(
                IOException.class,
                () -> new Importer()
                        .read(
                                List.of(folder),
                                Optional.empty(),
                                "gold",
                                _ -> {
                                    throw new IOException("No space left on device");
                                },
                                JobContext.silent()));
        assertEquals("No space left on device", failure.getMessage());
    }

    @Test
    void aCancelledJobStops() throws IOException {
        put("a.pubtator", abstracts(3));
        var cancelled = new JobContext() {
            @Override
            public void report(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> new Importer().read(List.of(folder), Optional.empty(), "gold", _ -> {}, cancelled));
    }

    @Test
    void theReportHasTheAgreedForm() throws IOException {
        put("a.pubtator", "1|t|p53 x\n1|a|y\n1\t1\t4\tp53\tGene\t1\n1\t0\t3\tzzz\tGene\t1\n1\tr\tA\tB\n");
        var json = new JsonMapper().readTree(Reading.ofPaths(folder).report().toJson());
        for (var total : List.of("documents", "mentions", "relations", "repaired", "rejected")) {
            assertEquals(1, json.path(total).asInt(), total);
        }
        var file = json.path("files").path(0);
        assertEquals("pubtator", file.path("format").asText());
        assertEquals("code point", file.path("offsetUnit").asText());
        assertEquals("line 3", file.path("repaired").path(0).path("where").asText());
        assertTrue(file.path("repaired").path(0).has("what"));
        assertTrue(file.path("rejected").path(0).has("why"));
        assertTrue(file.path("path").asText().endsWith("a.pubtator"));
    }
}
