package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainingRecipeTest {

    private static final String SHORTEST = """
            kind = "pretraining"
            [[corpus]]
            files = ["texts"]
            [model]
            vocabulary = "V"
            id = "m"
            """;

    @TempDir
    Path folder;

    private Path file(String toml) throws IOException {
        return Files.writeString(folder.resolve("recipe.toml"), toml);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        var origins = new String[] {
            "start = \"scratch\"\nvocabulary = \"V\"\nsize = \"12x768\"\npositions = 256",
            "start = \"continue\"\nbase = \"bge-small\"",
            "start = \"new-vocabulary\"\nbase = \"bge-small\"\nvocabulary = \"V\""
        };
        for (var origin : origins) {
            var recipe = RecipeFile.readPretraining(file("""
                    kind = "pretraining"
                    seed = 7
                    [[corpus]]
                    name = "general"
                    files = ["data:a.jsonl.gz", "b"]
                    share = 0.5
                    [[corpus]]
                    name = "papers"
                    files = ["c"]
                    without = ".*/(dev|test)"
                    share = 2
                    [text]
                    order = "successive"
                    leastWords = 128
                    [model]
                    %s
                    id = "m"
                    [masking]
                    unit = "pieces"
                    rate = 0.25
                    nextSentence = true
                    [optimizer]
                    rate = 6e-4
                    accumulate = 8
                    [schedule]
                    tokens = 512_000_000
                    lastLength = 256
                    lastShare = 0.1
                    decay = "cosine"
                    """.formatted(origin)));

            var again = RecipeFile.readAny(file(RecipeFile.format(recipe)));

            assertEquals(recipe, again);
        }
    }

    @Test
    void aShortRecipeHasUsualSettings() throws IOException {
        var recipe = RecipeFile.readPretraining(file(SHORTEST));

        assertEquals(PretrainingRecipe.Masking.USUAL, recipe.masking());
        assertEquals(1e-3, recipe.optimizer().rate());
        var scratch = assertInstanceOf(
                PretrainingRecipe.Origin.Scratch.class, recipe.model().origin());
        assertEquals(new PretrainingRecipe.Size(6, 384, 6, 1536, 512), scratch.size());
    }

    @Test
    void theRecipesThatShipAreSound() throws IOException {
        try (var files = Files.list(Path.of("models/recipes/pretraining"))) {
            var recipes =
                    files.filter(file -> file.toString().endsWith(".toml")).toList();
            assertEquals(4, recipes.size());
            for (var recipe : recipes) {
                assertEquals(
                        ".*/(dev|test)",
                        RecipeFile.readPretraining(recipe).corpora().getFirst().without());
            }
        }
    }

    @Test
    void eachKindOfRecipeIsReadByItsCommand() throws IOException {
        var pretraining = file(SHORTEST);
        assertTrue(refused(() -> RecipeFile.read(pretraining)).contains("biogloss pretrain"));
        var other = Files.writeString(folder.resolve("other.toml"), "task = \"ner\"\n");
        assertTrue(refused(() -> RecipeFile.readPretraining(other)).contains("biogloss train"));
    }

    @Test
    void aValueThatCannotBeIsNamedByItsKey() throws IOException {
        assertRefused("[masking]\nrate = 1.5\n", "masking.rate");
        assertRefused("[masking]\nmasked = 0.8\nrandom = 0.3\n", "masking.random");
        assertRefused("[schedule]\nlength = 4\n", "schedule.length");
        assertRefused("[schedule]\nlength = 1024\n", "model.positions");
        assertRefused("[schedule]\nbatch = 3\n", "schedule.batch is not a key");
        assertRefused("[text]\nheldOut = 0\n", "text.heldOut");
        assertRefused("[[corpus]]\nname = \"two\"\nfiles = [\"x\"]\nshare = 1\n", "corpus.share");
    }

    @Test
    void aSizeIsLayersTimesWidth() {
        assertEquals(12, PretrainingRecipe.Size.named("12x768").heads());
        assertEquals("12×384", PretrainingRecipe.Size.named("12×384").words());
        assertThrows(IllegalArgumentException.class, () -> PretrainingRecipe.Size.named("large"));
    }

    private void assertRefused(String more, String key) throws IOException {
        var file = file(SHORTEST + more);
        var words = refused(() -> RecipeFile.readPretraining(file));
        assertTrue(words.contains(key), words);
    }

    private static String refused(org.junit.jupiter.api.function.Executable reading) {
        return String.valueOf(assertThrows(IOException.class, reading).getMessage());
    }
}
