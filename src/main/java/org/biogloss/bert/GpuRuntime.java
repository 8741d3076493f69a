package org.biogloss.bert;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.biogloss.jobs.WorkerProcess;

/// PyTorch for a GPU, as a folder of libraries that a person has: from `pip install torch`, or a
/// `libtorch` archive.
///
/// Libraries of another version load and then crash the program, so they are looked at first ([#look]) and
/// tried in a process of their own ([#test]).
///
/// @param libraries the folder that holds them
/// @param version   such as `2.7.1+cu128`
public record GpuRuntime(Path libraries, String version) {

    /// The only version that the program's own half of the bridge to PyTorch was made for.
    public static final String NEEDED = "2.7.1";

    /// The CUDA that half was made for. Others of CUDA 12 work with it.
    private static final String FLAVOR = "cu128";

    /// The hidden command that tries the libraries.
    public static final String COMMAND = "gpu-check";

    private static final List<String> PLACES =
            List.of("", "lib", "torch/lib", "libtorch/lib", "Lib/site-packages/torch/lib", "site-packages/torch/lib");

    private static final Pattern VERSION = Pattern.compile("([0-9]+\\.[0-9]+\\.[0-9]+[0-9A-Za-z+.]*)");

    /// How a try ended.
    ///
    /// @param words what the GPU can do, or what is wrong and what to do
    public record Trial(boolean works, String words) {}

    /// Finds the libraries in a folder that a person pointed at: a virtual environment, a `torch` package,
    /// `libtorch`, or the folder of the libraries itself.
    ///
    /// @throws IOException with words, if there are none or they cannot fit
    public static GpuRuntime look(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) throw new IOException("There is no folder " + folder + ".");
        var libraries = libraries(folder)
                .orElseThrow(() -> new IOException("There is no PyTorch in " + folder
                        + ": neither it nor torch/lib nor " + "libtorch/lib in it holds " + library("torch") + "."));
        var version = version(libraries);
        if (version.isEmpty()) {
            throw new IOException(
                    "The PyTorch in " + libraries + " does not say its version (version.py or build-version "
                            + "is missing beside lib). Point at the whole package.");
        }
        if (!version.get().equals(NEEDED) && !version.get().startsWith(NEEDED + "+")) {
            throw new IOException("The PyTorch in " + libraries + " is " + version.get() + ", but BioGloss needs "
                    + NEEDED + ": another version would crash it. Install torch==" + NEEDED
                    + " for CUDA 12 in a folder.");
        }
        if (!Files.exists(libraries.resolve(library("torch_cuda")))) {
            throw new IOException("The PyTorch in " + libraries + " is built for the processor alone: "
                    + library("torch_cuda") + " is missing. Install torch==" + NEEDED + " for CUDA 12.");
        }
        return new GpuRuntime(libraries, version.get());
    }

    /// What a process must find in its environment to use these libraries.
    public Map<String, String> environment() {
        return Map.of(
                "PYTORCH_LIBRARY_PATH", libraries.toString(),
                "PYTORCH_VERSION", NEEDED,
                "PYTORCH_FLAVOR", FLAVOR);
    }

    /// Loads the libraries in a process of its own and multiplies matrices on the GPU. Takes some seconds,
    /// so call it in a job.
    ///
    /// @param log      gets what the process says
    /// @param patience after which it is ended
    public Trial test(Path log, Duration patience) throws IOException, InterruptedException {
        Files.deleteIfExists(log);
        var child = WorkerProcess.start(List.of("-Xmx256m"), environment(), List.of(COMMAND), log);
        try {
            if (!child.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                return new Trial(false, "It did not answer within " + patience.toSeconds() + " seconds.");
            }
        } finally {
            child.destroyForcibly();
        }
        var said = lastLine(log);
        return switch (child.exitValue()) {
            case 0 -> new Trial(true, said);
            case 1, 2 -> new Trial(false, said);
            default ->
                new Trial(
                        false,
                        "The libraries in " + libraries + " crashed the process that tried them (exit "
                                + child.exitValue() + "), so they are not used. " + said);
        };
    }

    private static Optional<Path> libraries(Path folder) throws IOException {
        var places = new ArrayList<Path>();
        for (var place : PLACES) places.add(folder.resolve(place));
        var environments = folder.resolve("lib");
        if (Files.isDirectory(environments)) {
            try (var inside = Files.list(environments)) {
                inside.filter(one -> one.getFileName().toString().startsWith("python"))
                        .forEach(python -> places.add(python.resolve("site-packages/torch/lib")));
            }
        }
        return places.stream()
                .filter(place -> Files.exists(place.resolve(library("torch"))))
                .findFirst();
    }

    /// `version.py` in a package, `build-version` in an archive: both beside the folder of libraries.
    private static Optional<String> version(Path libraries) throws IOException {
        for (var name : List.of("version.py", "build-version")) {
            var file = libraries.toAbsolutePath().normalize().resolveSibling(name);
            if (!Files.isRegularFile(file)) continue;
            var found = VERSION.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            if (found.find()) return Optional.of(found.group(1));
        }
        return Optional.empty();
    }

    /// `libtorch.so`, `torch.dll`, …
    private static String library(String name) {
        return System.mapLibraryName(name);
    }

    private static String lastLine(Path log) throws IOException {
        if (!Files.exists(log)) return "";
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce("", (_, next) -> next);
    }
}
