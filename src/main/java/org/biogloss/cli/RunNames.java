package org.biogloss.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Where a run that a command starts lies.
final class RunNames {

    private RunNames() {}

    /// @param given by `--run`; without it, a fresh folder under `runs`, named after the recipe and the time
    static Path folder(@Nullable Path given, boolean resume, Path recipe) throws IOException {
        if (given != null) return given;
        if (resume) throw new IOException("Cannot go on with a run: give its folder with --run.");
        var stamp = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
        var name = String.valueOf(recipe.getFileName()).replaceFirst("\\.toml$", "");
        return Path.of("runs", name + "-" + stamp);
    }
}
