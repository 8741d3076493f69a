package org.biogloss.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunCurveTest {

    private final RunCurve curve = new RunCurve();

    @Test
    void eventsBecomeCurvesAndFigures() throws JsonProcessingException {
        tell("{'event':'started','totalSteps':100,'parameters':22,'device':'CPU','precision':'bfloat16'}");
        tell(
                "{'event':'step','step':1,'epoch':1,'loss':2.0,'rate':1e-5,'gradNorm':3.0,'tokensPerSecond':900,'secondsLeft':60}");
        tell(
                "{'event':'step','step':2,'epoch':1,'loss':1.0,'rate':2e-5,'gradNorm':2.0,'tokensPerSecond':950,'secondsLeft':50}");
        tell("{'event':'evaluated','step':2,'epoch':1,'precision':0.5,'recall':0.5,'f1':0.5,'loss':0.9}");
        tell("{'event':'finished','step':2,'bestF1':0.5,'seconds':3,'model':'runs/a/best'}");

        assertEquals(2, curve.loss().size());
        assertEquals("CPU bf16", curve.figures().device());
        assertEquals(0.02, curve.figures().fraction());
        assertEquals(0.5, curve.figures().bestF1());
        assertEquals(Optional.of("runs/a/best"), curve.model());
        assertEquals(Optional.of("finished"), curve.end());
    }

    @Test
    void aResumedRunGoesOnFromItsCheckpointWithoutDoubledSteps() throws JsonProcessingException {
        tell("{'event':'started','totalSteps':10}");
        for (int step = 1; step <= 5; step++) tell("{'event':'step','step':" + step + ",'loss':1}");
        tell("{'event':'started','totalSteps':10,'step':3}");
        tell("{'event':'step','step':4,'loss':9}");

        assertEquals(4, curve.loss().size());
        assertEquals(9, curve.loss().lastY());
    }

    @Test
    void aFailureIsKeptInItsOwnWords() throws JsonProcessingException {
        tell("{'event':'failed','message':'The loss is not a number'}");

        assertEquals(Optional.of("The loss is not a number"), curve.failure());
    }

    private void tell(String json) throws JsonProcessingException {
        curve.add(new ObjectMapper().readTree(json.replace('\'', '"')));
    }
}
