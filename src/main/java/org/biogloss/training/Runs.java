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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.WorkerProcess;
import org.biogloss.registry.WholeFolder;

/// The runs in one folder; each outlives the window that started it.
public final class Runs {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private static final String TRASH = ".trash";

    private final Path root;

    public Runs(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /// All runs, newest first; those of several seeds each by itself. A folder without a readable recipe is none.
    public List<Run> list() {
        var runs = new TreeMap<Instant, List<Run>>(Comparator.reverseOrder());
        for (var folder : folders(root)) {
            var seeds = folders(folder).stream()
                    .filter(inside -> Files.exists(new RunFolder(inside).recipe()))
                    .toList();
            for (var one : seeds.isEmpty() ? List.of(folder) : seeds) {
                try {
                    var run = Run.open(one);
                    runs.computeIfAbsent(run.made(), _ -> new ArrayList<>()).add(run);
                } catch (IOException _) {
                    // Not a run, or one that never began.
                }
            }
        }
        return runs.values().stream().flatMap(List::stream).toList();
    }

    /// Hidden ones are not runs: the trash, data that a run learns from, an estimate.
    private static List<Path> folders(Path folder) {
        try (var inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory)
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .filter(path -> !Files.exists(path.resolve("config.json"))) // a model
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// Starts a run in a process of its own and returns at once. With several seeds, all runs are made in that
    /// process one after the other, and the first is returned.
    ///
    /// @param recipe with paths that need no folder to start from
    public Run start(RunRecipe recipe) throws IOException {
        var folder = new RunFolder(freshFolder(recipe.modelId()));
        RecipeFile.write(folder.recipe(), recipe);
        if (recipe instanceof Recipe fineTuning && recipe.seeds().size() > 1) {
            var first = folder.ofSeed(recipe.seed());
            Files.createDirectories(first.folder());
            RecipeFile.write(first.recipe(), fineTuning.withSeed(recipe.seed()));
            return start(recipe, folder, first, List.of());
        }
        return start(recipe, folder, folder, List.of());
    }

    /// Goes on with a run that was paused, lost, stopped or failed, from its last checkpoint. One of several seeds
    /// takes the seeds that are still to come along.
    ///
    /// @throws IOException with words, if the run is still going
    public Run resume(Run run) throws IOException {
        if (!run.state().isOver()) throw new IOException("The run " + run.name() + " is still going.");
        var own = new RunFolder(run.folder());
        var group = run.groupFolder().orElse(own);
        if (!group.equals(own)
                && runs(group).stream().anyMatch(one -> !one.state().isOver())) {
            throw new IOException(
                    "Another seed of the run " + run.name() + " is still going. Wait for it, or stop it.");
        }
        awaitEnd(group);
        return start(run.recipe(), group, own, List.of("--resume"));
    }

    private static List<Run> runs(RunFolder group) throws IOException {
        var runs = new ArrayList<Run>();
        for (var inside : folders(group.folder())) {
            if (Files.exists(new RunFolder(inside).recipe())) runs.add(Run.open(inside));
        }
        return runs;
    }

    /// A run that has said that it is over may still be closing its files.
    private static void awaitEnd(RunFolder folder) throws IOException {
        var process = folder.liveProcess();
        if (process.isEmpty()) return;
        try {
            process.get().onExit().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The process of the run in " + folder.folder() + " does not end. Try again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The wait for the run in " + folder.folder() + " was broken off.", e);
        }
    }

    /// Measures what a recipe would cost, in a process of its own, and waits for the answer: seconds.
    ///
    /// @throws IOException with words, if it cannot be trained by
    public CostEstimate estimate(RunRecipe recipe, JobContext context) throws IOException, InterruptedException {
        Files.createDirectories(root);
        var folder = new RunFolder(Files.createTempDirectory(root, ".estimate-"));
        try {
            RecipeFile.write(folder.recipe(), recipe);
            var process = process(recipe, folder, List.of("--estimate"));
            while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
                if (!context.isCancelled()) continue;
                process.destroyForcibly();
                context.checkCancelled();
            }
            return CostEstimate.told(new RunFolder(folder.folder()));
        } finally {
            WholeFolder.delete(folder.folder());
        }
    }

    /// Puts a run that is over into the trash, from where [#restore] brings it back.
    ///
    /// @return its name in the trash
    public String delete(Run run) throws IOException {
        var trash = Files.createDirectories(root.resolve(TRASH));
        var name = run.name().replace('/', '~');
        var target = trash.resolve(name);
        for (int n = 2; Files.exists(target); n++) target = trash.resolve(name + "~" + n);
        run.moveTo(target);
        return target.getFileName().toString();
    }

    /// What lies in the trash, by the names that [#restore] knows.
    public List<String> trash() {
        return folders(root.resolve(TRASH)).stream()
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    /// Brings a run back from the trash. One of several seeds comes back as a run by itself.
    public Run restore(String inTrash) throws IOException {
        var from = root.resolve(TRASH).resolve(inTrash);
        if (!Files.isDirectory(from)) throw new IOException("There is no run " + inTrash + " in the trash.");
        var target = root.resolve(inTrash);
        for (int n = 2; Files.exists(target); n++) target = root.resolve(inTrash + "-" + n);
        Files.move(from, target);
        return Run.open(target);
    }

    /// @param folder the child is told
    /// @param shown  the run that is watched
    private static Run start(RunRecipe recipe, RunFolder folder, RunFolder shown, List<String> more)
            throws IOException {
        folder.clearWishes();
        shown.clearWishes();
        var process = process(recipe, folder, more);
        folder.mark(process.toHandle());
        shown.mark(process.toHandle());
        return Run.open(shown.folder());
    }

    private static Process process(RunRecipe recipe, RunFolder folder, List<String> more) throws IOException {
        var command = switch (recipe) {
            case Recipe _ -> "train";
            case PretrainingRecipe _ -> "pretrain";
        };
        var words = new ArrayList<>(List.of(
                command, folder.recipe().toString(), "--run", folder.folder().toString()));
        words.addAll(more);
        return WorkerProcess.start(List.of("-Xmx2g"), Map.of(), words, folder.output());
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
