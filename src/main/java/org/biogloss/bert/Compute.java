package org.biogloss.bert;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.util.cuda.CudaUtils;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Where and how networks compute: the one place that decides it, and the words for the status bar.
///
/// @param threads on the processor
/// @param why     how this was chosen, in a sentence
public record Compute(Kind kind, Precision precision, int threads, String why) {

    /// What carries out the work.
    public enum Kind {
        CPU,
        GPU
    }

    /// bfloat16 costs precision, so it must earn it.
    static final double WORTH_IT = 1.2;

    public Compute {
        if (threads < 1) throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }

    /// Exact and slow: for comparisons with other programs.
    public static Compute exact() {
        return new Compute(Kind.CPU, Precision.FLOAT32, defaultThreads(), "asked for fp32 on the processor");
    }

    /// Decides as the person wishes, and by a measurement of a few hundredths of a second where the person left it
    /// open. The first call in a process loads PyTorch, so make it in a job.
    ///
    /// @throws IllegalStateException with words, if a GPU was asked for and there is none
    public static Compute choose(DeviceWish wish, Optional<Precision> precision, OptionalInt threads) {
        int cores = threads.orElseGet(Compute::defaultThreads);
        if (wish == DeviceWish.GPU && precision.equals(Optional.of(Precision.INT8))) {
            throw new IllegalStateException("Cannot compute in int8 on a GPU: choose cpu, or another precision.");
        }
        boolean gpu = wish != DeviceWish.CPU && !precision.equals(Optional.of(Precision.INT8)) && gpuWorks();
        if (wish == DeviceWish.GPU && !gpu) {
            throw new IllegalStateException("Cannot compute on a GPU: PyTorch finds none it can use. "
                    + "Choose cpu or auto, or point PYTORCH_LIBRARY_PATH at PyTorch 2.7.1 built for CUDA.");
        }
        if (gpu) {
            var chosen = precision.orElseGet(Compute::gpuPrecision);
            return new Compute(Kind.GPU, chosen, cores, "PyTorch finds a GPU it can use");
        }
        if (precision.isPresent()) {
            return new Compute(Kind.CPU, precision.get(), cores, precision.get().words() + " was asked for");
        }
        double gain = Speed.ofBfloat16(cores);
        var chosen = gain >= WORTH_IT ? Precision.BFLOAT16 : Precision.FLOAT32;
        var why = String.format(Locale.ROOT, "measured here, bf16 is %.1f times as fast as fp32", gain);
        return new Compute(Kind.CPU, chosen, cores, why);
    }

    public static Compute choose(DeviceWish wish) {
        return choose(wish, Optional.empty());
    }

    public static Compute choose(DeviceWish wish, Optional<Precision> precision) {
        return choose(wish, precision, OptionalInt.empty());
    }

    /// Such as `CPU bf16 · 2 threads`.
    public String words() {
        return switch (kind) {
            case CPU -> "CPU " + precision.words() + " · " + threads + (threads == 1 ? " thread" : " threads");
            case GPU -> "GPU " + precision.words();
        };
    }

    /// What matrices alone reach in this precision, in operations a second. It takes a moment to measure.
    public double matrixSpeed() {
        return Speed.ofMatrices(precision, threads);
    }

    Device device() {
        return kind == Kind.GPU ? Device.gpu() : Device.cpu();
    }

    private static int defaultThreads() {
        var asked = System.getenv("OMP_NUM_THREADS");
        return asked != null && asked.matches("[1-9][0-9]{0,3}")
                ? Integer.parseInt(asked)
                : Runtime.getRuntime().availableProcessors();
    }

    /// A card is not enough: the PyTorch that is installed must be one for CUDA.
    private static boolean gpuWorks() {
        var torch = Engine.getEngine("PyTorch");
        return torch.hasCapability(StandardCapabilities.CUDA) && torch.getGpuCount() > 0;
    }

    /// Cards since Ampere (compute capability 8) multiply bfloat16 in hardware.
    private static Precision gpuPrecision() {
        var capability = CudaUtils.getComputeCapability(0);
        return capability.matches("\\d+") && Integer.parseInt(capability) >= 80
                ? Precision.BFLOAT16
                : Precision.FLOAT32;
    }
}
