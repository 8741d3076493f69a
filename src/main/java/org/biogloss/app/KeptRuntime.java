package org.biogloss.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.biogloss.bert.GpuRuntime;
import org.biogloss.registry.WholeFolder;

/// The PyTorch for a GPU that a person has chosen, kept beside the settings for every process that starts from then on.
///
/// It was tried before it was kept, but drivers change: while the window's process loads it, a mark lies beside. A
/// start that finds the mark knows that the one before did not survive, and leaves the runtime alone.
final class KeptRuntime {

    private final Path file;
    private final Path mark;

    /// @param own the person's own folder
    KeptRuntime(Path own) {
        file = own.resolve("gpu-runtime");
        mark = own.resolve("gpu-runtime.loading");
    }

    /// The folder a person pointed at.
    Optional<Path> folder() {
        try {
            var words = Files.readString(file, StandardCharsets.UTF_8).strip();
            return words.isEmpty() ? Optional.empty() : Optional.of(Path.of(words));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException | java.nio.file.InvalidPathException _) {
            return Optional.empty(); // as good as none
        }
    }

    void keep(Path folder) throws IOException {
        Files.createDirectories(file.getParent());
        WholeFolder.writeFile(file, (folder.toAbsolutePath().normalize() + "\n").getBytes(StandardCharsets.UTF_8));
        Files.deleteIfExists(mark);
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(mark);
    }

    /// Lets this process load the runtime, where there is one that fits. Call it before anything of PyTorch is loaded.
    void use() {
        if (System.getenv("PYTORCH_LIBRARY_PATH") != null || Files.exists(mark)) return;
        folder().ifPresent(folder -> {
            try {
                GpuRuntime.look(folder).environment().forEach(System::setProperty);
            } catch (IOException _) {
                // It is gone, or another version by now: the processor computes, and the settings tell.
            }
        });
    }

    /// What keeps the kept runtime from being used, in a sentence.
    Optional<String> trouble() {
        if (folder().isEmpty()) return Optional.empty();
        if (Files.exists(mark)) {
            return Optional.of("It ended the program while it was loaded, so it is left alone. Try it again here.");
        }
        try {
            GpuRuntime.look(folder().get());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// Whether this process was told to load it.
    boolean isInUse() {
        return System.getProperty("PYTORCH_LIBRARY_PATH") != null;
    }

    /// Around the loading of PyTorch: what ends the process in between leaves the mark.
    void loading() throws IOException {
        if (isInUse()) Files.writeString(mark, "");
    }

    void loaded() {
        if (isInUse()) mark.toFile().delete();
    }
}
