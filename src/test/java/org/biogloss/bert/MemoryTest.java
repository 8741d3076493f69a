package org.biogloss.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final LearningSettings USUAL = LearningSettings.usual(1);
    private static final List<Head> HEADS = List.of(Head.ofPieces(3));

    private static final BertConfig BASE = new BertConfig(
            Family.BERT, 30522, 768, 768, 12, 12, 3072, 512, 2, 1e-12, Activation.GELU, 0.1, 0.1, Optional.empty(), 0);

    @Test
    void aBaseModelLearnsFromSixteenRowsOf256PiecesInEightGigabytes() {
        var memory = Memory.ofLearning(BASE, HEADS, USUAL, Compute.exact());
        assertTrue(memory.bytes(16, 256) < 8_000_000_000L, memory.bytes(16, 256) + " bytes");
        assertTrue(memory.fixed() > 16L * 109_000_000, "weights, gradients and two moments");
    }

    @Test
    void asManyRowsAsSaidFitAndNoMore() {
        var memory = Memory.ofLearning(BASE, HEADS, USUAL, Compute.exact());
        long free = 6_000_000_000L;
        int rows = memory.rowsThatFit(free, 128);
        assertTrue(rows > 0 && memory.bytes(rows, 128) <= free, rows + " rows");
        assertTrue(memory.bytes(rows + 1, 128) > free);
        assertEquals(0, memory.rowsThatFit(memory.fixed(), 128));
    }

    @Test
    void stepsTakeWhatIsNotLoadedYet() {
        var all = Memory.ofLearning(BASE, HEADS, USUAL, Compute.exact());
        var steps = Memory.ofSteps(BASE, HEADS, USUAL, Compute.exact());
        assertTrue(steps.fixed() > 4L * 109_000_000, "the gradients");
        assertTrue(all.fixed() - steps.fixed() > 12L * 109_000_000, "weights and two moments");
        assertEquals(all.perPiece(), steps.perPiece());
    }

    @Test
    void frozenLayersAndReadingTakeLess() {
        var all = Memory.ofLearning(BASE, HEADS, USUAL, Compute.exact());
        var settings = new LearningSettings(0.1, 0, AdamW.USUAL, 6, 1, 0, 1);
        var half = Memory.ofLearning(BASE, HEADS, settings, Compute.exact());
        var reading = Memory.ofReading(BASE, HEADS, Compute.exact());
        assertTrue(half.bytes(16, 256) < 0.7 * all.bytes(16, 256));
        assertTrue(reading.bytes(16, 256) < half.bytes(16, 256));
        assertTrue(Memory.free(Compute.exact()) > 0);
    }

    @Test
    void whatPyTorchSaysOfMemoryIsUnderstood() {
        try (var manager = NDManager.newBaseManager("PyTorch")) {
            var failure =
                    assertThrows(EngineException.class, () -> manager.zeros(new Shape(1L << 45), DataType.FLOAT32));
            assertTrue(OutOfMemory.in(failure).isPresent(), String.valueOf(failure.getMessage()));
        }
        assertTrue(OutOfMemory.in(new EngineException("CUDA out of memory. Tried to allocate 2.00 GiB"))
                .isPresent());
        assertTrue(OutOfMemory.in(new EngineException("index out of range")).isEmpty());
    }
}
