package org.biogloss.training;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory this process takes, native and Java together.
public final class MemoryUse {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String NOW = "VmRSS:";
    private static final String MOST = "VmHWM:";

    private MemoryUse() {}

    /// In megabytes; where the system does not say, what the Java heap takes.
    static long residentMB() {
        return read(NOW);
    }

    /// The most it ever took, in megabytes.
    public static long mostMB() {
        return read(MOST);
    }

    /// In use on a GPU, by all programs; 0 without one.
    static long gpuMB(boolean onGpu) {
        if (!onGpu || !CudaUtils.hasCuda()) return 0;
        return CudaUtils.getGpuMemory(Device.gpu()).getUsed() >> 20;
    }

    private static long read(String key) {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            var runtime = Runtime.getRuntime();
            return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        }
    }
}
