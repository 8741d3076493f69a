package org.biogloss.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// A path that a person named: itself if it is a file, else all files in the folder, hidden ones left out, in the
/// order of their names.
final class FilesUnder {

    private FilesUnder() {}

    /// @param unread told of paths that are not there and of folders that cannot be listed, and why
    static void each(Path path, Consumer<Path> file, BiConsumer<Path, String> unread) {
        if (!Files.exists(path)) {
            unread.accept(path, "there is no such file");
        } else if (!Files.isDirectory(path)) {
            file.accept(path);
        } else {
            try (var entries = Files.list(path)) {
                entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                        .sorted()
                        .filter(entry -> !Files.isSymbolicLink(entry) || !Files.isDirectory(entry))
                        .forEach(entry -> each(entry, file, unread));
            } catch (IOException | UncheckedIOException failure) {
                unread.accept(path, Reason.of(failure));
            }
        }
    }

    /// 0 where nobody knows.
    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unknown) {
            return 0;
        }
    }
}
