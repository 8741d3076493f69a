package org.biogloss.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.biogloss.jobs.JobContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenBenchmarkTest {

    @TempDir
    Path data;

    @Test
    void everyFigureIsMeasured() throws IOException {
        var corpus = Files.createDirectory(data.resolve("corpora")).resolve("pubmed-abstracts.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(corpus))) {
            var line = "{\"text\":\"" + "Loss of p53 in HeLa cells. ".repeat(20) + "\"}\n";
            out.write(line.repeat(7).getBytes(StandardCharsets.UTF_8));
        }

        for (var figure : new OpenBenchmark(20).run(data, JobContext.silent())) {
            assertTrue(figure.value() > 0, figure.name());
        }
    }
}
