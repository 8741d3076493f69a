package org.biogloss.bert;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.cuda.CudaUtils;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Tries the GPU that this process has. A wrong library may end the process, so it should be one made for
/// this; see [GpuRuntime#test].
public final class GpuCheck {

    private static final int SIDE = 512;
    private static final float WEIGHT = 0.01f;

    private GpuCheck() {}

    /// @return what the GPU can do
    /// @throws IllegalStateException with words, if there is none or it computes wrongly
    public static String words() {
        Compute compute;
        try {
            compute = Compute.choose(DeviceWish.GPU, Optional.of(Precision.FLOAT32), OptionalInt.of(1));
        } catch (LinkageError | ai.djl.engine.EngineException e) {
            throw new IllegalStateException(
                    "Cannot load PyTorch for the GPU: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                            + ". The libraries are incomplete or of another kind.",
                    e);
        }
        try (var module = TorchModule.load(BertConfig.MINILM_L6, compute, TorchModule.Learning.NONE);
                var scope = module.scope()) {
            var x = scope.ones(new Shape(SIDE, SIDE), DataType.FLOAT32);
            var w = scope.full(new Shape(4 * SIDE, SIDE), WEIGHT, DataType.FLOAT32);
            float found;
            try (var answer = module.read("probe", new NDList(x, w))) {
                found = answer.singletonOrThrow().toFloatArray()[0];
            }
            // Four times to a width of four sides and back: each entry is a sum of equal ones.
            double expected = Math.pow((double) SIDE * WEIGHT * 4 * SIDE * WEIGHT, 4);
            if (!(Math.abs(found / expected - 1) < 1e-2)) {
                throw new IllegalStateException(
                        "The GPU multiplies wrongly: " + found + " instead of " + expected + ".");
            }
        }
        var memory = CudaUtils.getGpuMemory(compute.device());
        return String.format(
                Locale.ROOT,
                "The GPU works: PyTorch %s, CUDA compute capability %s, %.1f GB of memory.",
                GpuRuntime.NEEDED,
                CudaUtils.getComputeCapability(0),
                memory.getMax() / 1e9);
    }
}
