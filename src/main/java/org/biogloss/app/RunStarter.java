package org.biogloss.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.biogloss.document.Standing;
import org.biogloss.registry.Models;
import org.biogloss.tasks.TaskKind;
import org.biogloss.training.DataPlaces;
import org.biogloss.training.Presets;
import org.biogloss.training.PretrainingRecipe;
import org.biogloss.training.Recipe;
import org.biogloss.training.RecipeFile;
import org.biogloss.training.RunRecipe;
import org.biogloss.ui.training.TrainingDesk.Base;
import org.biogloss.ui.training.TrainingDesk.Layer;
import org.biogloss.ui.training.TrainingDesk.Offer;
import org.biogloss.ui.training.TrainingDesk.PlainText;
import org.biogloss.ui.training.TrainingDesk.Preset;
import org.biogloss.ui.training.TrainingDesk.RecipeSource;
import org.biogloss.ui.training.TrainingDesk.Source;
import org.biogloss.ui.training.TrainingDesk.Wish;
import org.biogloss.workbench.Workbench;

/// What a run may learn from, and the recipe that a person's choices come to.
final class RunStarter {

    private static final String AS_WRITTEN = "As the recipe says";

    private final Workbench workbench;
    private final Models models;
    private final Path recipes;
    private final Path runs;
    private final PretrainingStarter pretraining;
    private final Map<Path, Source> known = new HashMap<>();

    /// @param recipes the folder of those that ship
    /// @param runs    the project's folder of runs
    RunStarter(Workbench workbench, Models models, Path recipes, Path runs) {
        this.workbench = workbench;
        this.models = models;
        this.recipes = recipes;
        this.runs = runs;
        this.pretraining = new PretrainingStarter(workbench, models, recipes.resolve("pretraining"), runs);
    }

    /// The layers of the project, the active one first; then the recipes that ship and whose data are here.
    synchronized Offer offer() throws IOException {
        var types = new TreeMap<String, Map<String, Integer>>();
        for (var count : workbench.store().counts()) {
            if (!count.kind().equals("mention") || count.standing() != Standing.CONFIRMED) continue;
            types.computeIfAbsent(count.layer(), _ -> new TreeMap<>())
                    .merge(count.type(), Math.toIntExact(count.count()), Integer::sum);
        }
        var layers = new ArrayList<Source>();
        types.forEach((name, counts) -> layers.add(layer(name, counts)));
        var active = workbench.activeLayer();
        layers.sort(Comparator.comparing(layer -> !layer.name().equals(active)));
        var sources = new ArrayList<>(layers);
        sources.addAll(shipped());
        sources.addAll(pretraining.offer());
        return new Offer(sources, bases());
    }

    private Layer layer(String name, Map<String, Integer> types) {
        int documents = workbench.store().withConfirmed(name).size();
        var presets = new ArrayList<Preset>();
        for (var size : List.of(Presets.Size.SMALL, Presets.Size.BASE)) {
            presets.add(shown(layerPreset(size, documents)));
        }
        return new Layer(name, documents, types, presets);
    }

    /// A document has about ten sentences to learn from.
    private static Presets.Preset layerPreset(Presets.Size size, int documents) {
        var usual = Presets.usual(TaskKind.NER, size, Math.max(1, documents * 10L));
        return new Presets.Preset(name(size), usual.why(), usual.optimizer(), usual.schedule());
    }

    private static String name(Presets.Size size) {
        return switch (size) {
            case SMALL -> "For a small encoder";
            case BASE -> "For an encoder as large as BERT base";
            case LARGE -> "For an encoder as large as BERT large";
        };
    }

    private static Preset shown(Presets.Preset preset) {
        var why = preset.why();
        var sentence = why.isEmpty() ? "" : why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1) + ".";
        return new Preset(
                preset.name(),
                sentence,
                preset.schedule().epochs(),
                preset.optimizer().rate());
    }

    private List<Source> shipped() throws IOException {
        if (!Files.isDirectory(recipes)) return List.of();
        List<Path> files;
        try (var inside = Files.list(recipes)) {
            files = inside.filter(file -> file.toString().endsWith(".toml"))
                    .sorted()
                    .toList();
        }
        var sources = new ArrayList<Source>();
        for (var file : files) {
            if (!known.containsKey(file) && !hasData(file)) continue;
            try {
                sources.add(recipe(file));
            } catch (IOException _) {
                // One that cannot be used is not offered; opened by hand, it says why.
            }
        }
        return sources;
    }

    /// Read without the data's size, which a whole reading may need.
    private static boolean hasData(Path file) throws IOException {
        var places = DataPlaces.besides(file);
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("train = \""))
                .map(line -> line.substring(9).replaceFirst("[\"#].*$", ""))
                .allMatch(name -> isThere(places, name));
    }

    private static boolean isThere(DataPlaces places, String name) {
        try {
            return Files.exists(places.find(name));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// Read once: it does not change under a person's hands.
    synchronized Source recipe(Path file) throws IOException {
        var source = known.get(file);
        if (source == null && RecipeFile.readAny(file) instanceof PretrainingRecipe recipe) {
            return pretraining.source(file, recipe);
        }
        if (source == null) {
            var recipe = RecipeFile.read(file);
            var presets = new ArrayList<Preset>();
            presets.add(new Preset(
                    AS_WRITTEN,
                    "",
                    recipe.schedule().epochs(),
                    recipe.optimizer().rate()));
            published(recipe).map(RunStarter::shown).forEach(presets::add);
            var task = recipe.isJoint() ? "joint" : recipe.form().kind().id();
            source = new RecipeSource(
                    recipe.model().name(), task, file, recipe.model().base(), presets);
            known.put(file, source);
        }
        return source;
    }

    /// What others published for the same data.
    private static Stream<Presets.Preset> published(Recipe recipe) {
        var data = recipe.data().train().toLowerCase(Locale.ROOT);
        return Presets.all().stream().filter(preset -> {
            var set = preset.name().substring(preset.name().indexOf('/') + 1).toLowerCase(Locale.ROOT);
            return data.contains("/" + set + "/");
        });
    }

    /// Bare encoders first: a new head on one of them is what most people want. Those that runs of this
    /// project have pretrained need not be installed.
    private List<Base> bases() {
        var bases = new ArrayList<>(pretraining.made());
        models.installed().stream()
                .sorted(Comparator.comparing(card -> !card.tasks().isEmpty()))
                .map(card -> new Base(card.id(), card.name()))
                .filter(base -> bases.stream().noneMatch(made -> made.name().equals(base.name())))
                .forEach(bases::add);
        return bases;
    }

    /// The whole recipe, with data that lie where it says.
    ///
    /// @param id of the model that is to come out
    RunRecipe recipe(Wish wish, String id) throws IOException {
        return switch (wish.source()) {
            case PlainText text -> pretraining.recipe(wish, text, id);
            case Layer layer -> ofLayer(wish, layer, id);
            case RecipeSource source -> ofRecipe(wish, source, id);
        };
    }

    private Recipe ofLayer(Wish wish, Layer layer, String id) {
        var data = workbench.writeTrainingData(layer.name(), runs.resolve("." + id + "-data"));
        var project = workbench.store().name();
        var start = new Recipe.Start(
                wish.base(),
                id,
                wish.name(),
                "Fine-tuned in BioGloss on the layer " + layer.name() + " of the project " + project + ".",
                "The layer " + layer.name() + " of the project " + project,
                "",
                true);
        var recipe = Recipe.forCorrections(data.resolve("train.jsonl"), data.resolve("dev.jsonl"), wish.types(), start);
        for (var size : Presets.Size.values()) {
            var preset = layerPreset(size, layer.documents());
            if (isChosen(preset, wish)) recipe = recipe.with(preset.optimizer()).with(preset.schedule());
        }
        return chosen(recipe, wish);
    }

    private static Recipe ofRecipe(Wish wish, RecipeSource source, String id) throws IOException {
        var written = DataPlaces.besides(source.file()).anchored(RecipeFile.read(source.file()));
        var recipe = new Recipe(
                written.parts(),
                written.temperature(),
                started(written.model(), wish, id),
                written.optimizer(),
                written.schedule(),
                written.compute(),
                written.seeds());
        for (var preset : Presets.all()) {
            if (isChosen(preset, wish)) recipe = recipe.with(preset.optimizer()).with(preset.schedule());
        }
        return chosen(recipe, wish);
    }

    private static Recipe.Start started(Recipe.Start written, Wish wish, String id) {
        return new Recipe.Start(
                wish.base(),
                id,
                wish.name(),
                written.description(),
                written.trainedOn(),
                written.licence(),
                written.halfPrecisionOnDisk());
    }

    private static boolean isChosen(Presets.Preset preset, Wish wish) {
        return wish.preset()
                .filter(chosen -> chosen.name().equals(preset.name()))
                .isPresent();
    }

    private static Recipe chosen(Recipe recipe, Wish wish) {
        var now = recipe.with(recipe.optimizer().atRate(wish.rate()))
                .with(recipe.schedule().withEpochs(wish.epochs()));
        return new Recipe(
                now.parts(),
                now.temperature(),
                now.model(),
                now.optimizer(),
                now.schedule(),
                now.compute(),
                wish.seeds());
    }
}
