package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.biogloss.tasks.TaskForm;
import org.biogloss.tasks.TaskKind;
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

        var usual = Presets.usual(TaskKind.NER, Presets.Size.SMALL, 5_000);
        assertEquals(usual.optimizer(), recipe.optimizer());
        assertEquals(usual.schedule(), recipe.schedule());
        assertEquals(TaskForm.usual(TaskKind.NER), recipe.form());
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
            [schedule] % decay = "square"         | schedule.decay needs to be one of linear, cosine, constant, not "square"
            [schedule] % tokens = 3               | schedule.tokens needs to be 0 (count examples) or 8 to 4194304, not 3
            [optimizer] % layerDecay = 0          | optimizer.layerDecay needs to be above 0 and at most 1, not 0
            [optimizer] % accumulate = 0          | optimizer.accumulate needs to be 1 to 4096, not 0
            [optimizer] % classWeights = "some"   | optimizer.classWeights needs to be "none", "balanced" or a list of numbers
            [optimizer] % classWeights = [1, -1]  | optimizer.classWeights needs numbers above 0, not -1
            [form] % scheme = "bilou"             | form.scheme needs to be one of bio, bioul, io, not "bilou"
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
            task = "chess"                       | task needs to be one of ner, pico, relation, similarity, classification, question, not "chess"
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

    private static final String JOINT = """
            seeds = [3, 1, 2]
            temperature = 2.0
            [[part]]
            name = "genes"
            task = "ner"
            [part.form]
            scheme = "bioul"
            [part.data]
            train = "genes.jsonl"
            dev = "genes-dev.jsonl"
            [[part]]
            name = "pairs"
            task = "relation"
            weight = 0.5
            [part.form]
            input = "markers"
            reading = "starts"
            negative = "none"
            [part.data]
            train = "pairs.jsonl"
            dev = "pairs-dev.jsonl"
            negatives = 1.5
            [model]
            id = "both"
            [optimizer]
            classWeights = "balanced"
            frozenLayers = 2
            [schedule]
            decay = "cosine"
            tokens = 4096
            """;

    @Test
    void severalTasksAndSeedsAreReadAndWrittenAsTheSame() throws IOException {
        var recipe = RecipeFile.parse(JOINT);

        assertEquals(List.of(3L, 1L, 2L), recipe.seeds());
        assertEquals(
                List.of("genes", "pairs"),
                recipe.parts().stream().map(Recipe.Part::name).toList());
        assertEquals(Optional.of("none"), recipe.parts().get(1).form().negative());
        assertEquals(1.5, recipe.parts().get(1).data().negatives());
        assertEquals(Recipe.ClassWeights.BALANCED, recipe.optimizer().classWeights());
        assertEquals(recipe, RecipeFile.parse(RecipeFile.format(recipe)));
    }

    @Test
    void aMisspeltKeyInAPartIsRefusedWithItsPlace() {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> RecipeFile.parse(JOINT.replace("weight =", "wait =")));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("part[2].wait is not a key"), refused.getMessage());
    }

    @Test
    void aPresetGivesWhatTheFileLeavesOut() throws IOException {
        var recipe = RecipeFile.parse(
                "task = \"relation\"\npreset = \"linkbert-base/ChemProt\"\n" + LEAST + "[schedule]\nepochs = 4\n");

        assertEquals(3e-5, recipe.optimizer().rate());
        assertEquals(32, recipe.schedule().batchExamples());
        assertEquals(4, recipe.schedule().epochs());
        assertEquals(26, Presets.all().size());
    }

    @Test
    void fewExamplesAreShownMoreOften() {
        var few = Presets.usual(TaskKind.NER, Presets.Size.SMALL, 300);
        var many = Presets.usual(TaskKind.NER, Presets.Size.SMALL, 20_000);

        assertTrue(few.schedule().epochs() > many.schedule().epochs());
        assertEquals(
                3e-5,
                Presets.usual(TaskKind.QUESTION, Presets.Size.BASE, 450)
                        .optimizer()
                        .rate());
    }

    @Test
    void everyCommittedRecipeIsUnderstoodAndThereIsOneForEachSetOfBlurb() throws IOException {
        var ids = new TreeSet<String>();
        try (var files = Files.walk(Path.of("models/recipes"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".toml")).toList()) {
                var recipe = RecipeFile.readAny(file);
                assertTrue(ids.add(recipe.modelId()), recipe.modelId());
                if (recipe instanceof Recipe fineTuning) {
                    assertEquals(fineTuning, RecipeFile.parse(RecipeFile.format(fineTuning)), file.toString());
                }
            }
        }

        assertTrue(ids.containsAll(List.of(
                "bc2gm",
                "bc5-chem",
                "bc5-disease",
                "bioasq",
                "biosses",
                "chemprot",
                "ddi",
                "ebm-pico",
                "gad",
                "hoc",
                "jnlpba",
                "ncbi-disease",
                "pubmedqa")));
        var substitute = RecipeFile.read(Path.of("models/recipes/ebm-pico.toml"));
        assertTrue(substitute.model().description().contains("not a BLURB score"));
    }
}
