package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.biogloss.Failure;
import org.biogloss.document.Span;
import org.biogloss.tasks.Calibration.Judged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTest {

    /// Answers of a head that is right as often as a curve says, whatever it says itself.
    private static List<Judged> answers(int count, double slope, double intercept) {
        var truth = new Calibration(slope, intercept);
        var random = new Random(5);
        return IntStream.range(0, count)
                .mapToObj(_ -> 0.5 + random.nextDouble() / 2)
                .map(sure -> new Judged(sure, random.nextDouble() < truth.of(sure)))
                .toList();
    }

    @Test
    void theErrorIsHowFarBinsLieFromTheirShareOfRightAnswers() {
        var judged = new ArrayList<Judged>();
        for (int i = 0; i < 10; i++) judged.add(new Judged(0.95, i < 6)); // 0.95 said, 0.6 right
        for (int i = 0; i < 30; i++) judged.add(new Judged(0.75, i < 24)); // 0.75 said, 0.8 right
        assertEquals((10 * 0.35 + 30 * 0.05) / 40, Calibration.error(judged), 1e-9);
        assertEquals(0, Calibration.error(List.of()));
        assertEquals(0, Calibration.error(List.of(new Judged(1, true))), 1e-9, "the last bin holds certainty");
    }

    @Test
    void theCurveThatMadeTheAnswersIsFound() {
        var curve = Calibration.fit(answers(40_000, 0.4, -0.3));
        assertEquals(0.4, curve.slope(), 0.03);
        assertEquals(-0.3, curve.intercept(), 0.05);
    }

    @Test
    void anOverconfidentHeadIsBroughtBelowFivePointsOnAnswersItWasNotFittedTo() {
        var all = answers(4_000, 0.4, -0.3);
        var curve = Calibration.fit(all.subList(0, 2_000));
        var others = all.subList(2_000, 4_000);
        assertTrue(Calibration.error(others) > 0.1, "before: " + Calibration.error(others));
        assertTrue(Calibration.error(curve.applied(others)) < 0.05);
    }

    /// As a small network is after ten epochs: nearly always nearly certain, and right four times of five.
    @Test
    void confidencesThatCrowdNearOneAreCalibratedToo() {
        var random = new Random(7);
        var crowded = IntStream.range(0, 6_000)
                .mapToObj(_ -> {
                    double sure = 1 - Math.pow(10, -1 - 4 * random.nextDouble());
                    return new Judged(sure, random.nextDouble() < 0.6 + 0.08 * -Math.log10(1 - sure));
                })
                .toList();
        var others = crowded.subList(3_000, 6_000);
        assertTrue(Calibration.error(others) > 0.1, "before: " + Calibration.error(others));
        var curve = Calibration.fit(crowded.subList(0, 3_000));
        assertTrue(Calibration.error(curve.applied(others)) < 0.03, "after: " + curve);
    }

    @Test
    void theOrderOfConfidencesStaysAndNothingIsCertain() {
        var allRight = IntStream.range(0, 200)
                .mapToObj(i -> new Judged(0.5 + i / 400.0, true))
                .toList();
        var curve = Calibration.fit(allRight);
        assertTrue(curve.of(0.9) > curve.of(0.6));
        assertTrue(curve.of(1) < 1 && curve.of(0) > 0);
        var allWrong = allRight.stream()
                .map(one -> new Judged(one.confidence(), false))
                .toList();
        assertTrue(Calibration.fit(allWrong).of(0.9) < 0.1);
        var same = IntStream.range(0, 100)
                .mapToObj(i -> new Judged(0.9, i % 2 == 0))
                .toList();
        assertEquals(
                0.5, Calibration.fit(same).of(0.9), 0.02, "one confidence tells no slope, but how often it is right");
    }

    @Test
    void ofTooFewAnswersNothingIsLearnt() {
        assertEquals(Calibration.NONE, Calibration.fit(answers(Calibration.ENOUGH - 1, 0.4, -0.3)));
        assertEquals(0.7, Calibration.NONE.of(0.7), 1e-9);
    }

    @Test
    void mentionsAreRightAsAWholeAndWordsOfPicoOneByOne() {
        var example = new NerExample(
                "1",
                "forty adults got aspirin daily",
                List.of(new TypedSpan(new Span(0, 12), "Participants"), new TypedSpan(new Span(17, 24), "Drug")));
        var found = new Answer.Mentions(List.of(
                new TagCodec.Found(new Span(6, 16), "Participants", 0.8),
                new TagCodec.Found(new Span(17, 24), "Drug", 0.9)));
        var ner = new TaskHead("", TaskForm.usual(TaskKind.NER), List.of("O", "B-Drug", "I-Drug"), 1);
        assertEquals(
                List.of(new Judged(0.8, false), new Judged(0.9, true)),
                Judgement.of(ner, List.of(example), List.of(found)));
        var pico = new TaskHead("", TaskForm.usual(TaskKind.PICO), List.of("O", "I-Drug", "I-Participants"), 1);
        assertEquals(
                List.of(new Judged(0.8, true), new Judged(0.8, false), new Judged(0.9, true)),
                Judgement.of(pico, List.of(example), List.of(found)),
                "adults, got, aspirin");
    }

    @Test
    void whatNobodyIsShownIsNotJudged() {
        var form = TaskForm.usual(TaskKind.RELATION);
        var negative =
                new TaskForm(TaskKind.RELATION, form.scheme(), form.input(), form.reading(), Optional.of("none"));
        var head = new TaskHead("", negative, List.of("none", "yes"), 1);
        var pair = new RelationExample("1", "x", Optional.of("@A$ y @B$"), Optional.empty(), Optional.empty(), "yes");
        var no = new Answer.Choice("none", 0.9, List.of(0.9, 0.1));
        var yes = new Answer.Choice("yes", 0.6, List.of(0.4, 0.6));
        assertEquals(List.of(new Judged(0.6, true)), Judgement.of(head, List.of(pair, pair), List.of(no, yes)));
    }

    @Test
    void aFolderKeepsWhatWasFoundOut(@TempDir Path folder) throws IOException {
        assertTrue(CalibrationFile.read(folder).isEmpty());
        var entry = new CalibrationFile.Entry(new Calibration(0.5, -0.25), 300, 0.12, 0.02);
        CalibrationFile.write(folder, Map.of("", entry, "pico", entry));
        assertEquals(Map.of("", entry, "pico", entry), CalibrationFile.read(folder));
        Files.writeString(folder.resolve(CalibrationFile.NAME), "{\"heads\": {\"\": {\"slope\": -1}}}");
        Failure.says("Delete it", () -> CalibrationFile.read(folder));
    }
}
