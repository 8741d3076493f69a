package org.biogloss.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.registry.WholeFolder;
import org.biogloss.training.PretrainingRecipe;
import org.biogloss.training.Run;
import org.biogloss.training.Runs;
import org.biogloss.ui.training.TrainingDesk;
import org.biogloss.workbench.Workbench;

/// The training page's desk over the open project: its layers to learn from, its `runs` folder, its models.
final class TrainingRoom implements TrainingDesk {

    private final Models models;
    private final Path root;
    private final Path ownModels;
    private final Runs runs;
    private final RunRows rows;
    private final RunStarter starter;
    private final Consumer<ModelCard> onModel;

    /// @param onModel is given a run's model once it is installed in the project and wanted for highlighting
    TrainingRoom(Workbench workbench, Models models, Places places, Consumer<ModelCard> onModel) {
        this.models = models;
        this.root = workbench.store().folder().resolve("runs").toAbsolutePath().normalize();
        this.ownModels = workbench.store().folder().resolve("models");
        this.runs = new Runs(root);
        this.rows = new RunRows(root, runs);
        this.starter = new RunStarter(workbench, models, places.shippedModels().resolve("recipes"), root);
        this.onModel = onModel;
    }

    @Override
    public Offer offer() throws IOException {
        return starter.offer();
    }

    @Override
    public Source recipe(Path file) throws IOException {
        return starter.recipe(file);
    }

    @Override
    public String estimate(Wish wish, JobContext context) throws IOException, InterruptedException {
        var id = freshId("estimate");
        try {
            return runs.estimate(starter.recipe(wish, id), context).words();
        } finally {
            WholeFolder.delete(data(id));
        }
    }

    @Override
    public java.util.List<RunRow> runs() throws IOException {
        return rows.list();
    }

    @Override
    public String start(Wish wish) throws IOException {
        var run = runs.start(starter.recipe(wish, freshId(wish.name())));
        return root.relativize(run.folder()).toString();
    }

    /// Lower-case letters, digits and hyphens, not yet the name of a model here.
    private String freshId(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        var base = plain.isEmpty() ? "model" : plain.substring(0, Math.min(48, plain.length()));
        var id = base;
        for (int n = 2; isTaken(id); n++) id = base + "-" + n;
        return id;
    }

    private boolean isTaken(String id) {
        return models.find(id).isPresent()
                || Files.exists(data(id))
                || runs.list().stream().anyMatch(run -> run.recipe().modelId().equals(id));
    }

    private Path data(String id) {
        return root.resolve("." + id + "-data");
    }

    @Override
    public void stopKeepingBest(String runId) throws IOException {
        run(runId).stopKeepingBest();
    }

    @Override
    public void pause(String runId) throws IOException {
        run(runId).pause();
    }

    @Override
    public void resume(String runId) throws IOException {
        runs.resume(run(runId));
    }

    @Override
    public EventSource events(String runId) throws IOException {
        return run(runId).events()::poll;
    }

    @Override
    public void highlightWith(String runId) throws IOException {
        onModel.accept(install(runId));
    }

    @Override
    public String keepModel(String runId) throws IOException {
        return install(runId).name();
    }

    private ModelCard install(String runId) throws IOException {
        var run = run(runId);
        var best = run.model()
                .orElseThrow(() -> new IOException("Cannot use the model of the run " + run.name()
                        + ": it has none yet. Wait for its first score on the dev data."));
        return Models.install(best, ownModels);
    }

    @Override
    public Restoring discard(String runId) throws IOException {
        var inTrash = runs.delete(run(runId));
        return () -> runs.restore(inTrash);
    }

    @Override
    public Path folder(String runId) {
        return root.resolve(runId);
    }

    @Override
    public String commandLine(String runId) throws IOException {
        var run = folder(runId);
        var command = run(runId).recipe().task().equals(PretrainingRecipe.TASK) ? "pretrain" : "train";
        return "./biogloss " + command + " " + quoted(run.resolve("recipe.toml").toString()) + " --run "
                + quoted(run + "-again");
    }

    /// As a shell reads it.
    private static String quoted(String path) {
        return path.matches("[\\w./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    private Run run(String runId) throws IOException {
        return Run.open(root.resolve(runId));
    }
}
