package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.biogloss.tasks.examples.BlindGuess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each committed recipe of BLURB in a short form: up to a few hundred real examples and the smaller encoder. It has to
/// beat the best answer that never changes by a margin.
///
/// Names and words are measured on the dev split. Relations, classes, similarity and questions are measured on what was
/// shown: a hundred examples teach no network of this size to answer what it has not seen (on the whole sets, published
/// scores of MiniLM are hardly above the majority), and the question here is whether the recipe learns at all.
@Tag("slow")
class ShortFormsTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # recipe      | examples | dev | epochs | batch | rate | length | measured on | margin
            ncbi-disease  | 400      | 200 | 3      | 8     | 6e-4 | 64     | dev         | 0.15
            bc5-chem      | 400      | 200 | 3      | 8     | 6e-4 | 64     | dev         | 0.15
            bc5-disease   | 400      | 200 | 3      | 8     | 6e-4 | 64     | dev         | 0.15
            bc2gm         | 400      | 200 | 3      | 8     | 6e-4 | 64     | dev         | 0.15
            jnlpba        | 300      | 150 | 3      | 8     | 6e-4 | 64     | dev         | 0.15
            ebm-pico      | 300      | 150 | 2      | 8     | 5e-4 | 64     | dev         | 0.10
            chemprot      | 120      | 120 | 10     | 8     | 2e-4 | 96     | shown       | 0.15
            ddi           | 120      | 120 | 10     | 8     | 2e-4 | 96     | shown       | 0.15
            gad           | 160      | 160 | 8      | 8     | 3e-4 | 64     | shown       | 0.10
            biosses       | 64       | 64  | 8      | 4     | 3e-4 | 96     | shown       | 0.30
            hoc           | 48       | 48  | 14     | 4     | 5e-4 | 96     | shown       | 0.10
            pubmedqa      | 48       | 48  | 10     | 4     | 3e-4 | 64     | shown       | 0.10
            bioasq        | 48       | 48  | 10     | 4     | 3e-4 | 64     | shown       | 0.05
            """)
    void aFewHundredExamplesTeachMoreThanTheAnswerThatNeverChanges(
            String name, int limit, int dev, int epochs, int batch, double rate, int length, String on, double margin)
            throws Exception {
        var file = Path.of("models/recipes", name + ".toml");
        var places = DataPlaces.besides(file);
        assumeTrue(
                places.shared().map(d -> Files.exists(d.resolve("blurb"))).orElse(false),
                "biogloss.data does not hold the BLURB data");
        var recipe = shortened(RecipeFile.read(file), limit, dev, epochs, batch, rate, length, on.equals("shown"));
        var part = TrainingData.read(recipe, places, _ -> {}).getFirst();
        double blind =
                BlindGuess.of(part.head().form(), part.train(), part.dev()).value();

        var run = new RunFolder(folder.resolve(name));
        new FineTuning(recipe, places, run, new Models(List.of()), _ -> {}).run(false, JobContext.silent());

        double best = best(run);
        System.out.printf("%-14s %.3f, without looking %.3f%n", name, best, blind);
        assertTrue(best >= blind + margin, name + " came to " + best + ", without looking one gets " + blind);
    }

    private static double best(RunFolder run) throws IOException {
        return Run.open(run.folder()).events().poll().stream()
                .filter(event -> event.path("event").asText().equals("best"))
                .mapToDouble(event -> event.path("value").asDouble())
                .max()
                .orElse(-1);
    }

    private static Recipe shortened(
            Recipe recipe, int limit, int dev, int epochs, int batch, double rate, int length, boolean shown) {
        var data = recipe.data();
        var part = recipe.parts().getFirst();
        var fewer = new Recipe.Data(
                data.train(), shown ? data.train() : data.dev(), Optional.empty(), data.types(), 0, limit, dev);
        return Recipe.of(
                part.form(),
                fewer,
                new Recipe.Start("minilm-l6", "short", "Short", "", "", "", false),
                Recipe.Optimizer.withRate(rate),
                Recipe.Schedule.of(epochs, batch, length),
                recipe.compute(),
                1);
    }
}
