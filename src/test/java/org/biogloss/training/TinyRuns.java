package org.biogloss.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.biogloss.bert.DeviceWish;
import org.biogloss.bert.Precision;
import org.biogloss.bert.TinyModel;
import org.biogloss.registry.Models;
import org.biogloss.tasks.TaskForm;
import org.biogloss.tasks.TaskKind;

/// Runs that are over in a second: a network of 16 numbers a piece that spells its words, and sentences of a few words.
final class TinyRuns {

    private static final List<String> WORDS = List.of("gab", "nor", "tep", "kil", "mos", "dun", "rav", "pix");
    private static final List<String> FRAMES = List.of("we saw %s in it.", "a %s was seen.", "no %s here.", "its %s.");

    private final Path folder;

    TinyRuns(Path folder) {
        this.folder = folder;
    }

    /// The tiny network of the network's own tests, as a folder to start from.
    Path base() throws IOException {
        var base = folder.resolve("tiny-base");
        return Files.exists(base) ? base : TinyModel.copy(base);
    }

    /// 32 sentences with a gene each.
    Path mentions() throws IOException {
        var lines = new StringBuilder();
        for (var word : WORDS) {
            for (var frame : FRAMES) {
                int start = frame.indexOf("%s");
                lines.append(
                        "{\"id\":\"%s%d\",\"text\":\"%s\",\"entities\":[{\"start\":%d,\"end\":%d,\"type\":\"Gene\"}]}\n"
                                .formatted(word, start, frame.formatted(word), start, start + word.length()));
            }
        }
        return Files.writeString(folder.resolve("mentions.jsonl"), lines);
    }

    /// 32 pairs, every other one related.
    Path pairs() throws IOException {
        var lines = new StringBuilder();
        for (var word : WORDS) {
            for (int i = 0; i < 4; i++) {
                lines.append("{\"id\":\"%s%d\",\"masked_text\":\"@GENE$ %s @DISEASE$ %s.\",\"labels\":[\"%s\"]}\n"
                        .formatted(word, i, i % 2 == 0 ? "makes" : "or", word, i % 2 == 0 ? "yes" : "none"));
            }
        }
        return Files.writeString(folder.resolve("pairs.jsonl"), lines);
    }

    Recipe recipe(Path data, TaskForm form, int epochs) throws IOException {
        return Recipe.of(
                form,
                new Recipe.Data(data.toString(), data.toString(), Optional.empty(), List.of()),
                new Recipe.Start(base().toString(), "tiny", "Tiny", "", "", "", false),
                Recipe.Optimizer.withRate(3e-3),
                Recipe.Schedule.of(epochs, 4, 40),
                new Recipe.Numbers(DeviceWish.CPU, Optional.of(Precision.FLOAT32), 1),
                5);
    }

    /// Eight steps an epoch.
    Recipe recipe(int epochs) throws IOException {
        return recipe(mentions(), TaskForm.usual(TaskKind.NER), epochs);
    }

    static Recipe checkpointing(Recipe recipe, int every) {
        var s = recipe.schedule();
        return recipe.with(new Recipe.Schedule(
                s.epochs(),
                s.batchExamples(),
                s.tokens(),
                s.maxLength(),
                s.warmup(),
                s.decay(),
                s.evaluateEvery(),
                s.patience(),
                s.checkpointMinutes(),
                every));
    }

    FineTuning training(Recipe recipe, RunFolder run) {
        return new FineTuning(recipe, DataPlaces.besides(folder.resolve("recipe.toml")), run, models(), _ -> {});
    }

    static Models models() {
        return new Models(List.of());
    }
}
