package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.biogloss.document.Span;
import org.biogloss.tasks.NerScores.Scored;
import org.junit.jupiter.api.Test;

class NerScoresTest {

    private static Scored at(String document, int start, int end, String type) {
        return Scored.of(document, new Span(start, end), type);
    }

    @Test
    void onlyExactlyTheSameCounts() {
        var known = List.of(at("1", 0, 3, "Gene"), at("1", 5, 9, "Disease"), at("2", 0, 3, "Gene"));
        var predicted = List.of(
                at("1", 0, 3, "Gene"), // right
                at("1", 5, 8, "Disease"), // border
                at("2", 0, 3, "Disease"), // type
                at("3", 0, 3, "Gene")); // document
        var scores = NerScores.of(known, predicted);
        assertEquals(0.25, scores.precision());
        assertEquals(1.0 / 3, scores.recall());
        assertEquals(2.0 / 7, scores.f1(), 1e-12);
        assertEquals(new NerScores.Counts(1, 2, 2), scores.perType().get("Gene"));
        assertEquals(new NerScores.Counts(0, 2, 1), scores.perType().get("Disease"));
    }

    @Test
    void aMentionThatStandsTwiceCountsOnce() {
        var twice = List.of(at("1", 0, 3, "Gene"), at("1", 0, 3, "Gene"));
        assertEquals(new NerScores.Counts(1, 1, 1), NerScores.of(twice, twice).total());
    }

    @Test
    void allStretchesOfAMentionMustFit() {
        var split = new Scored("1", List.of(new Span(0, 3), new Span(5, 9)), "Disease");
        assertEquals(
                0,
                NerScores.of(List.of(split), List.of(at("1", 0, 9, "Disease"))).f1());
        assertEquals(1, NerScores.of(List.of(split), List.of(split)).f1());
    }

    @Test
    void nothingToFindAndNothingFoundIsZeroAndNotANumber() {
        var scores = NerScores.of(List.of(), List.of());
        assertEquals(0, scores.precision() + scores.recall() + scores.f1());
    }
}
