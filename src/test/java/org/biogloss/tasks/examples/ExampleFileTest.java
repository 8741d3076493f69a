package org.biogloss.tasks.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.LabelledText;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.QuestionExample;
import org.biogloss.tasks.RelationExample;
import org.biogloss.tasks.ScoredPair;
import org.biogloss.tasks.TaskKind;
import org.biogloss.tasks.TypedSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExampleFileTest {

    @TempDir
    Path folder;

    private final List<ExampleFile.Rejection> rejected = new ArrayList<>();

    private List<NerExample> read(String lines, String... types) throws IOException {
        var file = Files.writeString(folder.resolve("examples.jsonl"), lines);
        return ExampleFile.readMentions(file, List.of(types), rejected::add);
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

        var failure = assertThrows(IOException.class, () -> ExampleFile.readMentions(file, List.of(), rejected::add));

        assertTrue(String.valueOf(failure.getMessage()).contains("breaks off"), failure.getMessage());
    }

    private List<Example> readAs(TaskKind kind, String name, String lines, String... types) throws IOException {
        var file = Files.writeString(folder.resolve(name), lines);
        return ExampleFile.read(kind, file, List.of(types), rejected::add);
    }

    private List<String> told() {
        return rejected.stream()
                .map(r -> r.toString().replaceFirst(".*?(, line|: )", "$1"))
                .toList();
    }

    @Test
    void aRelationIsAPairWithOneLabel() throws IOException {
        var examples = readAs(TaskKind.RELATION, "pairs.jsonl", """
                {"id":"1","text":"𝛼 binds p53","masked_text":"@DRUG$ binds @GENE$","labels":["up"],"entities":\
                [{"type":"DRUG","start":0,"end":1},{"type":"GENE","start":8,"end":11,"text":"off by one"}]}
                {"id":"2","masked_text":"@GENE$ in @DISEASE$","text":"@GENE$ in @DISEASE$","labels":["1"]}
                {"id":"3","text":"a b","labels":["up"],"entities":[{"type":"A","start":0,"end":1}]}
                {"id":"4","text":"a b","labels":["up"]}
                {"id":"5","text":"a b","masked_text":"@A$ b","labels":[]}
                """);
        var first = (RelationExample) examples.getFirst();
        assertEquals(TypedSpan.of(9, 12, "GENE"), first.tail().orElseThrow());
        assertEquals("@DRUG$ binds @GENE$", first.masked().orElseThrow());
        var second = (RelationExample) examples.get(1);
        assertEquals(Optional.empty(), second.head());
        assertEquals(2, examples.size());
        assertEquals(
                List.of(
                        ", line 3: it has 1 entities; a pair has two",
                        ", line 4: The pair 4 says neither where its two entities stand"
                                + " nor how the sentence reads with dummies in their places",
                        ", line 5: it has 0 labels where there is one to tell"),
                told());
    }

    @Test
    void aWrongOffsetIsForgivenOnlyWhereTheSourceMaskedTheSentenceItself() throws IOException {
        var examples = readAs(
                TaskKind.RELATION,
                "pairs.jsonl",
                "{\"text\":\"ab cd\",\"labels\":[\"x\"],\"entities\":[{\"type\":\"A\",\"start\":0,\"end\":2,\"text\":\"b\"},"
                        + "{\"type\":\"B\",\"start\":3,\"end\":5}]}");
        assertEquals(List.of(), examples);
        assertEquals(1, rejected.size());
    }

    @Test
    void whatOtherTasksNeedIsReadAndWhatIsMissingIsNamed() throws IOException {
        assertEquals(
                List.of(new ScoredPair("1", "a", "b", 2.5)),
                readAs(
                        TaskKind.SIMILARITY,
                        "s.jsonl",
                        "{\"text\":\"a\",\"text2\":\"b\",\"score\":2.5}\n{\"text\":\"a\",\"text2\":\"b\"}"));
        assertEquals(
                List.of(new LabelledText("1", "a", List.of("x", "y")), new LabelledText("2", "b", List.of())),
                readAs(
                        TaskKind.CLASSIFICATION,
                        "c.jsonl",
                        "{\"text\":\"a\",\"labels\":[\"x\",\"y\"]}\n{\"text\":\"b\",\"labels\":[]}\n{\"text\":\"c\"}"));
        assertEquals(
                List.of(new QuestionExample("1", "q?", List.of("a", "b"), "yes")),
                readAs(
                        TaskKind.QUESTION,
                        "q.jsonl",
                        "{\"question\":\"q?\",\"contexts\":[\"a\",\"b\"],\"labels\":[\"yes\"]}\n{\"question\":\"q?\",\"labels\":[\"no\"]}"));
        assertEquals(
                List.of(", line 2: it has no score", ", line 3: it has no labels", ", line 2: it has no contexts"),
                told());
    }

    @Test
    void wordsWithTagsAreReadFromJsonToo() throws IOException {
        var examples =
                readAs(TaskKind.NER, "n.json", "{\"tokens\":[\"a\",\"p53\"],\"ner_tags\":[\"O\",\"B\"]}", "Gene");
        assertEquals(List.of(new NerExample("1", "a p53", List.of(TypedSpan.of(2, 5, "Gene")))), examples);
    }

    @Test
    void aFileOfAnUnknownKindIsRefused() {
        var failure = assertThrows(IOException.class, () -> readAs(TaskKind.NER, "n.xlsx", "x"));
        assertTrue(String.valueOf(failure.getMessage()).contains("should end in .jsonl"), failure.getMessage());
    }

    @Test
    void aPartOfAFileIsNamedByAListOfDocumentsBesideIt() throws IOException {
        Files.writeString(folder.resolve("split.json"), "{\"train\":[\"d1\"],\"dev\":[\"d2\"]}");
        Files.writeString(
                folder.resolve("all.jsonl"),
                "{\"doc\":\"d1\",\"text\":\"a\"}\n{\"doc\":\"d2\",\"text\":\"b\"}\n{\"doc\":\"d1\",\"text\":\"c\"}\n");
        var train = ExampleFile.readMentions(folder.resolve("all.jsonl#split.json#train"), List.of(), rejected::add);
        assertEquals(List.of("a", "c"), train.stream().map(NerExample::text).toList());
        var failure = assertThrows(
                IOException.class,
                () -> ExampleFile.readMentions(folder.resolve("all.jsonl#split.json#test"), List.of(), rejected::add));
        assertTrue(String.valueOf(failure.getMessage()).contains("no list called test"), failure.getMessage());
    }

    /// Letters of real lines changed, doubled and dropped: whatever it is, it is read or told.
    @ParameterizedTest
    @EnumSource(TaskKind.class)
    void aDamagedLineIsReadOrToldAndNeverMore(TaskKind kind) throws IOException {
        var chance = new Random(kind.ordinal());
        var whole =
                "{\"id\":\"1\",\"text\":\"Aspirin in 𝛼\",\"text2\":\"b\",\"score\":2.5,\"question\":\"q?\",\"contexts\":[\"c\"],"
                        + "\"entities\":[{\"type\":\"A\",\"start\":0,\"end\":7},{\"type\":\"B\",\"start\":11,\"end\":12}],"
                        + "\"tokens\":[\"a\",\"b\"],\"tags\":[\"O\",\"B-A\"],\"labels\":[\"x\"],\"label\":[1,0]}";
        var rows = "word\tB-A\tx\t2.5\nid\tsentence\tother\tno\n0_1,1_0\ts .\t7_s0\n\n-DOCSTART-\n";
        for (var form : List.of(whole, rows)) {
            var lines = new StringBuilder();
            for (int i = 0; i < 300; i++) lines.append(damaged(form, chance)).append('\n');
            var name = form.equals(rows) ? "damaged.tsv" : chance.nextBoolean() ? "damaged.jsonl" : "damaged.json";
            var file = Files.write(folder.resolve(name), lines.toString().getBytes(StandardCharsets.UTF_8));
            ExampleFile.read(kind, file, List.of(), rejected::add);
        }
        assertTrue(rejected.size() > 100);
    }

    private static String damaged(String whole, Random chance) {
        var letters = new StringBuilder(whole);
        for (int times = 1 + chance.nextInt(4); times > 0; times--) {
            int at = chance.nextInt(letters.length());
            switch (chance.nextInt(3)) {
                case 0 -> letters.deleteCharAt(at);
                case 1 -> letters.insert(at, letters.charAt(chance.nextInt(letters.length())));
                default -> letters.setCharAt(at, (char) (1 + chance.nextInt(300)));
            }
        }
        return letters.toString();
    }
}
