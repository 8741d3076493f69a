package org.biogloss.tasks.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.LabelledText;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.RelationExample;
import org.biogloss.tasks.ScoredPair;
import org.biogloss.tasks.TaskForm;
import org.biogloss.tasks.TaskKind;
import org.biogloss.tasks.TypedSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlindGuessTest {

    private static List<RelationExample> pairs(String... labels) {
        return Arrays.stream(labels)
                .map(label ->
                        new RelationExample("1", "x", Optional.of("x"), Optional.empty(), Optional.empty(), label))
                .toList();
    }

    @Test
    void itSaysTheClassThatPaysMostAndNotTheOneThatMeansNone() {
        var form = TaskForm.usual(TaskKind.RELATION).withNegative("no");
        var scores = BlindGuess.of(form, pairs("no", "no", "no", "up", "up", "down"), pairs("up", "down", "no", "no"));
        assertEquals(2 * 0.25 * 0.5 / 0.75, scores.value(), 1e-12);
    }

    @Test
    void itSaysAsManyLabelsAsPay() {
        var often = new LabelledText("1", "t", List.of("a", "b"));
        var rarely = new LabelledText("2", "t", List.of("c"));
        var form = TaskForm.usual(TaskKind.CLASSIFICATION);
        var scores = BlindGuess.of(form, List.of(often, often, often, rarely), List.of(often));
        assertEquals(1, scores.value());
    }

    @Test
    void itFindsNothingAndItsScoresHaveNoMeaning() {
        var text = new NerExample("1", "p53", List.of(TypedSpan.of(0, 3, "Gene")));
        assertEquals(
                0,
                BlindGuess.of(TaskForm.usual(TaskKind.NER), List.of(text), List.of(text))
                        .value());
        var pair = new ScoredPair("1", "a", "b", 2);
        var other = new ScoredPair("2", "a", "c", 3);
        var similar = BlindGuess.of(TaskForm.usual(TaskKind.SIMILARITY), List.of(pair, other), List.of(pair, other));
        assertEquals(0, similar.value());
        assertTrue(similar.remarks().getFirst().contains("all answers are the same"));
        assertThrows(
                IllegalArgumentException.class,
                () -> BlindGuess.of(TaskForm.usual(TaskKind.NER), List.of(), List.of(text)));
    }

    /// Counted apart from this program.
    @ParameterizedTest
    @CsvSource({
        "GAD, RELATION, 0, 0.6895706",
        "ChemProt, RELATION, false, 0.1726206",
        "DDI, RELATION, DDI-false, 0.1075429",
        "PubMedQA, QUESTION, '', 0.552",
        "BioASQ, QUESTION, '', 0.6714286",
        "HoC, CLASSIFICATION, '', 0.3160569"
    })
    void onRealData(String set, TaskKind kind, String negative, double expected) throws IOException {
        var folder = Path.of(System.getProperty("biogloss.data", "none"), "blurb", set);
        assumeTrue(Files.exists(folder), "biogloss.data does not hold the BLURB data");
        var usual = TaskForm.usual(kind);
        var form = negative.isEmpty() ? usual : usual.withNegative(negative);
        var scores = BlindGuess.of(form, read(kind, folder, "train"), read(kind, folder, "test"));
        assertEquals(expected, scores.value(), 1e-6);
    }

    private static List<Example> read(TaskKind kind, Path folder, String split) throws IOException {
        return ExampleFile.read(kind, folder.resolve(split + ".jsonl.gz"), List.of(), _ -> {});
    }
}
