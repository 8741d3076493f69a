package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.biogloss.bert.Memory;
import org.junit.jupiter.api.Test;

class PortionsTest {

    @Test
    void aBatchIsCutIntoPortionsOfLikeSize() {
        assertEquals(List.of(List.of(1, 2), List.of(3, 4, 5)), Portions.cut(List.of(1, 2, 3, 4, 5), 2));
        assertEquals(List.of(List.of(1, 2, 3)), Portions.cut(List.of(1, 2, 3), 1));
        assertEquals(List.of(List.of(1), List.of(2)), Portions.cut(List.of(1, 2), 8));
    }

    @Test
    void aStepIsCutUntilTheLargestBatchFits() {
        var step = new Memory(1_000, 10, 0);
        var batches = List.of(List.of(5, 5, 5, 5), List.of(20, 10, 10, 10), List.of(10, 10, 10, 10));
        assertEquals(1, Portions.needed(batches, Integer::intValue, step, 1_000 + 4 * 200));
        assertEquals(2, Portions.needed(batches, Integer::intValue, step, 1_000 + 3 * 200));
        assertEquals(4, Portions.needed(batches, Integer::intValue, step, 1_000 + 200));
        assertEquals(4, Portions.needed(batches, Integer::intValue, step, 0), "one by one, and hope");
        assertEquals(1, Portions.needed(List.of(), Integer::intValue, step, 0));
    }

    @Test
    void wantOfMemoryIsKnownByTheErrorAndByPyTorchsWords() {
        assertTrue(MemoryTrouble.is(new OutOfMemoryError()));
        assertTrue(MemoryTrouble.is(new IllegalStateException(new RuntimeException(
                "[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: can't allocate memory: you tried to allocate"))));
        assertTrue(MemoryTrouble.is(new RuntimeException("CUDA out of memory. Tried to allocate 2.00 GiB")));
        assertFalse(MemoryTrouble.is(new RuntimeException("shape mismatch")));
    }
}
