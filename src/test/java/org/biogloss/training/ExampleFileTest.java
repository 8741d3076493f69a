package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.biogloss.tasks.NerExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleFileTest {

    @TempDir
    Path folder;

    private final List<ExampleFile.Rejection> rejected = new ArrayList<>();

    private List<NerExample> read(String lines, String... types) throws IOException {
        var file = Files.writeString(folder.resolve("examples.jsonl"), lines);
        return new ExampleFile(file, List.of(types), rejected::add).readAll();
    }

    @Test
    void offsetsAreReadAsCodePoints() throws IOException {
        var examples = read("{\"id\":\"1\",\"text\":\"𝛼 and aspirin\",\"entities\":"
                + "[{\"start\":6,\"end\":13,\"type\":\"Chemical\",\"text\":\"aspirin\"}]}\n");

        var mention = examples.getFirst().mentions().getFirst();
        assertEquals("aspirin", mention.span().in(examples.getFirst().text()));
        assertEquals(7, mention.span().start());
    }

    @Test
    void otherTypesAreLeftOut() throws IOException {
        var examples = read(
                "{\"text\":\"ab\",\"entities\":[{\"start\":0,\"end\":1,\"type\":\"A\"},{\"start\":1,\"end\":2,\"type\":\"B\"}]}",
                "B");

        assertEquals(
                List.of("B"),
                examples.getFirst().mentions().stream().map(m -> m.type()).toList());
    }

    @Test
    void aBrokenLineIsToldAndTheOthersAreRead() throws IOException {
        var examples = read("""
                {"text":"fine"}
                {"text":"cut off
                {"entities":[]}
                {"text":"short","entities":[{"start":2,"end":9,"type":"A"}]}
                {"text":"moved","entities":[{"start":0,"end":2,"type":"A","text":"ov"}]}

                {"text":"fine too"}
                """);

        assertEquals(
                List.of("fine", "fine too"),
                examples.stream().map(NerExample::text).toList());
        assertEquals(
                List.of(
                        "line 2: it is not a JSON object",
                        "line 3: it has no text",
                        "line 4: an entity stands at 2..9 of a text of 5 characters",
                        "line 5: an entity says it is \"ov\", but \"mo\" stands at its place"),
                rejected.stream()
                        .map(r -> r.toString().replaceFirst(".*, line", "line"))
                        .toList());
    }

    @Test
    void aTruncatedGzipIsToldInWords() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 2000; i++) {
                gzip.write(("{\"text\":\"line " + i * 7919 + "\"}\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        var file = folder.resolve("cut.jsonl.gz");
        Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));

        var failure = assertThrows(IOException.class, () -> new ExampleFile(file, List.of(), rejected::add).readAll());

        assertTrue(String.valueOf(failure.getMessage()).contains("breaks off"), failure.getMessage());
    }

    @Test
    void theNcbiDiseaseCorpusIsReadWhole() throws IOException {
        var file = Path.of(System.getProperty("biogloss.data", "none"), "blurb/NCBI-disease/test.jsonl.gz");
        assumeTrue(Files.exists(file), "biogloss.data does not hold the BLURB data");

        var examples = new ExampleFile(file, List.of(), rejected::add).readAll();

        assertEquals(960, examples.stream().mapToInt(e -> e.mentions().size()).sum());
        assertEquals(List.of(), rejected);
    }
}
