package org.biogloss.tasks.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.LabelledText;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.QuestionExample;
import org.biogloss.tasks.RelationExample;
import org.biogloss.tasks.ScoredPair;
import org.biogloss.tasks.TaskKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The thirteen sets of BLURB are read whole, and from BLURB's own files come the same examples.
class RealExamplesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path blurb = Path.of(System.getProperty("biogloss.data", "none"), "blurb");

    @TempDir
    Path folder;

    @BeforeEach
    void haveData() {
        assumeTrue(Files.exists(blurb), "biogloss.data does not hold the BLURB data");
    }

    private List<Example> read(TaskKind kind, Path file, String... types) throws IOException {
        return ExampleFile.read(kind, file, List.of(types), rejection -> {
            throw new AssertionError(rejection.toString());
        });
    }

    private Path file(String set, String split) {
        return blurb.resolve(set).resolve(split + ".jsonl.gz");
    }

    private List<JsonNode> lines(String set, String split) throws IOException {
        var objects = new ArrayList<JsonNode>();
        try (var lines = ExampleLines.open(file(set, split))) {
            while (lines.advance()) objects.add(JSON.readTree(lines.line()));
        }
        return objects;
    }

    @ParameterizedTest
    @CsvSource({
        "BC5-chem, NER, 5203, 5347, 5385",
        "BC5-disease, NER, 4182, 4246, 4424",
        "NCBI-disease, NER, 5134, 787, 960",
        "BC2GM, NER, 15197, 3061, 6325",
        "JNLPBA, NER, 46750, 4551, 8662",
        "ChemProt, RELATION, 18035, 11268, 15745",
        "DDI, RELATION, 25296, 2496, 5716",
        "GAD, RELATION, 4261, 535, 534",
        "BIOSSES, SIMILARITY, 64, 16, 20",
        "HoC, CLASSIFICATION, 1295, 186, 371",
        "PubMedQA, QUESTION, 450, 50, 500",
        "BioASQ, QUESTION, 670, 75, 140"
    })
    void eachSetHasWhatWasPublished(String set, TaskKind kind, int train, int dev, int test) throws IOException {
        assertEquals(
                List.of(train, dev, test),
                List.of(count(kind, set, "train"), count(kind, set, "dev"), count(kind, set, "test")));
    }

    private int count(TaskKind kind, String set, String split) throws IOException {
        return read(kind, file(set, split)).stream()
                .mapToInt(example ->
                        example instanceof NerExample ner ? ner.mentions().size() : 1)
                .sum();
    }

    @Test
    void trialsHaveThePublishedWordsAndTheSubstituteSplitDividesThem() throws IOException {
        var dev = file("EBM-PICO", "dev");
        assertEquals(87308, words(read(TaskKind.PICO, dev)));
        assertEquals(16364, words(read(TaskKind.PICO, file("EBM-PICO", "test"))));
        int parts = 0;
        for (var part : List.of("train", "dev")) {
            parts += words(read(TaskKind.PICO, Path.of(dev + "#substitute-split.json#" + part)));
        }
        assertEquals(87308, parts);
    }

    private static int words(List<Example> trials) {
        return trials.stream()
                .flatMap(trial -> ((NerExample) trial)
                        .mentions().stream().map(m -> m.span().in(((NerExample) trial).text())))
                .mapToInt(words -> words.split(" ").length)
                .sum();
    }

    /// BLURB masked where the entities stand; so an example's two forms agree.
    @ParameterizedTest
    @CsvSource({"ChemProt, dev", "DDI, train"})
    void aDummyStandsWhereItsEntityStood(String set, String split) throws IOException {
        for (var example : read(TaskKind.RELATION, file(set, split))) {
            var pair = (RelationExample) example;
            var head = pair.head().orElseThrow().span();
            var tail = pair.tail().orElseThrow().span();
            var masked = pair.masked().orElseThrow();
            var text = pair.text().replaceAll("[\\r\\n\\t]", " "); // as BLURB cleans it
            int first = Math.min(head.start(), tail.start());
            int rest = text.length() - Math.max(head.end(), tail.end());
            assertTrue(masked.startsWith(text.substring(0, first) + "@"), pair.id());
            assertTrue(masked.endsWith("$" + text.substring(text.length() - rest)), pair.id());
        }
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    @ParameterizedTest
    @CsvSource({"BC5-chem, Chemical", "NCBI-disease, Disease", "JNLPBA, BIOENTITY", "BC2GM, GENE"})
    void wordsWithBareTagsGiveTheSameMentions(String set, String type) throws IOException {
        var rows = new ArrayList<String>();
        for (var sentence : lines(set, "dev")) {
            for (int i = 0; i < sentence.path("tokens").size(); i++) {
                rows.add(sentence.path("tokens").path(i).asText() + "\t"
                        + sentence.path("tags").path(i).asText().charAt(0));
            }
            rows.add("");
        }
        assertSame(
                read(TaskKind.NER, file(set, "dev")),
                read(TaskKind.NER, write("dev.tsv", rows), type),
                RealExamplesTest::nameless);
    }

    @Test
    void wordsOfTrialsGiveTheSameMentions() throws IOException {
        var rows = new ArrayList<String>();
        for (var sentence : lines("EBM-PICO", "test")) {
            for (int i = 0; i < sentence.path("tokens").size(); i++) {
                rows.add(sentence.path("tokens").path(i).asText() + "\t"
                        + sentence.path("tags").path(i).asText());
            }
            rows.add("");
        }
        assertSame(
                read(TaskKind.PICO, file("EBM-PICO", "test")),
                read(TaskKind.PICO, write("test.tsv", rows)),
                RealExamplesTest::nameless);
    }

    @ParameterizedTest
    @CsvSource({"ChemProt, false", "DDI, false", "GAD, true"})
    void maskedRowsGiveTheSamePairs(String set, boolean header) throws IOException {
        var expected = read(TaskKind.RELATION, file(set, "dev"));
        var rows = new ArrayList<String>();
        if (header) rows.add("index\tsentence\tlabel");
        for (var example : expected) {
            var pair = (RelationExample) example;
            rows.add(pair.id() + "\t" + pair.masked().orElseThrow() + "\t" + pair.label());
        }
        assertSame(expected, read(TaskKind.RELATION, write("dev.tsv", rows)), example -> {
            var pair = (RelationExample) example;
            return new RelationExample(
                    pair.id(),
                    pair.masked().orElseThrow(),
                    pair.masked(),
                    Optional.empty(),
                    Optional.empty(),
                    pair.label());
        });
    }

    @Test
    void rowsOfTwoSentencesGiveTheSamePairs() throws IOException {
        var expected = read(TaskKind.SIMILARITY, file("BIOSSES", "train"));
        var rows = new ArrayList<>(List.of("index\tsentence1\tsentence2\tscore"));
        for (var example : expected) {
            var pair = (ScoredPair) example;
            rows.add(String.join("\t", pair.id(), pair.text(), pair.text2(), String.valueOf(pair.score())));
        }
        assertEquals(expected, read(TaskKind.SIMILARITY, write("train.tsv", rows)));
    }

    @Test
    void rowsOfSentencesGiveTheSameAbstracts() throws IOException {
        var rows = new ArrayList<>(List.of("labels\tsentence\tindex"));
        for (var document : lines("HoC", "dev")) {
            int number = 0;
            for (var sentence : document.path("sentences")) {
                var text = document.path("text")
                        .asText()
                        .substring(
                                sentence.path("start").asInt(),
                                sentence.path("end").asInt());
                rows.add(flags(sentence.path("labels")) + "\t" + text + "\t"
                        + document.path("id").asText() + "_s" + number++);
            }
        }
        assertSame(
                read(TaskKind.CLASSIFICATION, file("HoC", "dev")),
                read(TaskKind.CLASSIFICATION, write("dev.tsv", rows)),
                example -> {
                    var text = (LabelledText) example;
                    return List.of(text.id(), text.text().replace('\n', ' '), new HashSet<>(text.labels()));
                });
    }

    private static String flags(JsonNode labels) {
        var carried = new HashSet<String>();
        labels.forEach(label -> carried.add(label.asText()));
        var flags = new ArrayList<String>();
        for (int i = 0; i < 10; i++) {
            flags.add(i + "_" + (carried.contains(HallmarkSentences.HALLMARKS.get(i)) ? 1 : 0));
        }
        return String.join(",", flags);
    }

    @Test
    void rowsAndDocumentsGiveTheSameQuestions() throws IOException {
        var asked = read(TaskKind.QUESTION, file("BioASQ", "dev"));
        var rows = asked.stream()
                .map(QuestionExample.class::cast)
                .map(q -> String.join("\t", q.id(), q.question(), q.context(), q.label()))
                .toList();
        assertSame(asked, read(TaskKind.QUESTION, write("dev.tsv", rows)), Object::toString);

        var document = JSON.createObjectNode();
        for (var line : lines("PubMedQA", "dev")) {
            var entry = document.putObject(line.path("id").asText());
            entry.put("QUESTION", line.path("question").asText());
            entry.set("CONTEXTS", line.path("contexts"));
            entry.put("final_decision", line.path("labels").path(0).asText().toLowerCase(Locale.ROOT));
        }
        var whole = folder.resolve("dev_set.json");
        JSON.writerWithDefaultPrettyPrinter().writeValue(whole.toFile(), document);
        assertEquals(read(TaskKind.QUESTION, file("PubMedQA", "dev")), read(TaskKind.QUESTION, whole));
    }

    private static Object nameless(Example example) {
        var ner = (NerExample) example;
        return List.of(ner.text(), ner.mentions());
    }

    private static void assertSame(List<Example> expected, List<Example> actual, Function<Example, Object> seen) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(seen.apply(expected.get(i)), seen.apply(actual.get(i)));
        }
    }
}
