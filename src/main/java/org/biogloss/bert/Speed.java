package org.biogloss.bert;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/// How fast this processor multiplies in which precision.
final class Speed {

    /// As many pieces and as wide a network as is usual in learning.
    private static final int ROWS = 512;

    private static final int WIDTH = 384;

    /// Large enough that nothing but multiplying counts.
    private static final int MANY_ROWS = 1024;

    private static final int GREAT_WIDTH = 768;

    private static final int TRIES = 6;

    private Speed() {}

    /// How many times as fast bfloat16 is as float32 in the matrices of a small encoder.
    static double ofBfloat16(int threads) {
        return seconds(Precision.FLOAT32, threads, ROWS, WIDTH) / seconds(Precision.BFLOAT16, threads, ROWS, WIDTH);
    }

    /// Operations a second in large matrices; a multiplication and its addition are two.
    static double ofMatrices(Precision precision, int threads) {
        double each = 2.0 * MANY_ROWS * GREAT_WIDTH * 4 * GREAT_WIDTH;
        return 8 * each / seconds(precision, threads, MANY_ROWS, GREAT_WIDTH);
    }

    /// Of `probe` in `network.py`, eight multiplications: the best of a few, since other programs only ever make it
    /// slower.
    private static double seconds(Precision precision, int threads, int rows, int width) {
        var compute = new Compute(Compute.Kind.CPU, precision, threads, "to measure");
        try (var module = TorchModule.load(BertConfig.MINILM_L6, compute, TorchModule.Learning.NONE);
                var scope = module.scope()) {
            var x = scope.ones(new Shape(rows, width), DataType.FLOAT32);
            var w = scope.full(new Shape(4L * width, width), 0.01f, DataType.FLOAT32);
            double best = Double.MAX_VALUE;
            for (int i = 0; i < TRIES; i++) {
                long start = System.nanoTime();
                module.read("probe", new NDList(x, w)).close();
                best = Math.min(best, (System.nanoTime() - start) / 1e9);
            }
            return best;
        }
    }
}
