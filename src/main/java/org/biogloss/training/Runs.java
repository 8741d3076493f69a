package org.biogloss.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.biogloss.jobs.WorkerProcess;

/// The runs in one folder; each outlives the window that started it.
public final class Runs {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path root;

    public Runs(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /// All runs, newest first. A folder without a readable recipe is none.
    public List<Run> list() {
        if (!Files.isDirectory(root)) return List.of();
        var runs = new TreeMap<Instant, List<Run>>(Comparator.reverseOrder());
        try (var folders = Files.list(root)) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                try {
                    var run = Run.open(folder);
                    runs.computeIfAbsent(run.made(), _ -> new ArrayList<>()).add(run);
                } catch (IOException _) {
                    // Not a run, or one that never began.
                }
            }
        } catch (IOException _) {
            return List.of();
        }
        return runs.values().stream().flatMap(List::stream).toList();
    }

    /// Starts a run in a process of its own and returns at once.
    ///
    /// @param recipe with paths that need no folder to start from
    public Run start(Recipe recipe) throws IOException {
        var folder = new RunFolder(freshFolder(recipe.model().id()));
        RecipeFile.write(folder.recipe(), recipe);
        return start(folder, List.of());
    }

    /// Goes on with a run that was lost, stopped or failed, from its last checkpoint.
    ///
    /// @throws IOException with words, if the run is still going
    public Run resume(Run run) throws IOException {
        if (!run.state().isOver()) throw new IOException("The run " + run.name() + " is still going.");
        return start(new RunFolder(run.folder()), List.of("--resume"));
    }

    private static Run start(RunFolder folder, List<String> more) throws IOException {
        var words = new ArrayList<>(List.of(
                "train", folder.recipe().toString(), "--run", folder.folder().toString()));
        words.addAll(more);
        folder.clearStop();
        var process = WorkerProcess.start(List.of("-Xmx2g"), Map.of(), words, folder.output());
        folder.mark(process.toHandle());
        return Run.open(folder.folder());
    }

    private Path freshFolder(String id) throws IOException {
        Files.createDirectories(root);
        var name = id + "-" + LocalDateTime.now().format(STAMP);
        for (int n = 1; ; n++) {
            var folder = root.resolve(n == 1 ? name : name + "-" + n);
            try {
                return Files.createDirectory(folder);
            } catch (java.nio.file.FileAlreadyExistsException _) {
                // Two runs within a second.
            }
        }
    }
}
