package org.biogloss.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.biogloss.tasks.examples.ExampleFile;

/// The runs of a recipe, one for each of its seeds, one after the other. With a single seed the folder is the run's
/// own; with several it holds a run's folder each (`seed-1`, …) and the summary over them.
public final class SeededRuns {

    private final Recipe recipe;
    private final DataPlaces places;
    private final RunFolder folder;
    private final Models models;
    private final Consumer<ExampleFile.Rejection> rejections;

    public SeededRuns(
            Recipe recipe,
            DataPlaces places,
            RunFolder folder,
            Models models,
            Consumer<ExampleFile.Rejection> rejections) {
        this.recipe = places.anchored(recipe);
        this.places = places;
        this.folder = folder;
        this.models = models;
        this.rejections = rejections;
    }

    /// Runs what is not finished yet. A run that is stopped or paused ends the others too. Where runs of other seeds of
    /// the same recipe lie already, these join them.
    ///
    /// @param resume  go on with what is there
    /// @param watcher asked for the line to the outside of each run
    /// @throws IOException with words, if the folder holds other runs, or one fails
    public RunSummary run(boolean resume, Function<RunFolder, JobContext> watcher) throws Exception {
        if (recipe.seeds().size() == 1) {
            new FineTuning(recipe, places, folder, models, rejections).run(resume, watcher.apply(folder));
            return RunSummary.of(List.of(folder.folder()));
        }
        prepare(resume);
        for (long seed : recipe.seeds()) {
            var one = folder.ofSeed(seed);
            var result = new FineTuning(recipe.withSeed(seed), places, one, models, rejections)
                    .run(resume, watcher.apply(one));
            summary().write(folder);
            if (result.state() != RunState.FINISHED) break;
        }
        return summary();
    }

    private void prepare(boolean resume) throws IOException {
        var dir = folder.folder();
        Files.createDirectories(dir);
        boolean begun = false;
        for (long seed : recipe.seeds()) begun |= folder.ofSeed(seed).wasStarted();
        if (begun && !resume) {
            throw new IOException("Cannot train in " + dir
                    + ": there are runs already. Give --resume to go on with them, or another folder.");
        }
        if (Files.exists(folder.recipe())
                && !RecipeFile.read(folder.recipe()).withSeeds(recipe.seeds()).equals(recipe)) {
            throw new IOException("Cannot go on in " + dir + ": its recipe.toml differs from the recipe given.");
        }
        RecipeFile.write(folder.recipe(), recipe);
        folder.mark(ProcessHandle.current());
    }

    private RunSummary summary() throws IOException {
        return RunSummary.of(recipe.seeds().stream()
                .map(folder::ofSeed)
                .map(RunFolder::folder)
                .filter(SeededRuns::hasBegun)
                .toList());
    }

    private static boolean hasBegun(Path run) {
        return Files.exists(new RunFolder(run).recipe());
    }
}
