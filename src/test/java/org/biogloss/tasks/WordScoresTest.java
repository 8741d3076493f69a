package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.biogloss.tasks.NerScores.Counts;
import org.junit.jupiter.api.Test;

class WordScoresTest {

    private final NerExample example = new NerExample(
            "1",
            "adults with IL-2 got aspirin daily",
            List.of(TypedSpan.of(0, 16, "PAR"), TypedSpan.of(21, 34, "INT")));

    @Test
    void everyWordCountsAndEveryTypeCountsTheSame() {
        var found = List.of(TypedSpan.of(0, 6, "PAR"), TypedSpan.of(17, 34, "INT"));
        var scores = WordScores.of(List.of(example), List.of(found));
        assertEquals(new Counts(1, 1, 3), scores.perType().get("PAR"));
        assertEquals(new Counts(2, 3, 2), scores.perType().get("INT"));
        assertEquals((0.5 + 0.8) / 2, scores.f1(), 1e-12);
        assertEquals(0.5, scores.scores().value("f1.PAR"), 1e-12);
    }

    @Test
    void aWordIsAskedAtItsFirstLetter() {
        var found = List.of(TypedSpan.of(12, 14, "PAR"), TypedSpan.of(22, 34, "INT"));
        var scores = WordScores.of(List.of(example), List.of(found));
        assertEquals(new Counts(1, 1, 3), scores.perType().get("PAR"));
        assertEquals(new Counts(1, 1, 2), scores.perType().get("INT"));
    }

    @Test
    void aTypeThatIsOnlyPredictedPullsTheMeanDown() {
        var scores = WordScores.of(
                List.of(new NerExample("1", "a b", List.of(TypedSpan.of(0, 1, "PAR")))),
                List.of(List.of(TypedSpan.of(0, 1, "PAR"), TypedSpan.of(2, 3, "OUT"))));
        assertEquals(0.5, scores.f1());
    }

    @Test
    void nothingToFindAndNothingFoundIsZero() {
        assertEquals(
                0,
                WordScores.of(List.of(new NerExample("1", "a", List.of())), List.of(List.of()))
                        .scores()
                        .value());
    }
}
