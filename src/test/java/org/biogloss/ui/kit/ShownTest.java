package org.biogloss.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void numbersHaveSeparatorsAndUnits() {
        assertEquals("26,501 documents", Shown.count(26501, "document", "documents"));
        assertEquals("1 document", Shown.count(1, "document", "documents"));
        assertEquals("4.2 MB", Shown.bytes(4_200_000));
        assertEquals("87.3 %", Shown.percent(0.8731));
    }

    @Test
    void durationsHaveTwoUnitsAtMost() {
        assertEquals("12 s", Shown.duration(Duration.ofSeconds(12)));
        assertEquals("3 min 05 s", Shown.duration(Duration.ofSeconds(185)));
        assertEquals("42 min", Shown.duration(Duration.ofSeconds(42 * 60 + 59)));
        assertEquals("2 h 05 min", Shown.duration(Duration.ofMinutes(125)));
    }
}
