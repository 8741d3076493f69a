package org.biogloss.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `transformers` cuts real sentences into the same pieces: see `src/bench/peers/vocabularies.py`.
@Tag("slow")
class VocabularyPeerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @Test
    void everyFormOfVocabularyCutsAsTransformersDoesAlsoWhenSavedWithNewPieces() throws Exception {
        var texts = new ArrayList<>(sentences());
        texts.add("Naïve T cells, 5 mg/kg of 𝛼-amanitin (P < 0.001): 研究 of Sjögren's\u00a0syndrome\tI\u0301.");
        texts.add("don't  we'll\n\nIL-2Rα's @GENE$, and [MASK] it");
        var file = folder.resolve("texts.json");
        JSON.writeValue(file.toFile(), texts);
        var list = folder.resolve("vocab.txt");
        try (var inside = Objects.requireNonNull(
                        VocabularyPeerTest.class.getResourceAsStream("/all-minilm-l6-v2-tokenizer.json"));
                var tokenizer = Tokenizer.of(inside.readAllBytes(), "minilm")) {
            Files.write(list, tokenizer.vocabulary());
        }
        var made = folder.resolve("made");
        peer("make", made.toString(), list.toString(), file.toString());
        var saved = new ArrayList<Path>();
        for (var one : inside(made)) {
            try (var tokenizer = Tokenizer.open(one);
                    var larger = tokenizer.withSpecial(List.of("@GENE$", "[E1]"))) {
                assertSame(one, tokenizer, texts);
                var target = Files.createDirectories(folder.resolve("saved").resolve(one.getFileName()));
                var kind = JSON.readTree(one.resolve("tokenizer_config.json").toFile())
                        .path("tokenizer_class")
                        .asText();
                larger.save(target, kind);
                Files.copy(one.resolve("config.json"), target.resolve("config.json"));
                saved.add(target);
            }
        }
        assertTrue(saved.size() > 8);
        var words = new ArrayList<>(List.of("answer", file.toString()));
        saved.forEach(target -> words.add(target.toString()));
        peer(words.toArray(String[]::new));
        for (var target : saved) {
            try (var tokenizer = Tokenizer.open(target)) {
                assertSame(target, tokenizer, texts);
                assertTrue(tokenizer.encode("a @GENE$ b").pieces().contains("@GENE$"), target.toString());
            }
        }
    }

    private static void assertSame(Path one, Tokenizer tokenizer, List<String> texts) throws IOException {
        var answers = JSON.readTree(one.resolve("answers.json").toFile());
        for (int i = 0; i < texts.size(); i++) {
            var ids = ids(tokenizer, texts.get(i));
            assertEquals(numbers(answers.path("alone").get(i)), ids, one + ": " + texts.get(i));
            var framed = new ArrayList<Integer>(List.of(tokenizer.cls()));
            framed.addAll(ids(tokenizer, texts.getFirst()));
            for (int sep = 0; sep < tokenizer.separatorsBetween(); sep++) framed.add(tokenizer.sep());
            framed.addAll(ids);
            framed.add(tokenizer.sep());
            assertEquals(numbers(answers.path("framed").get(i)), framed, one + ": " + texts.get(i));
        }
    }

    private static List<Integer> ids(Tokenizer tokenizer, String text) {
        return java.util.Arrays.stream(tokenizer.encode(text).ids()).boxed().toList();
    }

    private static List<Integer> numbers(JsonNode list) {
        var numbers = new ArrayList<Integer>();
        list.forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }

    /// Of NCBI-disease.
    private static List<String> sentences() throws IOException {
        var data =
                Path.of(System.getProperty("biogloss.data", "../shared/data")).resolve("blurb");
        assumeTrue(Files.isDirectory(data), "No real sentences: there is no folder " + data);
        try (var files = Files.walk(data)) {
            var test = files.filter(file -> file.toString().matches(".*(?i)ncbi.*test.*\\.jsonl(\\.gz)?"))
                    .findFirst();
            assumeTrue(test.isPresent(), "No real sentences of NCBI-disease in " + data);
            try (var raw = Files.newInputStream(test.get());
                    var in = test.get().toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
                return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .limit(300)
                        .map(VocabularyPeerTest::text)
                        .toList();
            }
        }
    }

    private static String text(String line) {
        try {
            return JSON.readTree(line).path("text").asText();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> inside(Path parent) throws IOException {
        try (var folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private void peer(String... words) throws IOException, InterruptedException {
        var python = Optional.ofNullable(System.getProperty("biogloss.python"))
                .or(() -> Optional.ofNullable(System.getenv("BIOGLOSS_PYTHON")));
        assumeTrue(python.isPresent(), "No peer: BIOGLOSS_PYTHON does not name a Python with transformers");
        var command = new ArrayList<>(List.of(python.get(), "src/bench/peers/vocabularies.py"));
        command.addAll(List.of(words));
        var log = folder.resolve("words").toFile();
        var peer = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        assertEquals(0, peer.waitFor(), Files.readString(log.toPath()));
    }
}
