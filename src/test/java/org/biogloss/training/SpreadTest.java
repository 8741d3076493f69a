package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void theDeviationIsThatOfASample() {
        var spread = Spread.of(List.of(0.82, 0.80, 0.84));

        assertEquals(0.82, spread.mean(), 1e-12);
        assertEquals(0.02, spread.deviation(), 1e-12);
        assertEquals("82.0 ± 2.0", spread.percent());
    }

    @Test
    void aSingleNumberHasNone() {
        assertEquals("82.3", Spread.of(List.of(0.823)).percent());
    }
}
