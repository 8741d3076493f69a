package org.biogloss.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRuntimeTest {

    private static final List<String> PROPERTIES = List.of("PYTORCH_LIBRARY_PATH", "PYTORCH_VERSION", "PYTORCH_FLAVOR");

    @TempDir
    private Path own;

    @TempDir
    private Path pytorch;

    private KeptRuntime kept;

    @BeforeEach
    void lay() throws IOException {
        assumeTrue(System.getenv("PYTORCH_LIBRARY_PATH") == null, "this machine has a PyTorch of its own");
        var libraries = Files.createDirectories(pytorch.resolve("torch/lib"));
        for (var name : List.of("torch", "torch_cpu", "torch_cuda")) {
            Files.createFile(libraries.resolve(System.mapLibraryName(name)));
        }
        Files.writeString(pytorch.resolve("torch/version.py"), "__version__ = '2.7.1+cu128'\n");
        kept = new KeptRuntime(own);
    }

    @AfterEach
    void forget() {
        PROPERTIES.forEach(System::clearProperty);
    }

    @Test
    void whatIsKeptIsUsedByTheNextStart() throws IOException {
        kept.use();
        assertFalse(kept.isInUse());

        kept.keep(pytorch);
        new KeptRuntime(own).use();

        assertTrue(kept.isInUse());
        assertEquals(pytorch.resolve("torch/lib").toString(), System.getProperty("PYTORCH_LIBRARY_PATH"));
        assertEquals(Optional.empty(), kept.trouble());
    }

    @Test
    void aStartThatDiedWhileLoadingIsNotRepeated() throws IOException {
        kept.keep(pytorch);
        kept.use();
        kept.loading(); // and no end of it
        forget();

        var next = new KeptRuntime(own);
        next.use();

        assertFalse(next.isInUse());
        assertTrue(next.trouble().orElseThrow().startsWith("It ended the program"));

        next.keep(pytorch);
        next.use();
        assertTrue(next.isInUse());
    }

    @Test
    void afterALoadThatWentWellNoMarkIsLeft() throws IOException {
        kept.keep(pytorch);
        kept.use();
        kept.loading();
        kept.loaded();
        forget();

        kept.use();
        assertTrue(kept.isInUse());
    }

    @Test
    void aFolderThatIsGoneOrOfAnotherVersionIsLeftAloneAndSaid() throws IOException {
        kept.keep(pytorch);
        Files.writeString(pytorch.resolve("torch/version.py"), "__version__ = '2.13.0'\n");
        kept.use();

        assertFalse(kept.isInUse());
        assertTrue(kept.trouble().orElseThrow().contains("2.13.0"));
        kept.forget();
        assertEquals(Optional.empty(), kept.folder());
        assertEquals(Optional.empty(), kept.trouble());
    }
}
