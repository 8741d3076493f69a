package org.biogloss.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledIndexTest {

    @TempDir
    Path folder;

    @Test
    void aKilledWriterLeavesAnIndexThatOpensWithAllThatWasCommitted() throws Exception {
        var random = new Random(5);
        for (int round = 0; round < 3; round++) {
            long acknowledged = writeUntilKilled(5 + random.nextInt(20));
            try (var index = DocumentIndex.open(folder)) {
                assertTrue(index.generation() >= acknowledged, index.generation() + " < " + acknowledged);
                var found = index.search(SearchRequest.of("edit", 0)).total();
                assertEquals(index.generation(), found);
            }
        }
    }

    private long writeUntilKilled(int lines) throws IOException, InterruptedException {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = 0;
        try (var out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < lines; i++) {
                var line = out.readLine();
                if (line != null) last = Long.parseLong(line);
            }
            // The process would close its stream, of which the last lines are still to be read.
            child.toHandle().destroyForcibly();
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.matches("\\d+")) last = Math.max(last, Long.parseLong(line));
            }
        }
        child.waitFor();
        return last;
    }

    /// Adds documents one by one, each committed before its number is said aloud.
    public static final class Writer {

        private Writer() {}

        public static void main(String[] folder) {
            var index = DocumentIndex.open(Path.of(folder[0]));
            for (long i = index.generation() + 1; ; i++) {
                index.update(AnnotatedDocument.bare(Document.of("d" + i, "edit " + i)));
                index.putGeneration(i);
                index.commit();
                System.out.println(i);
            }
        }
    }
}
