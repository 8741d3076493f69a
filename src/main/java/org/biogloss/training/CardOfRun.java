package org.biogloss.training;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.biogloss.registry.CardFile;
import org.biogloss.registry.CardPage;
import org.biogloss.registry.ModelCard;
import org.biogloss.tasks.NerScores;

/// What the card of the model that a run makes will say.
record CardOfRun(Recipe recipe, ModelCard base, List<String> types, long parameters, RunFolder run) {

    /// Writes the card and the recipe into a folder that holds the model.
    ModelCard write(Path folder, Map<String, Double> scores) throws IOException {
        var start = recipe.model();
        var card = new ModelCard(
                start.id(),
                start.name(),
                folder,
                List.of(ModelCard.NER),
                types,
                base.id(),
                parameters,
                start.licence(),
                scores,
                start.trainedOn(),
                start.description());
        var toml = RecipeFile.format(recipe);
        RecipeFile.write(folder.resolve("recipe.toml"), recipe);
        CardFile.write(card, CardPage.of(card, LocalDate.now(), toml));
        return card;
    }

    /// Fractions by name, in all and by type.
    static Map<String, Double> scores(String split, NerScores scores) {
        var named = new TreeMap<String, Double>();
        named.put(split + ".precision", scores.precision());
        named.put(split + ".recall", scores.recall());
        named.put(split + ".f1", scores.f1());
        if (scores.perType().size() > 1) {
            scores.perType().forEach((type, counts) -> named.put(split + ".f1." + type, counts.f1()));
        }
        return named;
    }
}
