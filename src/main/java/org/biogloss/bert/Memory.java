package org.biogloss.bert;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How much memory a network takes, estimated from its measures, to choose a batch by before it fails.
///
/// The estimate counts what PyTorch keeps of a forward pass for the way back, and is a little high: an
/// allocator leaves gaps.
///
/// @param fixed    bytes whatever it reads: parameters, and in learning their gradients and AdamW's moments
/// @param perPiece bytes for each piece of a batch, those that fill up included
/// @param perPair  bytes for each pair of pieces of a row, where attention is not computed in one go
public record Memory(long fixed, double perPiece, double perPair) {

    private static final double GAPS = 1.2;
    private static final int FLOAT = 4;

    public static Memory ofLearning(BertConfig config, List<Head> heads, LearningSettings settings, Compute compute) {
        var steps = ofSteps(config, heads, settings, compute);
        double loaded = FLOAT * (size(BertShape.of(config, heads)) + 2.0 * learned(config, heads, settings));
        return new Memory(steps.fixed() + (long) (GAPS * loaded), steps.perPiece(), steps.perPair());
    }

    /// What learning takes beside a network whose weights and moments are there already.
    public static Memory ofSteps(BertConfig config, List<Head> heads, LearningSettings settings, Compute compute) {
        int bytes = bytes(compute);
        long all = size(BertShape.of(config, heads));
        // The gradients of what learns; all weights once more where they are cast.
        double fixed = FLOAT * (double) learned(config, heads, settings)
                + (bytes < FLOAT ? bytes * 2.0 * all : FLOAT * all / 4.0);
        int learned = config.layers() - settings.frozenLayers();
        // Kept for the way back: input, query, key, value, attention twice, two sums, two norms, both sides of the
        // activation, and what dropout drew.
        double layer = bytes * (13.0 * config.width() + 2.0 * config.intermediate());
        double ends = FLOAT * (5.0 * config.embeddingWidth() + 3.0 * config.width() + 4.0 * outputs(heads));
        double pairs = settings.attentionDropout() > 0 ? 3.0 * bytes * config.heads() * learned : 0;
        return new Memory((long) (GAPS * fixed), GAPS * (layer * learned + ends + layer), GAPS * pairs);
    }

    public static Memory ofReading(BertConfig config, List<Head> heads, Compute compute) {
        int bytes = bytes(compute);
        double weights = size(BertShape.of(config, heads)) * (double) (FLOAT + bytes);
        double layer = bytes * (8.0 * config.width() + 2.0 * config.intermediate());
        double ends = FLOAT * (4.0 * config.width() + 2.0 * outputs(heads));
        double pairs = compute.kind() == Compute.Kind.CPU ? 3.0 * bytes * config.heads() : 0;
        return new Memory((long) (GAPS * weights), GAPS * (layer + ends), GAPS * pairs);
    }

    /// For a batch of rows of one length.
    public long bytes(int rows, int length) {
        return fixed + (long) (rows * (perPiece * length + perPair * length * length));
    }

    /// The most rows of a length that fit beside the fixed part; 0 where not even one does.
    ///
    /// @param free bytes, see [#free]
    public int rowsThatFit(long free, int length) {
        double left = free - (double) fixed;
        double row = perPiece * length + perPair * length * length;
        return left < row ? 0 : (int) Math.min(Integer.MAX_VALUE, left / row);
    }

    /// Bytes that a network could take now, on the GPU or beside the processor.
    public static long free(Compute compute) {
        if (compute.kind() == Compute.Kind.GPU) {
            var memory = CudaUtils.getGpuMemory(Device.gpu());
            return memory.getMax() - memory.getUsed();
        }
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            // Linux counts what it holds only to be fast as free, Java does not.
            var available =
                    lines.filter(line -> line.startsWith("MemAvailable:")).findFirst();
            if (available.isPresent()) return Long.parseLong(available.get().replaceAll("\\D", "")) * 1024;
        } catch (IOException _) {
            // another system
        }
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getFreeMemorySize();
    }

    private static long learned(BertConfig config, List<Head> heads, LearningSettings settings) {
        var frozen = BertShape.encoder(config).subList(0, LayerRates.frozen(config, settings));
        return size(BertShape.of(config, heads)) - size(frozen);
    }

    private static int bytes(Compute compute) {
        return compute.precision() == Precision.FLOAT32 ? FLOAT : 2;
    }

    private static long size(List<Parameter> shape) {
        return shape.stream().mapToLong(Parameter::size).sum();
    }

    private static int outputs(List<Head> heads) {
        return heads.stream()
                .mapToInt(head -> head.form().isMasked() ? head.outputs() / 4 : head.outputs()) // few are masked
                .max()
                .orElse(0);
    }
}
