package org.biogloss.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.biogloss.document.Standing;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.training.Recipe;
import org.biogloss.training.Run;
import org.biogloss.training.Runs;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.training.TrainingDesk;
import org.biogloss.workbench.Workbench;

/// The training page's desk over the open project: its layers to learn from, its `runs` folder, its models.
final class TrainingRoom implements TrainingDesk {

    private final Workbench workbench;
    private final Models models;
    private final Runs runs;
    private final Consumer<ModelCard> onModel;

    /// @param onModel is given a run's model once it is installed in the project and wanted for highlighting
    TrainingRoom(Workbench workbench, Models models, Consumer<ModelCard> onModel) {
        this.workbench = workbench;
        this.models = models;
        this.runs = new Runs(folder("runs"));
        this.onModel = onModel;
    }

    @Override
    public Offer offer() {
        var types = new TreeMap<String, Map<String, Integer>>();
        for (var count : workbench.store().counts()) {
            if (!count.kind().equals("mention") || count.standing() != Standing.CONFIRMED) continue;
            types.computeIfAbsent(count.layer(), _ -> new TreeMap<>())
                    .merge(count.type(), Math.toIntExact(count.count()), Integer::sum);
        }
        var layers = new ArrayList<Layer>();
        types.forEach((layer, counts) -> layers.add(
                new Layer(layer, workbench.store().withConfirmed(layer).size(), counts)));
        var active = workbench.activeLayer();
        layers.sort(java.util.Comparator.comparing(layer -> !layer.name().equals(active)));
        return new Offer(layers, bases());
    }

    /// Bare encoders first: a new head on one of them is what most people want.
    private List<Base> bases() {
        return models.installed().stream()
                .sorted(java.util.Comparator.comparing(card -> !card.tasks().isEmpty()))
                .map(card -> new Base(card.id(), card.name()))
                .toList();
    }

    @Override
    public List<RunRow> runs() throws IOException {
        var rows = new ArrayList<RunRow>();
        for (var run : runs.list()) rows.add(row(run));
        return rows;
    }

    private static RunRow row(Run run) throws IOException {
        var recipe = run.recipe();
        var settings = new LinkedHashMap<String, String>();
        settings.put("Types", String.join(", ", recipe.data().types()));
        settings.put("Start", recipe.model().base());
        settings.put("Epochs", String.valueOf(recipe.schedule().epochs()));
        settings.put(
                "Rate", String.format(Locale.ROOT, "%.0e", recipe.optimizer().rate()));
        settings.put("Batch", String.valueOf(recipe.schedule().batchExamples()));
        settings.put("Seed", String.valueOf(recipe.seed()));
        return new RunRow(
                run.name(),
                recipe.model().name(),
                run.state().name().toLowerCase(Locale.ROOT),
                Shown.minute(run.made()),
                bestF1(run),
                settings);
    }

    private static String bestF1(Run run) throws IOException {
        double best = Double.NaN;
        for (var event : run.events().poll()) {
            if (event.path("event").asText().equals("best"))
                best = event.path("f1").asDouble();
        }
        return Double.isNaN(best) ? "" : String.format(Locale.ROOT, "%.1f", best * 100);
    }

    @Override
    public String start(Wish wish) throws IOException {
        var id = freshId(wish.name());
        var data = workbench.writeTrainingData(wish.layer(), folder("runs").resolve("." + id + "-data"));
        var start = new Recipe.Start(
                wish.base(),
                id,
                wish.name(),
                "Fine-tuned in BioGloss on the layer " + wish.layer() + " of the project "
                        + workbench.store().name() + ".",
                "The layer " + wish.layer() + " of the project "
                        + workbench.store().name(),
                "",
                true);
        var preset = Recipe.forCorrections(data.resolve("train.jsonl"), data.resolve("dev.jsonl"), wish.types(), start);
        return runs.start(withChoices(preset, wish)).name();
    }

    private static Recipe withChoices(Recipe preset, Wish wish) {
        return preset.with(Recipe.Optimizer.withRate(wish.rate()))
                .with(preset.schedule().withEpochs(wish.epochs()))
                .withSeed(wish.seed());
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
                || Files.exists(folder("runs").resolve("." + id + "-data"))
                || runs.list().stream()
                        .anyMatch(run -> run.recipe().model().id().equals(id));
    }

    @Override
    public void stopKeepingBest(String runId) throws IOException {
        run(runId).stopKeepingBest();
    }

    @Override
    public EventSource events(String runId) throws IOException {
        return run(runId).events()::poll;
    }

    @Override
    public void highlightWith(String runId) throws IOException {
        var run = run(runId);
        var best = run.model()
                .orElseThrow(() -> new IOException("Cannot highlight with the run " + run.name()
                        + ": it has no model yet. Wait for its first score on the dev data."));
        onModel.accept(Models.install(best, folder("models")));
    }

    @Override
    public void discard(String runId) throws IOException {
        var trash = Files.createDirectories(folder("trash"));
        var run = run(runId);
        var target = trash.resolve(run.name());
        for (int n = 2; Files.exists(target); n++) target = trash.resolve(run.name() + "-" + n);
        run.moveTo(target);
    }

    private Run run(String runId) throws IOException {
        return Run.open(folder("runs").resolve(runId));
    }

    private Path folder(String name) {
        return workbench.store().folder().resolve(name);
    }
}
