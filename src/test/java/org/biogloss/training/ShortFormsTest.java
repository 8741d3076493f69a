package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
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
/// shown: a handful of every answer teaches no network of this size to answer what it has not seen (on the whole sets,
/// published scores of MiniLM are hardly above the majority), and the question is whether the recipe learns at all.
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
            # of each answer
            chemprot      | 16       | 0   | 12     | 4     | 3e-4 | 64     | shown       | 0.15
            ddi           | 16       | 0   | 12     | 4     | 3e-4 | 64     | shown       | 0.15
            gad           | 80       | 0   | 8      | 8     | 3e-4 | 64     | shown       | 0.10
            biosses       | 64       | 0   | 8      | 4     | 3e-4 | 96     | shown       | 0.30
            hoc           | 16       | 0   | 12     | 4     | 2e-4 | 64     | shown       | 0.10
            pubmedqa      | 16       | 0   | 10     | 4     | 3e-4 | 64     | shown       | 0.10
            bioasq        | 24       | 0   | 10     | 4     | 3e-4 | 64     | shown       | 0.10
            """)
    void aFewHundredExamplesTeachMoreThanTheAnswerThatNeverChanges(
            String name, int limit, int dev, int epochs, int batch, double rate, int length, String on, double margin)
            throws Exception {
        var file = Path.of("models/recipes", name + ".toml");
        var places = DataPlaces.besides(file);
        assumeTrue(
                places.shared().map(d -> Files.exists(d.resolve("blurb"))).orElse(false),
                "biogloss.data does not hold the BLURB data");
        var whole = places.anchored(RecipeFile.read(file));
        var recipe = shortened(whole, limit, dev, epochs, batch, rate, length);
        if (on.equals("shown")) {
            int answers = name.equals("hoc") ? 3 : 6; // ten hallmarks would need more of each
            var few = few(places.find(whole.data().train()), limit, answers).toString();
            recipe = recipe.with(new Recipe.Data(few, few, Optional.empty(), List.of()));
        }
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

    /// The first lines with each answer: a handful of every class, however rare.
    ///
    /// @param each    of one answer; abstracts with several labels are passed over
    /// @param answers so many at most
    private Path few(Path source, int each, int answers) throws IOException {
        var json = JsonMapper.builder().build();
        var seen = new HashMap<String, Integer>();
        var kept = new ArrayList<String>();
        try (var in = new GZIPInputStream(Files.newInputStream(source));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var labels = json.readTree(line).path("labels");
                if (labels.isArray() && labels.size() != 1) continue;
                if (seen.size() == answers && !seen.containsKey(labels.toString())) continue;
                if (seen.merge(labels.toString(), 1, Integer::sum) <= each) kept.add(line);
            }
        }
        return Files.write(folder.resolve("few.jsonl"), kept);
    }

    private static Recipe shortened(Recipe recipe, int limit, int dev, int epochs, int batch, double rate, int length) {
        var data = recipe.data();
        var part = recipe.parts().getFirst();
        var fewer = new Recipe.Data(data.train(), data.dev(), Optional.empty(), data.types(), 0, limit, dev);
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
