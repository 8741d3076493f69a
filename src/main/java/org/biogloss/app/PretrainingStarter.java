package org.biogloss.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.training.DataPlaces;
import org.biogloss.training.PretrainingRecipe;
import org.biogloss.training.PretrainingRecipe.Corpus;
import org.biogloss.training.PretrainingRecipe.Masking;
import org.biogloss.training.PretrainingRecipe.Model;
import org.biogloss.training.PretrainingRecipe.Order;
import org.biogloss.training.PretrainingRecipe.Origin;
import org.biogloss.training.PretrainingRecipe.Schedule;
import org.biogloss.training.PretrainingRecipe.Text;
import org.biogloss.training.Recipe;
import org.biogloss.training.RecipeFile;
import org.biogloss.training.RunState;
import org.biogloss.training.Runs;
import org.biogloss.ui.training.TrainingDesk.Base;
import org.biogloss.ui.training.TrainingDesk.PlainText;
import org.biogloss.ui.training.TrainingDesk.Preset;
import org.biogloss.ui.training.TrainingDesk.Source;
import org.biogloss.ui.training.TrainingDesk.Wish;
import org.biogloss.workbench.Workbench;

/// Pretraining runs that a person may start: on the texts of the project, or by a recipe that ships.
final class PretrainingStarter {

    private static final String AS_WRITTEN = "As the recipe says";

    /// Fewer teach a network nothing that it does not know.
    private static final int ENOUGH = 20;

    private static final int EPOCHS = 3;
    private static final double RATE = 2e-4;

    private final Workbench workbench;
    private final Models models;
    private final Path recipes;
    private final Path runs;

    PretrainingStarter(Workbench workbench, Models models, Path recipes, Path runs) {
        this.workbench = workbench;
        this.models = models;
        this.recipes = recipes;
        this.runs = runs;
    }

    List<Source> offer() throws IOException {
        var sources = new ArrayList<Source>();
        if (workbench.store().documentCount() >= ENOUGH) sources.add(ofProject());
        if (!Files.isDirectory(recipes)) return sources;
        try (var inside = Files.list(recipes)) {
            for (var file : inside.filter(path -> path.toString().endsWith(".toml"))
                    .sorted()
                    .toList()) {
                var recipe = RecipeFile.readPretraining(file);
                if (isReady(recipe, DataPlaces.besides(file))) sources.add(source(file, recipe));
            }
        }
        return sources;
    }

    /// The models that runs of the project have pretrained, newest first.
    List<Base> made() {
        var made = new ArrayList<Base>();
        for (var run : new Runs(runs).list()) {
            if (!run.recipe().task().equals(PretrainingRecipe.TASK)) continue;
            if (run.state() != RunState.FINISHED && run.state() != RunState.STOPPED) continue;
            run.model()
                    .ifPresent(folder ->
                            made.add(new Base(folder.toString(), run.recipe().modelName())));
        }
        return made;
    }

    private PlainText ofProject() {
        var preset = new Preset(
                "Go on with a general encoder",
                "A few passes at a moderate rate: the encoder learns this project's words and keeps what it knows.",
                EPOCHS,
                RATE);
        return new PlainText(
                "the texts of this project",
                Optional.empty(),
                ModelCard.embedded().id(),
                List.of(preset));
    }

    PlainText source(Path file, PretrainingRecipe recipe) {
        var preset = new Preset(
                AS_WRITTEN,
                recipe.model().description(),
                recipe.schedule().epochs(),
                recipe.optimizer().rate());
        return new PlainText(recipe.modelName(), Optional.of(file), recipe.base(), List.of(preset));
    }

    /// Whether its texts and its vocabulary are here.
    private boolean isReady(PretrainingRecipe recipe, DataPlaces places) {
        try {
            return recipe.corpora().stream()
                            .flatMap(corpus -> corpus.files().stream())
                            .allMatch(name -> Files.exists(places.find(name)))
                    && recipe.vocabulary().map(name -> isThere(name, places)).orElse(true);
        } catch (IllegalArgumentException _) {
            return false; // nobody said where the shared data lie
        }
    }

    private boolean isThere(String vocabulary, DataPlaces places) {
        return Files.isDirectory(places.find(vocabulary))
                || models.find(vocabulary).isPresent();
    }

    /// @param id of the model that is to come out
    PretrainingRecipe recipe(Wish wish, PlainText text, String id) throws IOException {
        var written = text.recipe().isPresent()
                ? read(text.recipe().get())
                : ofProject(
                        workbench.writeTexts(runs.resolve("." + id + "-data").resolve("texts.jsonl")));
        var model = written.model();
        var schedule = written.schedule();
        var named = new Model(
                origin(model.origin(), wish.base()),
                id,
                wish.name(),
                model.description(),
                model.trainedOn(),
                model.licence(),
                model.halfPrecisionOnDisk());
        return written.with(named)
                .with(written.optimizer().atRate(wish.rate()))
                .with(wish.epochs() == schedule.epochs() ? schedule : schedule.with(0, wish.epochs()));
    }

    private static PretrainingRecipe read(Path file) throws IOException {
        return DataPlaces.besides(file).anchored(RecipeFile.readPretraining(file));
    }

    /// Another base may be chosen than the recipe's; with a vocabulary of the recipe's own, it learns to read
    /// with that.
    private static Origin origin(Origin written, String base) {
        return switch (written) {
            case Origin.Scratch scratch when base.isEmpty() -> scratch;
            case Origin.Scratch(var vocabulary, var _) -> new Origin.NewVocabulary(base, vocabulary);
            case Origin.Going _ -> new Origin.Going(base);
            case Origin.NewVocabulary(var _, var vocabulary) -> new Origin.NewVocabulary(base, vocabulary);
        };
    }

    private PretrainingRecipe ofProject(Path texts) {
        var project = workbench.store().name();
        return new PretrainingRecipe(
                List.of(new Corpus("project", List.of(texts.toString()), "", 0)),
                new Text(Order.MIXED, 0, 0.1, 100),
                new Model(
                        new Origin.Going(ModelCard.embedded().id()),
                        "project",
                        "Project",
                        "Pretrained further in BioGloss on the texts of the project " + project + ".",
                        "The texts of the project " + project,
                        "",
                        false),
                Masking.USUAL,
                Recipe.Optimizer.withRate(RATE),
                Schedule.of(EPOCHS, 16, 128),
                Recipe.Numbers.AUTO,
                42);
    }
}
