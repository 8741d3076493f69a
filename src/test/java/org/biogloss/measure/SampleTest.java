package org.biogloss.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void percentilesAreTheNearestRank() {
        var sample = new Sample();
        for (int i = 100; i >= 1; i--) sample.add(i);

        assertEquals(50, sample.median());
        assertEquals(99, sample.percentile(99));
        assertEquals(100, sample.percentile(100));
        assertEquals(1, sample.percentile(0));
    }

    @Test
    void nothingMeasuredHasNoMedian() {
        assertThrows(IllegalStateException.class, new Sample()::median);
    }
}
