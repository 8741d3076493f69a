package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private final List<Integer> lengths =
            new Random(1).ints(1000, 3, 200).boxed().toList();

    private static void assertEachOnce(List<List<Integer>> batches, int rows) {
        var seen = batches.stream().flatMap(List::stream).sorted().toList();
        assertEquals(IntStream.range(0, rows).boxed().toList(), seen);
    }

    @Test
    void noBatchIsLargerThanTheBudgetAllows() {
        var batches = Batches.byBudget(lengths, 1000);
        assertEachOnce(batches, 1000);
        for (var batch : batches) {
            int longest = batch.stream().mapToInt(lengths::get).max().orElseThrow();
            assertTrue(batch.size() == 1 || batch.size() * longest <= 1000);
        }
    }

    @Test
    void aRowBeyondTheBudgetGoesAlone() {
        assertEquals(List.of(List.of(1), List.of(0, 2)), Batches.byBudget(List.of(10, 500, 10), 100));
    }

    @Test
    void anEpochShowsEachRowOnceInAnOrderOfItsOwn() {
        var first = Batches.ofEpoch(lengths, 16, 42, 1);
        assertEachOnce(first, 1000);
        assertEquals(first, Batches.ofEpoch(lengths, 16, 42, 1));
        assertNotEquals(first, Batches.ofEpoch(lengths, 16, 42, 2));
        assertNotEquals(first, Batches.ofEpoch(lengths, 16, 43, 1));
        assertEquals(63, first.size());
    }

    @Test
    void rowsOfABatchAreOfAboutOneLength() {
        int filled = 0;
        for (var batch : Batches.ofEpoch(lengths, 16, 42, 1)) {
            filled += batch.size() * batch.stream().mapToInt(lengths::get).max().orElseThrow();
        }
        int real = lengths.stream().mapToInt(Integer::intValue).sum();
        assertTrue(filled < 1.1 * real, filled + " for " + real);
    }
}
