package org.biogloss.training.pretraining;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.biogloss.registry.CardFile;
import org.biogloss.registry.CardPage;
import org.biogloss.registry.ModelCard;
import org.biogloss.tasks.MaskedFolder;
import org.biogloss.tasks.Scores;
import org.biogloss.training.RecipeFile;

/// What a pretraining run leaves: a model's folder with a card that says what it was made of, to start
/// fine-tuning from.
final class PretrainedFolder {

    private PretrainedFolder() {}

    static void write(Path folder, OpenRun run, Scores scores) throws IOException {
        var half = run.recipe().model().halfPrecisionOnDisk();
        MaskedFolder.write(folder, run.network(), run.tokenizer(), run.longest(), half);
        var card = card(folder, run, scores);
        RecipeFile.write(folder.resolve("recipe.toml"), run.recipe());
        CardFile.write(card, CardPage.of(card, LocalDate.now(), RecipeFile.format(run.recipe()), "pretrain"));
    }

    private static ModelCard card(Path folder, OpenRun run, Scores scores) {
        var model = run.recipe().model();
        var shares = new TreeMap<String, Double>();
        scores.values().forEach((name, value) -> {
            if (value <= 1) shares.put("heldOut." + name, value); // a card's scores are shares
        });
        shares.keySet().removeIf(name -> name.endsWith(PretrainingWork.PERPLEXITY));
        var trainedOn = model.trainedOn().isBlank() ? texts(run) : model.trainedOn();
        var guesses = String.format(
                Locale.ROOT,
                "On held-out text its perplexity at masked pieces is %.2f.",
                scores.value(PretrainingWork.PERPLEXITY));
        return new ModelCard(
                model.id(),
                model.name(),
                folder,
                List.of(),
                List.of(),
                run.origin().base(),
                run.network().size(),
                model.licence(),
                shares,
                trainedOn,
                (model.description() + " " + guesses).strip());
    }

    private static String texts(OpenRun run) {
        return run.corpora().all().stream()
                .map(corpus -> String.format(
                        Locale.ROOT,
                        "%s (%,d texts, %.1f M pieces)",
                        corpus.name(),
                        corpus.counts().texts(),
                        corpus.counts().pieces() / 1e6))
                .collect(Collectors.joining(", "));
    }
}
