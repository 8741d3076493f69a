package org.biogloss.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// How much memory this process holds, in megabytes, where the system tells it (Linux).
public final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path FORGET = Path.of("/proc/self/clear_refs");

    private ResidentMemory() {}

    public static Optional<Double> now() throws IOException {
        return read("VmRSS");
    }

    /// The most since the last [#forgetMost].
    public static Optional<Double> most() throws IOException {
        return Files.exists(FORGET) ? read("VmHWM") : Optional.empty();
    }

    /// From here on, the most so far is the present.
    public static void forgetMost() throws IOException {
        if (Files.exists(FORGET)) Files.writeString(FORGET, "5");
    }

    private static Optional<Double> read(String what) throws IOException {
        if (!Files.exists(STATUS)) return Optional.empty();
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(what + ":"))
                .map(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1e3)
                .findFirst();
    }
}
