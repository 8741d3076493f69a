package org.biogloss.bert;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/// How fast this processor multiplies in which precision.
final class Speed {

    private static final int ROWS = 512;
    private static final int WIDTH = 384;
    private static final int TRIES = 6;

    private Speed() {}

    /// How many times as fast bfloat16 is as float32 in the matrices of a small encoder.
    static double ofBfloat16(int threads) {
        return seconds(Precision.FLOAT32, threads) / seconds(Precision.BFLOAT16, threads);
    }

    /// The best of a few, since other programs only ever make it slower.
    private static double seconds(Precision precision, int threads) {
        var compute = new Compute(Compute.Kind.CPU, precision, threads, "to measure");
        try (var module = TorchModule.load(BertConfig.MINILM_L6, compute, TorchModule.Learning.NONE);
                var scope = module.scope()) {
            var x = scope.ones(new Shape(ROWS, WIDTH), DataType.FLOAT32);
            var w = scope.full(new Shape(4 * WIDTH, WIDTH), 0.01f, DataType.FLOAT32);
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
