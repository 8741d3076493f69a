package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MixtureTest {

    private static final List<Integer> COUNTS = List.of(1600, 400, 4);

    @Test
    void temperatureOneIsInProportionAndMoreIsLevel() {
        assertEquals(0.7984, new Mixture(COUNTS, 1, 1).shares().getFirst(), 1e-4);
        assertEquals(40 / 62.0, new Mixture(COUNTS, 2, 1).shares().getFirst(), 1e-12);
        assertEquals(
                1 / 3.0,
                new Mixture(COUNTS, Double.POSITIVE_INFINITY, 1).shares().getFirst(),
                1e-12);
    }

    @Test
    void setsAreDrawnAsOftenAsTheirShares() {
        var mixture = new Mixture(COUNTS, 2, 7);
        var drawn = mixture.drawnBefore(20_000);
        for (int set = 0; set < 3; set++) {
            assertEquals(mixture.shares().get(set), drawn.get(set) / 20_000.0, 0.01);
        }
    }

    @Test
    void aStepDrawsTheSameWhereverOneBegins() {
        var mixture = new Mixture(COUNTS, 2, 7);
        var before = mixture.drawnBefore(500);
        var after = mixture.drawnBefore(501);
        int set = mixture.setOf(500);
        assertEquals(before.get(set) + 1, after.get(set));
        assertNotEquals(
                IntStream.range(0, 50).map(mixture::setOf).boxed().toList(),
                IntStream.range(0, 50)
                        .map(new Mixture(COUNTS, 2, 8)::setOf)
                        .boxed()
                        .toList());
    }
}
