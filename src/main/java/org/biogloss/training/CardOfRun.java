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
import org.biogloss.tasks.Scores;

/// What the card of the model that a run makes will say.
record CardOfRun(Recipe recipe, ModelCard base, List<PartData> parts, long parameters) {

    /// Writes the card and the recipe into a folder that holds the model.
    ModelCard write(Path folder, Map<String, Double> scores) throws IOException {
        var start = recipe.model();
        var card = new ModelCard(
                start.id(),
                start.name(),
                folder,
                parts.stream().map(part -> part.head().kind().id()).distinct().toList(),
                parts.stream()
                        .flatMap(part -> ClassBalance.known(part.head()).stream())
                        .distinct()
                        .toList(),
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
    static Map<String, Double> scores(String split, Scores scores) {
        var named = new TreeMap<String, Double>();
        scores.values().forEach((name, value) -> named.put(split + "." + name, value));
        return named;
    }
}
