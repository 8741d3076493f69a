package org.biogloss.training.pretraining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.biogloss.bert.DeviceWish;
import org.biogloss.bert.Precision;
import org.biogloss.bert.TinyModel;
import org.biogloss.registry.Models;
import org.biogloss.training.DataPlaces;
import org.biogloss.training.PretrainingRecipe;
import org.biogloss.training.PretrainingRecipe.Corpus;
import org.biogloss.training.PretrainingRecipe.Masking;
import org.biogloss.training.PretrainingRecipe.Model;
import org.biogloss.training.PretrainingRecipe.Origin;
import org.biogloss.training.PretrainingRecipe.Schedule;
import org.biogloss.training.PretrainingRecipe.Size;
import org.biogloss.training.PretrainingRecipe.Text;
import org.biogloss.training.Recipe;
import org.biogloss.training.RunFolder;

/// Pretraining that is over in a second: words of a few letters, and a network of 16 numbers a piece.
final class TinyPretraining {

    private static final List<String> WORDS = List.of("gab", "nor", "tep", "kil", "mos", "dun", "rav", "pix");

    private final Path folder;

    TinyPretraining(Path folder) {
        this.folder = folder;
    }

    Path vocabulary() throws IOException {
        var vocabulary = folder.resolve("vocabulary");
        return Files.exists(vocabulary) ? vocabulary : TinyModel.copy(vocabulary);
    }

    /// 60 texts of some sentences each; every fourth says that a dev split holds it.
    Path texts() throws IOException {
        var chance = new Random(3);
        var lines = new StringBuilder();
        for (int text = 0; text < 60; text++) {
            lines.append("{\"id\":\"t").append(text).append("\",");
            if (text % 4 == 0) lines.append("\"in\":[\"SET/dev\"],");
            lines.append("\"text\":\"");
            for (int sentence = 0; sentence < 3 + chance.nextInt(3); sentence++) {
                for (int word = 0; word < 5; word++) {
                    lines.append(WORDS.get(chance.nextInt(WORDS.size()))).append(word < 4 ? ' ' : '.');
                }
                lines.append(' ');
            }
            lines.append("\"}\n");
        }
        return Files.writeString(folder.resolve("texts.jsonl"), lines);
    }

    Corpus corpus(String name, double share) throws IOException {
        return new Corpus(name, List.of(texts().toString()), "", share);
    }

    PretrainingRecipe recipe() throws IOException {
        return recipe(new Origin.Scratch(vocabulary().toString(), new Size(2, 16, 2, 32, 64)), Masking.USUAL);
    }

    PretrainingRecipe recipe(Origin origin, Masking masking) throws IOException {
        return new PretrainingRecipe(
                List.of(corpus("texts", 0)),
                new Text(PretrainingRecipe.Order.MIXED, 0, 0.1, 20),
                new Model(origin, "tiny", "Tiny", "", "", "", false),
                masking,
                Recipe.Optimizer.withRate(3e-3),
                schedule(40, 0),
                new Recipe.Numbers(DeviceWish.CPU, Optional.of(Precision.FLOAT32), 1),
                5);
    }

    /// @param steps of four rows of 32 pieces
    static Schedule schedule(long steps, int checkpointEvery) {
        return new Schedule(steps * 4 * 32, 1, 4, 32, 0, 0, 0.1, Recipe.Decay.LINEAR, 20, 5, checkpointEvery);
    }

    Pretraining pretraining(PretrainingRecipe recipe, RunFolder run) {
        return new Pretraining(
                recipe, DataPlaces.besides(folder.resolve("recipe.toml")), run, new Models(List.of()), _ -> {});
    }
}
