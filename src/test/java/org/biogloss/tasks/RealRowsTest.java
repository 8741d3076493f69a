package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.biogloss.bert.Checkpoint;
import org.biogloss.tasks.examples.ExampleFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The real examples of BLURB as rows of a real vocabulary: nothing that matters is lost on the way.
class RealRowsTest {

    private static final int LIMIT = 128;

    private static List<Example> examples(String set, TaskKind kind) throws IOException {
        var data = System.getProperty("biogloss.data", "../shared/data");
        var file = Path.of(data, "blurb", set, "dev.jsonl.gz");
        assumeTrue(Files.exists(file), "No data: " + file + " is missing");
        var all = ExampleFile.read(kind, file, List.of(), _ -> {});
        return all.subList(0, Math.min(400, all.size()));
    }

    private static List<Row> rows(TaskHead head, List<Example> examples) throws IOException {
        try (var encoder = Checkpoint.embedded();
                var grown = encoder.withPieces(head.pieces(), 1)) {
            return new RowMaker(head, PieceReader.of(grown.tokenizer(), grown.config(), LIMIT)).rows(examples);
        }
    }

    @ParameterizedTest
    @CsvSource({"ChemProt,DUMMIES", "DDI,DUMMIES", "GAD,DUMMIES", "ChemProt,MARKERS", "DDI,MARKERS", "GAD,MARKERS"})
    void eachRelationKeepsItsTwoEntities(String set, EntityInput input) throws IOException {
        var examples = examples(set, TaskKind.RELATION);
        var form = TaskForm.usual(TaskKind.RELATION).withEntities(input, EntityReading.STARTS);
        var head = TaskHead.of("", form, examples, List.of());
        try (var encoder = Checkpoint.embedded();
                var grown = encoder.withPieces(head.pieces(), 1)) {
            var vocabulary = grown.tokenizer().vocabulary();
            for (var row : rows(head, examples)) {
                assertTrue(row.length() <= LIMIT);
                for (var place : row.places()) {
                    int at = IntStream.range(0, row.length())
                            .filter(i -> place[i] == 1)
                            .findFirst()
                            .orElse(0);
                    var piece = vocabulary.get(row.ids()[at]);
                    assertTrue(head.pieces().contains(piece), row.id() + " is read at the piece " + piece);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"NCBI-disease,BIO", "BC2GM,BIOUL", "JNLPBA,BIO", "BC5-chem,IO"})
    void mentionsComeBackFromTheirLabels(String set, Scheme scheme) throws IOException {
        var examples = examples(set, TaskKind.NER);
        var head = TaskHead.of("", TaskForm.usual(TaskKind.NER).withScheme(scheme), examples, List.of());
        int known = 0;
        int found = 0;
        try (var encoder = Checkpoint.embedded()) {
            for (var example : examples) {
                var mentions = ((NerExample) example).mentions();
                var encoding = encoder.tokenizer().encode(((NerExample) example).text());
                var labels = head.codec().encode(encoding, mentions);
                var decided = Arrays.stream(labels)
                        .mapToInt(label -> (int) Math.max(0, label))
                        .toArray();
                var back = head.codec().decode(encoding, decided, new float[decided.length]).stream()
                        .map(one -> new TypedSpan(one.span(), one.type()))
                        .toList();
                known += mentions.size();
                found += (int) mentions.stream().filter(back::contains).count();
            }
        }
        assertTrue(found >= 0.985 * known, found + " of " + known);
    }

    @ParameterizedTest
    @CsvSource({"PubMedQA,QUESTION", "BioASQ,QUESTION", "BIOSSES,SIMILARITY"})
    void pairsHaveTwoSegmentsAndAllOfTheQuestion(String set, TaskKind kind) throws IOException {
        var examples = examples(set, kind);
        var head = TaskHead.of("", TaskForm.usual(kind), examples, List.of());
        for (var row : rows(head, examples)) {
            assertTrue(row.length() <= LIMIT);
            assertEquals(2, Arrays.stream(row.ids()).filter(id -> id == 102).count(), row.id()); // [SEP]
            int second = IntStream.range(0, row.length())
                    .filter(i -> row.types()[i] == 1)
                    .findFirst()
                    .orElseThrow();
            assertEquals(102, row.ids()[second - 1]);
            assertTrue(row.length() - second > 1, row.id() + " has no second text");
        }
    }

    @ParameterizedTest
    @CsvSource({"HoC"})
    void textsWithoutLabelsAreLearntToo(String set) throws IOException {
        var examples = examples(set, TaskKind.CLASSIFICATION);
        var head = TaskHead.of("", TaskForm.usual(TaskKind.CLASSIFICATION), examples, List.of());
        assertEquals(10, head.labels().size());
        assertEquals(examples.size(), rows(head, examples).size());
        assertTrue(examples.stream()
                .anyMatch(text -> ((LabelledText) text).labels().isEmpty()));
    }
}
