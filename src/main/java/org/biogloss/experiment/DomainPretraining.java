package org.biogloss.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.biogloss.format.CorpusFiles;
import org.biogloss.registry.WholeFolder;
import org.biogloss.tokens.VocabularyTraining;
import org.biogloss.training.PretrainingRecipe;
import org.biogloss.training.PretrainingRecipe.Origin;
import org.biogloss.training.RecipeFile;
import org.biogloss.training.RunState;
import org.biogloss.training.SeededRuns;
import org.biogloss.training.pretraining.Pretraining;

/// `domain-pretraining`: the paper's question (Gu et al., sections 2.2 and 3.2) at the size of a workstation.
///
/// Networks of one size learn from as many pieces each: of general text, of general and then biomedical text, of
/// biomedical text with a vocabulary of its own. Each is then fine-tuned on the same sets.
public final class DomainPretraining implements Experiment {

    /// Fewer than the paper's 30,522: its text is a thousand times as long, and most of so many pieces would be met a
    /// few times only.
    static final int PIECES = 8_192;

    /// In the order of the tables.
    static final List<String> MODELS = List.of("general", "general-then-biomedical", "biomedical");

    static final List<String> TASKS = List.of("ncbi-disease", "bc5-chem");

    @Override
    public String name() {
        return "domain-pretraining";
    }

    @Override
    public String words() {
        return "general text, general then biomedical text, or biomedical text with its own vocabulary";
    }

    @Override
    public Path run(Setting setting) throws Exception {
        var recipes = recipes(setting);
        for (var vocabulary : corpora(recipes.values()).entrySet()) {
            train(vocabulary.getKey(), vocabulary.getValue(), setting);
        }
        for (var recipe : recipes.entrySet()) pretrain(recipe.getKey(), recipe.getValue(), setting);
        for (var model : recipes.keySet()) {
            for (var task : TASKS) fineTune(model, task, setting);
        }
        return new DomainReport(setting, recipes).write();
    }

    private static Map<String, PretrainingRecipe> recipes(Setting setting) throws IOException {
        var recipes = new LinkedHashMap<String, PretrainingRecipe>();
        for (var model : MODELS) {
            var recipe = RecipeFile.readPretraining(setting.recipes().resolve(model + ".toml"));
            if (setting.tokens().isPresent()) {
                recipe = recipe.with(recipe.schedule().with(setting.tokens().getAsLong(), 1));
            }
            recipes.put(model, recipe);
        }
        return recipes;
    }

    /// For each vocabulary that a recipe starts with, the corpus of that name.
    private static Map<String, PretrainingRecipe.Corpus> corpora(Iterable<PretrainingRecipe> recipes) {
        var corpora = new LinkedHashMap<String, PretrainingRecipe.Corpus>();
        for (var recipe : recipes) {
            for (var corpus : recipe.corpora()) {
                if (corpus.name().equals(vocabulary(recipe))) corpora.putIfAbsent(corpus.name(), corpus);
            }
        }
        return corpora;
    }

    static String vocabulary(PretrainingRecipe recipe) {
        if (recipe.model().origin() instanceof Origin.Scratch(var vocabulary, var _)) return vocabulary;
        throw new IllegalArgumentException(
                "The experiment's models start from nothing, and " + recipe.modelId() + " from " + recipe.base());
    }

    private static void train(String name, PretrainingRecipe.Corpus corpus, Setting setting) throws IOException {
        var folder = setting.vocabulary(name);
        WholeFolder.recover(folder);
        if (Files.exists(folder)) return;
        setting.telling().say("vocabulary " + name);
        var files = new ArrayList<Path>();
        for (var file : corpus.files()) files.add(setting.places().find(file));
        var texts = CorpusFiles.of(files);
        if (!corpus.without().isEmpty()) texts = texts.without(corpus.without());
        var wish = VocabularyTraining.Wish.wordPiece(PIECES);
        try (var tokenizer =
                VocabularyTraining.train(texts, wish, setting.telling().watch())) {
            WholeFolder.replace(folder, tokenizer::save);
        }
    }

    private static void pretrain(String model, PretrainingRecipe recipe, Setting setting) throws Exception {
        var folder = setting.pretraining(model);
        setting.telling().say("pretraining " + recipe.modelName());
        var origin = (Origin.Scratch) recipe.model().origin();
        var vocabulary = setting.vocabulary(origin.vocabulary()).toString();
        var placed = recipe.with(recipe.model().with(new Origin.Scratch(vocabulary, origin.size())));
        var pretraining = new Pretraining(placed, setting.places(), folder, setting.models(), setting.telling()::say);
        mustFinish(pretraining.run(true, setting.telling().watch(folder)).state(), folder.folder());
    }

    private static void fineTune(String model, String task, Setting setting) throws Exception {
        var folder = setting.fineTuning(model, task);
        var recipe = RecipeFile.read(setting.recipes().resolve(task + ".toml"));
        setting.telling().say("fine-tuning " + model + " for " + recipe.modelName());
        recipe = recipe.withBase(setting.pretraining(model).best().toString());
        if (setting.limit().isPresent()) {
            int limit = setting.limit().get();
            recipe = recipe.with(recipe.data().withLimits(limit, limit));
        }
        var runs = new SeededRuns(
                recipe,
                setting.places(),
                folder,
                setting.models(),
                rejection -> setting.telling().say("left out: " + rejection));
        var summary = runs.run(true, setting.telling()::watch);
        if (summary.finished().size() < recipe.seeds().size()) mustFinish(RunState.PAUSED, folder.folder());
    }

    private static void mustFinish(RunState state, Path folder) throws IOException {
        if (state != RunState.FINISHED) {
            throw new IOException("The run in " + folder + " has not come to its end ("
                    + state.name().toLowerCase(Locale.ROOT) + "). Start the experiment again to go on.");
        }
    }
}
