package org.biogloss.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.biogloss.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuRuntimeTest {

    @TempDir
    Path folder;

    /// A package whose libraries are text.
    private Path fake(String place, String version, boolean cuda) throws IOException {
        var lib = Files.createDirectories(folder.resolve(place));
        for (var name : List.of("torch", "torch_cpu", "c10")) {
            Files.writeString(lib.resolve(System.mapLibraryName(name)), "no library");
        }
        if (cuda) Files.writeString(lib.resolve(System.mapLibraryName("torch_cuda")), "no library");
        Files.writeString(lib.resolveSibling("version.py"), "__version__ = '" + version + "'\ndebug = False\n");
        return lib;
    }

    @Test
    void aWrongFolderIsToldFromARightOneWithoutLoadingAnything() throws IOException {
        Failure.says("There is no folder", () -> GpuRuntime.look(folder.resolve("none")));
        Failure.says("There is no PyTorch in", () -> GpuRuntime.look(folder));
        fake("new/torch/lib", "2.13.0+cu130", true);
        Failure.says("is 2.13.0+cu130, but BioGloss needs 2.7.1", () -> GpuRuntime.look(folder.resolve("new")));
        fake("cpu/torch/lib", "2.7.1+cpu", false);
        Failure.says("for the processor alone", () -> GpuRuntime.look(folder.resolve("cpu")));
        fake("near/torch/lib", "2.7.10", true);
        Failure.says("is 2.7.10", () -> GpuRuntime.look(folder.resolve("near")));
    }

    @Test
    void theLibrariesAreFoundWhereverAPersonPoints() throws IOException {
        var lib = fake("env/lib/python3.12/site-packages/torch/lib", "2.7.1+cu128", true);
        var packages = folder.resolve("env/lib/python3.12/site-packages");
        for (var pointed : List.of(lib, packages.resolve("torch"), packages)) {
            var found = GpuRuntime.look(pointed);
            assertEquals("2.7.1+cu128", found.version());
            assertEquals(lib.toRealPath(), found.libraries().toRealPath());
        }
        var runtime = GpuRuntime.look(folder.resolve("env"));
        assertEquals(lib.toString(), runtime.environment().get("PYTORCH_LIBRARY_PATH"));
        var archive = folder.resolve("archive");
        fake("archive/libtorch/lib", "0", true);
        Files.delete(archive.resolve("libtorch/version.py"));
        Failure.says("does not say its version", () -> GpuRuntime.look(archive));
        Files.writeString(archive.resolve("libtorch/build-version"), "2.7.1+cu126\n");
        assertEquals("2.7.1+cu126", GpuRuntime.look(archive).version());
    }

    @Test
    void librariesThatCannotBeLoadedAreAMessageAndNoCrash() throws Exception {
        var runtime = GpuRuntime.look(fake("torch/lib", "2.7.1+cu128", true));

        var trial = runtime.test(folder.resolve("log"), Duration.ofMinutes(2));

        assertFalse(trial.works());
        assertTrue(trial.words().contains("Cannot load PyTorch for the GPU"), trial.words());
    }
}
