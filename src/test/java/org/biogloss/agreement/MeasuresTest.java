package org.biogloss.agreement;

import static org.biogloss.agreement.Judges.document;
import static org.biogloss.agreement.Judges.labels;
import static org.biogloss.agreement.Judges.mention;
import static org.biogloss.agreement.Judges.once;
import static org.biogloss.agreement.Judges.study;
import static org.biogloss.agreement.Judges.value;
import static org.biogloss.agreement.Judges.why;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Against worked examples that were published.
class MeasuresTest {

    private static double take(Measure measure, Study study) {
        return value(measure.with(once(study)));
    }

    /// Krippendorff 2004, "Measuring the Reliability of Qualitative Text Analysis Data", figure 1 and its computation:
    /// two
    /// observers, a continuum of 300 from 150 on.
    private static Study krippendorff(boolean c, boolean k) {
        var first = new ArrayList<org.biogloss.document.Mention>();
        var second = new ArrayList<org.biogloss.document.Mention>();
        if (c) {
            first.addAll(List.of(mention("c", 75, 145), mention("c", 220, 250)));
            second.addAll(List.of(mention("c", 70, 150), mention("c", 205, 225), mention("c", 250, 270)));
        }
        if (k) {
            first.addAll(List.of(mention("k", 30, 90), mention("k", 150, 200)));
            second.addAll(List.of(mention("k", 30, 90), mention("k", 150, 200)));
        }
        return study(List.of(document("1", 300, List.of(first, second))));
    }

    @Test
    void unitizingAlphaOfKrippendorffsExample() {
        var c = krippendorff(true, false);
        assertEquals(1 - 0.0144444 / 0.0532218, take(new UnitizingAlpha(c), c), 1e-4);
        var k = krippendorff(false, true);
        assertEquals(1, take(new UnitizingAlpha(k), k), 1e-12);
        var both = krippendorff(true, true);
        assertEquals(0.8587, take(new UnitizingAlpha(both), both), 1e-4);
    }

    @Test
    void aDocumentThatIsDrawnTwiceCountsAsTwo() {
        var one = krippendorff(true, true).documents().getFirst();
        var two = study(List.of(one, one));
        var measure = new UnitizingAlpha(krippendorff(true, true));
        assertEquals(value(measure.with(new int[] {2})), take(new UnitizingAlpha(two), two), 1e-12);
    }

    /// Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", example A: ten texts, two observers, 0.095.
    @Test
    void nominalAlphaOfTwoObservers() {
        var study = labels("0100000010", "1110010000");
        assertEquals(0.095, take(NominalAlpha.of(Ratings.ofDocuments(study)), study), 5e-4);
    }

    /// The same, example B: twelve texts, names a to e, 0.692.
    @Test
    void nominalAlphaOfSeveralNames() {
        var study = labels("aabbdcccedda", "babbbccceddd");
        assertEquals(0.692, take(NominalAlpha.of(Ratings.ofDocuments(study)), study), 5e-4);
    }

    /// Fleiss 1971, table 1, as given with the measure: ten subjects, fourteen raters, five categories, 0.210.
    @Test
    void fleissKappaOfHisTable() {
        int[][] table = {
            {0, 0, 0, 0, 14},
            {0, 2, 6, 4, 2},
            {0, 0, 3, 5, 6},
            {0, 3, 9, 2, 0},
            {2, 2, 8, 1, 1},
            {7, 7, 0, 0, 0},
            {3, 2, 6, 3, 0},
            {2, 5, 3, 2, 2},
            {6, 5, 2, 1, 0},
            {0, 2, 2, 3, 7}
        };
        var raters = new StringBuilder[14];
        for (int i = 0; i < raters.length; i++) raters[i] = new StringBuilder();
        for (var row : table) {
            int rater = 0;
            for (int category = 0; category < row.length; category++) {
                for (int i = 0; i < row[category]; i++) raters[rater++].append((char) ('a' + category));
            }
        }
        var study = labels(List.of(raters).stream().map(StringBuilder::toString).toArray(String[]::new));
        assertEquals(0.210, take(Kappa.fleiss(Ratings.ofDocuments(study)), study), 5e-4);
    }

    /// 50 proposals, each read by two: 20 times both say yes, 15 times both no; kappa is 0.4 (Cohen 1960, section on
    /// chance, in the numbers that textbooks use).
    @Test
    void cohensKappaOfTwoReaders() {
        var study = labels(
                "y".repeat(25) + "n".repeat(25), "y".repeat(20) + "n".repeat(5) + "y".repeat(10) + "n".repeat(15));
        assertEquals(0.4, take(Kappa.cohen(Ratings.ofDocuments(study)), study), 1e-9);
    }

    @Test
    void whereAllAgreeOnOneKindThereIsAReasonAndNoNumber() {
        var study = labels("yyyy", "yyyy");
        var ratings = Ratings.ofDocuments(study);
        for (var measure : List.of(Kappa.cohen(ratings), Kappa.fleiss(ratings), NominalAlpha.of(ratings))) {
            assertTrue(why(measure.with(once(study))).orElse("").startsWith("all agree on every document"));
        }
        var nothing = study(List.of(document("1", 10, List.of(List.of(), List.of()))));
        assertEquals(
                "nobody has a mention",
                why(new UnitizingAlpha(nothing).with(once(nothing))).orElse(""));
        assertEquals(
                "neither has a single mention",
                why(F1.ofMentions(nothing, Match.EXACT).with(once(nothing))).orElse(""));
    }

    @Test
    void mentionsMatchInFourWays() {
        var study = study(List.of(document(
                "1",
                100,
                List.of(
                        List.of(mention("A", 0, 5), mention("A", 10, 15), mention("A", 20, 25), mention("A", 40, 45)),
                        List.of(
                                mention("A", 0, 5),
                                mention("B", 10, 15),
                                mention("A", 22, 30),
                                mention("B", 44, 50))))));
        assertEquals(1 / 4.0, take(F1.ofMentions(study, Match.EXACT), study));
        assertEquals(2 / 4.0, take(F1.ofMentions(study, Match.BORDERS), study));
        assertEquals(2 / 4.0, take(F1.ofMentions(study, Match.TYPE), study));
        assertEquals(1, take(F1.ofMentions(study, Match.OVERLAP), study));
        assertEquals(
                List.of(Case.Kind.TYPE, Case.Kind.BORDERS, Case.Kind.BORDERS_AND_TYPE),
                Case.differences(study, 0, 1).stream().map(Case::kind).toList());
    }

    /// A long mention must not take the only partner of a short one.
    @Test
    void asManyPairsAsThereCanBe() {
        var ones = List.of(mention("A", 0, 20), mention("A", 5, 8));
        var others = List.of(mention("A", 0, 10), mention("A", 12, 18));
        assertEquals(2, Pairing.of(ones, others, Match.OVERLAP).size());
    }

    @Test
    void whatOnlyOneHasIsADisagreement() {
        var study = study(List.of(document(
                "7", 50, List.of(List.of(mention("A", 0, 5)), List.of(mention("A", 10, 15), mention("B", 10, 15))))));
        assertEquals(
                "[0,5) ONLY_FIRST, [10,15) ONLY_SECOND, [10,15) ONLY_SECOND",
                String.join(
                        ", ",
                        Case.differences(study, 0, 1).stream()
                                .map(one -> "[" + one.place().start() + ","
                                        + one.place().end() + ") " + one.kind())
                                .toList()));
    }

    @Test
    void theIntervalHoldsTheFigureAndShrinksWithMoreDocuments() {
        var few = Agreement.of(labels("aabbaabbab", "aabaaabbab"));
        var many = Agreement.of(labels("aabbaabbab".repeat(20), "aabaaabbab".repeat(20)));
        var one = interval(few);
        var other = interval(many);
        assertTrue(one.from() <= 0.8 && 0.8 <= one.to(), one.toString());
        assertTrue(other.to() - other.from() < (one.to() - one.from()) / 2, one + " " + other);
    }

    private static Figure.Interval interval(Agreement agreement) {
        var figure = agreement.pairs().getFirst().figures().stream()
                .filter(line -> line.name().equals("Cohen's kappa, document labels"))
                .findFirst()
                .orElseThrow()
                .figure();
        return ((Figure.Value) figure).interval().orElseThrow();
    }
}
