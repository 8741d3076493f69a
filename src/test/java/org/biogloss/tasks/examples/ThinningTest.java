package org.biogloss.tasks.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.biogloss.tasks.RelationExample;
import org.junit.jupiter.api.Test;

class ThinningTest {

    private final List<RelationExample> pairs = IntStream.range(0, 100)
            .mapToObj(i -> pair(i, i % 10 == 0 ? "up" : "no"))
            .toList();

    private static RelationExample pair(int number, String label) {
        return new RelationExample(
                String.valueOf(number), "x", Optional.of("x"), Optional.empty(), Optional.empty(), label);
    }

    private static long count(List<RelationExample> pairs, String label) {
        return pairs.stream().filter(pair -> pair.label().equals(label)).count();
    }

    @Test
    void allPositivesStayAndAsManyNegativesAsAskedFor() {
        var thinned = Thinning.thin(pairs, "no", 1.5, 7);
        assertEquals(10, count(thinned, "up"));
        assertEquals(15, count(thinned, "no"));
    }

    @Test
    void theOrderStaysAndTheSeedDecides() {
        var thinned = Thinning.thin(pairs, "no", 1, 7);
        var sorted = thinned.stream()
                .sorted(Comparator.comparingInt(pair -> Integer.parseInt(pair.id())))
                .toList();
        assertEquals(sorted, thinned);
        assertEquals(thinned, Thinning.thin(pairs, "no", 1, 7));
        assertNotEquals(thinned, Thinning.thin(pairs, "no", 1, 8));
    }

    @Test
    void whereThereAreFewerAllStay() {
        assertEquals(pairs, Thinning.thin(pairs, "no", 50, 7));
        assertEquals(pairs, Thinning.thin(pairs, "no", 0, 7));
    }
}
