package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.biogloss.tasks.NerScores.Counts;
import org.junit.jupiter.api.Test;

class ClassScoresTest {

    @Test
    void theNegativeClassDoesNotCount() {
        var known = List.of("false", "false", "up", "up", "down");
        var predicted = List.of("false", "up", "up", "false", "up");
        var scores = ClassScores.of(known, predicted, Optional.of("false"));
        assertEquals(new Counts(1, 3, 3), scores.micro());
        assertEquals(1.0 / 3, scores.byF1().value(), 1e-12);
        assertEquals(0.2, scores.macroF1(), 1e-12);
        assertEquals(0.4, scores.accuracy(), 1e-12);
    }

    @Test
    void withoutANegativeClassMicroF1IsAccuracy() {
        var scores = ClassScores.of(List.of("a", "b", "c"), List.of("a", "c", "c"), Optional.empty());
        assertEquals(scores.accuracy(), scores.micro().f1(), 1e-12);
        assertEquals(2.0 / 3, scores.byAccuracy().value(), 1e-12);
    }

    @Test
    void textsWithoutLabelsCount() {
        var scores = ClassScores.ofSets(
                List.of(List.of("x", "y"), List.of(), List.of()), List.of(List.of("x"), List.of("x"), List.of()));
        assertEquals(new Counts(1, 2, 2), scores.micro());
        assertEquals(new Counts(1, 2, 1), scores.perClass().get("x"));
        assertEquals(1.0 / 3, scores.accuracy(), 1e-12);
    }

    @Test
    void onlyTheNegativeClassEverywhereIsZeroAndNotANumber() {
        var scores =
                ClassScores.of(List.of("no"), List.of("no"), Optional.of("no")).byF1();
        assertEquals(0, scores.value());
        assertEquals(1, scores.value("accuracy"));
    }

    @Test
    void asManyAnswersAsExamples() {
        assertThrows(IllegalArgumentException.class, () -> ClassScores.of(List.of("a"), List.of(), Optional.empty()));
    }
}
