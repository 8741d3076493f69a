package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeFileTest {

    private static final String LEAST = """
            [data]
            train = "train.jsonl"
            dev = "dev.jsonl"
            [model]
            id = "mine"
            """;

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAsTheSame() throws IOException {
        var recipe = Recipe.forCorpus(
                new Recipe.Data("a \"quoted\" file", "data:d", Optional.of("t"), List.of("Gene", "Cell\\Line")),
                new Recipe.Start("minilm-l6", "my-model.2", "Mine – α", "of\ntwo lines", "", "CC0-1.0", true));
        var file = folder.resolve("recipe.toml");

        RecipeFile.write(file, recipe);

        assertEquals(recipe, RecipeFile.read(file));
    }

    @Test
    void whatAFileLeavesOutHasTheUsualValue() throws IOException {
        var recipe = RecipeFile.parse(LEAST);

        assertEquals(Recipe.Optimizer.withRate(2e-4), recipe.optimizer());
        assertEquals(Recipe.Schedule.of(4, 16, 256), recipe.schedule());
        assertEquals("minilm-l6", recipe.model().base());
        assertEquals(Recipe.Numbers.AUTO, recipe.compute());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [optimizer] % rate = -0.0002          | optimizer.rate needs to be above 0 and at most 1, not -2.0E-4
            [optimizer] % rate = nan              | optimizer.rate needs to be above 0 and at most 1, not NaN
            [optimizer] % rate = "fast"           | optimizer.rate needs to be a number, not "fast"
            [optimizer] % weightDecay = -1        | optimizer.weightDecay needs to be between 0 and 1, not -1
            [optimizer] % beta2 = 1.0             | optimizer.beta2 needs to be at least 0 and below 1, not 1
            [optimizer] % clip = -0.5             | optimizer.clip needs to be 0 (no clipping) or a greatest norm above it, not -0.5
            [optimizer] % learningRate = 1e-4     | optimizer.learningRate is not a key that a recipe knows; here it knows rate
            [schedule] % epochs = 0               | schedule.epochs needs to be 1 to 1000, not 0
            [schedule] % epochs = 2.5             | schedule.epochs needs to be a whole number, not 2.5
            [schedule] % batchExamples = -8       | schedule.batchExamples needs to be 1 to 4096, not -8
            [schedule] % maxLength = 4            | schedule.maxLength needs to be 8 to 4096, not 4
            [schedule] % warmup = 1.5             | schedule.warmup needs to be at least 0 and below 1, not 1.5
            [compute] % device = "tpu"            | device needs to be one of auto, cpu, gpu, not "tpu"
            [compute] % precision = "int8"        | compute.precision needs to be one of float32, bfloat16
            [compute] % threads = -1              | compute.threads needs to be 0 (all cores) to 1024, not -1
            [shedule] % epochs = 3                | shedule is not a key that a recipe knows
            """)
    void aValueThatCannotBeIsRefusedWithItsKey(String more, String words) {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> RecipeFile.parse(LEAST + more.replace(" % ", "\n") + "\n"));

        assertTrue(String.valueOf(refused.getMessage()).contains(words), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [model]                              | data.train is missing
            task = "chess"                       | task needs to be one of ner, not "chess"
            data = "here"                        | data needs to be a table: [data]
            """)
    void aRecipeWithoutItsPartsIsRefused(String toml, String words) {
        var refused = assertThrows(IllegalArgumentException.class, () -> RecipeFile.parse(toml));

        assertTrue(String.valueOf(refused.getMessage()).contains(words), refused.getMessage());
    }

    @Test
    void anIdThatIsNoFolderNameIsRefused() {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> RecipeFile.parse(LEAST.replace("mine", "../elsewhere")));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("model.id needs to be"), refused.getMessage());
    }

    @Test
    void aFileThatIsNoTomlOrNotThereIsToldInWords() throws IOException {
        var file = folder.resolve("broken.toml");
        Files.writeString(file, "[data\ntrain = ");

        var broken = assertThrows(IOException.class, () -> RecipeFile.read(file));
        var missing = assertThrows(IOException.class, () -> RecipeFile.read(folder.resolve("none.toml")));

        assertTrue(String.valueOf(broken.getMessage()).contains("it is not TOML"), broken.getMessage());
        assertTrue(String.valueOf(missing.getMessage()).contains("there is no such file"), missing.getMessage());
    }

    @Test
    void pathsBesideTheRecipeAreAnchoredAndSharedOnesKept() throws IOException {
        var recipe = RecipeFile.parse(LEAST.replace("dev.jsonl", "data:dev.jsonl"));
        var places = new DataPlaces(folder, Optional.of(folder.resolve("shared")));

        var anchored = places.anchored(recipe);

        assertEquals(folder.resolve("train.jsonl").toString(), anchored.data().train());
        assertEquals("data:dev.jsonl", anchored.data().dev());
        assertEquals(
                folder.resolve("shared/dev.jsonl"), places.find(anchored.data().dev()));
    }
}
