package org.biogloss.tasks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.biogloss.bert.BertShape;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.SafetensorsWriter;

/// One of several heads with the encoder, as a model of its own, which `AutoModelFor…` of `transformers` opens.
public final class OneHead {

    private OneHead() {}

    /// @param name   of the head
    /// @param folder where the new model is to lie
    /// @throws IOException with words, if there is no such head, or `transformers` has no class for it
    public static void write(Path model, String name, Path folder) throws IOException {
        try (var checkpoint = Checkpoint.open(model)) {
            var heads = ModelFolder.heads(model, checkpoint);
            var head = heads.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IOException("There is no head " + name + " in " + model + ". It has "
                            + heads.stream().map(TaskHead::name).collect(Collectors.joining(", ")) + "."));
            write(checkpoint, head, ModelFolder.window(model, checkpoint.config()), folder, isHalf(model));
        }
    }

    static void write(Checkpoint checkpoint, TaskHead head, int window, Path folder, boolean half) throws IOException {
        var alone = List.of(head.named(""));
        if (!ModelFolder.isOrdinary(alone)) {
            throw new IOException("Cannot export " + head.name() + " to " + folder
                    + ": transformers has no class for a head that reads a relation off two places.");
        }
        var config = checkpoint.config();
        var named = BertShape.head(config, head.head());
        var plain = BertShape.head(config, alone.getFirst().head());
        ModelFolder.Weights weights = part -> SafetensorsWriter.write(
                part.resolve(ModelFolder.WEIGHTS),
                BertShape.of(config, List.of(alone.getFirst().head())),
                half,
                parameter -> {
                    int ofHead = plain.indexOf(parameter);
                    return checkpoint.weights().read(ofHead < 0 ? parameter : named.get(ofHead));
                });
        ModelFolder.write(folder, config, alone, checkpoint.tokenizer(), window, weights, half);
    }

    private static boolean isHalf(Path model) throws IOException {
        var config = JsonMapper.builder()
                .build()
                .readTree(model.resolve(ModelFolder.CONFIG).toFile());
        return config.path("torch_dtype").asText().equals("float16");
    }
}
