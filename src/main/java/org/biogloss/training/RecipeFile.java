package org.biogloss.training;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A recipe as a TOML file. What a file leaves out has the value of [Presets#usual] for its task, its encoder and
/// the size of its data, or of the preset that it names; what is written leaves nothing out.
public final class RecipeFile {

    static final String AUTO = "auto";

    private static final TomlMapper TOML = TomlMapper.builder().build();

    private RecipeFile() {}

    /// @throws IOException with words, if the file is missing, is not TOML, is a recipe of another kind, or holds a
    ///     key or value that cannot be
    public static Recipe read(Path file) throws IOException {
        return read(file, UnaryOperator.identity());
    }

    /// @param change made to the file's tree before it is understood, as a sweep does
    static Recipe read(Path file, UnaryOperator<JsonNode> change) throws IOException {
        return readAs(file, tree -> {
            if (isPretraining(tree)) throw new IllegalArgumentException("it is for `biogloss pretrain`");
            return fineTuning(file, change.apply(tree));
        });
    }

    /// As [#read], of a recipe for pretraining.
    public static PretrainingRecipe readPretraining(Path file) throws IOException {
        return readAs(file, tree -> {
            if (!isPretraining(tree)) {
                throw new IllegalArgumentException(
                        "it has no line kind = \"pretraining\", so it is for `biogloss train`");
            }
            return PretrainingReader.read(tree);
        });
    }

    /// As [#read], of whichever kind it is.
    public static RunRecipe readAny(Path file) throws IOException {
        return readAs(file, tree -> isPretraining(tree) ? PretrainingReader.read(tree) : fineTuning(file, tree));
    }

    private static boolean isPretraining(JsonNode tree) {
        return tree.path("kind").asText().equals(PretrainingRecipe.TASK);
    }

    private static Recipe fineTuning(Path file, JsonNode tree) {
        return new RecipeReader(new RecipeSurroundings(DataPlaces.besides(file))).read(tree);
    }

    private static <R> R readAs(Path file, Function<JsonNode, R> reader) throws IOException {
        try {
            return reader.apply(TOML.readTree(Files.readString(file)));
        } catch (NoSuchFileException e) {
            throw new IOException("Cannot read the recipe " + file + ": there is no such file.", e);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new IOException(
                    "Cannot read the recipe " + file + ": it is not TOML"
                            + (at == null ? "" : ", from line " + at.getLineNr() + " on") + ".",
                    e);
        } catch (IllegalArgumentException e) {
            throw new IOException("Cannot use the recipe " + file + ": " + e.getMessage() + ".", e);
        }
    }

    /// @throws IllegalArgumentException naming the key
    public static Recipe parse(String toml) throws JacksonException {
        var nowhere = new RecipeSurroundings(DataPlaces.besides(Path.of("recipe.toml")));
        return new RecipeReader(nowhere).read(TOML.readTree(toml));
    }

    public static void write(Path file, RunRecipe recipe) throws IOException {
        Files.writeString(file, format(recipe));
    }

    public static String format(RunRecipe recipe) {
        return RecipeWriter.toml(recipe);
    }
}
