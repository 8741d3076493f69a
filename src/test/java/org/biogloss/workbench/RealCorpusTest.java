package org.biogloss.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.format.Format;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The BC5CDR test set, as its makers published it, into a project, out again and in again.
class RealCorpusTest {

    private static final String FILE = "CDR_TestSet.PubTator.txt";

    @TempDir
    Path folder;

    @Test
    void pubTatorGoesThereAndBackWithoutLoss() throws Exception {
        var original = unpacked();
        var out = folder.resolve("out.txt");
        try (var jobs = new Jobs();
                var first = Workbench.create(folder.resolve("first"), "First", new Models(List.of()), jobs);
                var second = Workbench.create(folder.resolve("second"), "Second", new Models(List.of()), jobs)) {
            var report = first.importFiles(List.of(original), Optional.empty(), "gold", JobContext.silent());
            assertEquals(500, report.documents());
            assertEquals(9809, report.mentions());
            assertEquals(0, report.rejected());
            first.export(out, Format.PUBTATOR, Optional.empty(), JobContext.silent());
            var again = second.importFiles(List.of(out), Optional.empty(), "gold", JobContext.silent());
            assertEquals(0, again.rejected());

            assertEquals(said(first), said(second));
        }
    }

    /// What is said of each document, without the ids and sources that a file does not carry.
    private static Map<String, Map<String, Integer>> said(Workbench workbench) {
        var all = new TreeMap<String, Map<String, Integer>>();
        workbench.store().forEach(document -> all.put(document.id(), said(document)));
        return all;
    }

    private static Map<String, Integer> said(AnnotatedDocument document) {
        var counts = new HashMap<String, Integer>();
        for (var annotation : document.annotations()) {
            var words = switch (annotation) {
                case Mention m ->
                    m.spans() + " " + m.type() + " " + m.concepts() + " " + m.attributes() + " "
                            + m.in(document.text());
                case Relation r -> r.type() + " " + r.arguments() + " " + r.attributes();
                case org.biogloss.document.DocumentLabel l -> l.type();
            };
            counts.merge(words, 1, Integer::sum);
        }
        return counts;
    }

    private Path unpacked() throws IOException, InterruptedException {
        var archive = Path.of(System.getProperty("biogloss.data", "../shared/data"), "raw", "BC5CDR.tar.xz")
                .toAbsolutePath();
        assumeTrue(Files.exists(archive), () -> "The real corpus is not at hand: " + archive);
        try {
            var tar = new ProcessBuilder("tar", "xf", archive.toString(), "-C", folder.toString())
                    .inheritIO()
                    .start();
            assumeTrue(tar.waitFor(60, TimeUnit.SECONDS) && tar.exitValue() == 0, "tar cannot unpack " + archive);
        } catch (IOException e) {
            assumeTrue(false, "tar is not at hand: " + e.getMessage());
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals(FILE))
                    .findFirst()
                    .orElseThrow(() -> new IOException("There is no " + FILE + " in " + archive));
        }
    }
}
