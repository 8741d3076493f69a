package org.biogloss.ui.training.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {

    @Test
    void roundNumbersInsideTheRange() {
        assertEquals(List.of(0.0, 500.0, 1000.0, 1500.0, 2000.0), Ticks.linear(new Range(0, 2034), 5, 1));
    }

    @Test
    void stepsAreWholeHoweverCloseOneLooks() {
        for (double tick : Ticks.linear(new Range(100.2, 103.7), 10, 1)) assertEquals(Math.rint(tick), tick);
    }

    @Test
    void anAxisHasTwoNumbersWhereItCan() {
        for (double high = 0.0001; high < 1e6; high *= 3.7) {
            assertTrue(Ticks.linear(new Range(0, high), 1, 0).size() >= 2, "up to " + high);
            assertTrue(Ticks.logarithmic(new Range(Math.log10(high), Math.log10(high * 5)), 2)
                            .size()
                    >= 2);
        }
    }

    @Test
    void powersOfTenWhereThereAreMany() {
        var ticks = Ticks.logarithmic(new Range(-4, 1), 6);

        assertTrue(ticks.contains(0.01));
        assertTrue(ticks.size() <= 7, ticks::toString);
    }
}
