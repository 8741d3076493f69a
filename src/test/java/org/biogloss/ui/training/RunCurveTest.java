package org.biogloss.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.biogloss.jobs.EventFile;
import org.junit.jupiter.api.Test;

class RunCurveTest {

    private final RunCurve curve = new RunCurve();

    @Test
    void eventsBecomeCurvesAndFigures() {
        tell("{'event':'started','totalSteps':100,'parameters':22,'device':'CPU','precision':'bfloat16'}");
        tell(
                "{'event':'step','step':1,'epoch':1,'loss':2.0,'rate':1e-5,'gradNorm':3.0,'tokensPerSecond':900,'secondsLeft':60}");
        tell(
                "{'event':'step','step':2,'epoch':1,'loss':1.0,'rate':2e-5,'gradNorm':2.0,'tokensPerSecond':950,'secondsLeft':50,'memoryMB':1200}");
        tell("{'event':'evaluated','step':2,'epoch':1,'precision':0.5,'recall':0.5,'f1':0.5,'loss':0.9}");
        tell("{'event':'patience','step':2,'left':3,'of':3}");
        tell("{'event':'finished','step':2,'bestF1':0.5,'seconds':3,'model':'best'}");

        assertEquals(2, curve.loss().size());
        assertEquals(950, curve.speed().lastY());
        assertEquals(0.9, curve.devLoss().lastY());
        var figures = curve.figures();
        assertEquals("CPU bf16", figures.device());
        assertEquals(0.02, figures.fraction());
        assertEquals(0.5, figures.best());
        assertEquals(1_200_000_000L, figures.memory());
        assertEquals(3, figures.patienceLeft());
        assertEquals(Optional.of("best"), figures.model());
        assertEquals(Optional.of("finished"), figures.end());
    }

    @Test
    void theScoreIsTheOneThatDecidesUnderItsOwnName() {
        tell(
                "{'event':'evaluated','step':9,'main':'pearson','value':0.91,'loss':1,'scores':{'pearson':0.91,'spearman':0.8}}");
        tell("{'event':'evaluated','step':18,'main':'pearson','value':0.88,'loss':1}");
        tell("{'event':'best','step':9,'value':0.91,'main':'pearson','f1':0.91}");

        assertEquals("Pearson’s r", curve.figures().metric().name());
        assertEquals("0.910", curve.figures().metric().words(curve.figures().best()));
        assertEquals(9, curve.figures().bestStep());
        assertEquals("81.3 %", new Metric("f1").words(0.813));
    }

    @Test
    void aResumedRunGoesOnFromItsCheckpointWithoutDoubledSteps() {
        tell("{'event':'started','totalSteps':10}");
        for (int step = 1; step <= 5; step++) tell("{'event':'step','step':" + step + ",'loss':1}");
        tell("{'event':'paused','step':5}");
        tell("{'event':'started','totalSteps':10,'step':3}");
        tell("{'event':'step','step':4,'loss':9}");

        assertEquals(4, curve.loss().size());
        assertEquals(9, curve.loss().lastY());
        assertEquals(9, curve.smoothed(curve.loss(), 0).lastY());
    }

    @Test
    void aFailureIsKeptInItsOwnWordsWithItsBatch() {
        tell("{'event':'failed','message':'The loss is not a number','batch':'stopped-batch.json'}");

        assertEquals(Optional.of("The loss is not a number"), curve.figures().failure());
        assertEquals(Optional.of("stopped-batch.json"), curve.figures().badBatch());
        assertEquals(RunLog.Tone.FAILURE, curve.log().entries().getFirst().tone());
    }

    @Test
    void lackOfMemoryIsALineOfTheLog() {
        tell("{'event':'outOfMemory','step':60,'rows':8,'accumulate':2}");

        assertTrue(curve.log().entries().getFirst().text().contains("8 rows"));
    }

    @Test
    void whatIsMissingOrUnknownDoesNoHarm() {
        for (var kind : new String[] {
            "started",
            "step",
            "evaluated",
            "best",
            "checkpoint",
            "patience",
            "paused",
            "outOfMemory",
            "failed",
            "of a newer program"
        }) tell("{'event':'" + kind + "','step':1,'time':'yesterday','more':{'deep':[1,2]}}");
        tell("{}");
        tell("{'event':'step','step':2,'loss':'NaN','gradNorm':'Infinity'}");

        assertTrue(Double.isNaN(curve.loss().lastY()));
        assertEquals(Double.POSITIVE_INFINITY, curve.gradientNorm().lastY());
    }

    @Test
    void theShippedModelsOwnRunIsUnderstood() throws IOException {
        var file = Path.of("models/bc5cdr-chemical-disease/events.jsonl");
        assumeTrue(Files.exists(file), "the shipped model is not there");

        for (var event : new EventFile.Follower(file).poll()) curve.add(RunEvent.of(event));

        assertTrue(curve.loss().size() > 1_000);
        assertTrue(curve.figures().best() > 0.8);
        assertTrue(curve.figures().end().isPresent());
    }

    private void tell(String json) {
        try {
            curve.add(RunEvent.of(new ObjectMapper().readTree(json.replace('\'', '"'))));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
