package org.biogloss.tasks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.bert.BertShape;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.SafetensorsWriter;

/// A bare encoder as a folder that `AutoModel` opens: something to fine-tune.
public final class EncoderFolder {

    private EncoderFolder() {}

    /// @param half whether weights are saved in two bytes each
    /// @throws IOException with words, if it cannot be written
    public static void write(Path folder, Checkpoint encoder, boolean half) throws IOException {
        var config = encoder.config();
        var kind = config.family().tokenizer();
        ModelFolder.write(folder, encoder.tokenizer(), kind, config.longest(), part -> {
            var weights = part.resolve(ModelFolder.WEIGHTS);
            SafetensorsWriter.write(weights, BertShape.of(config, List.of()), half, encoder.weights()::read);
            Files.write(part.resolve(ModelFolder.CONFIG), ModelFolder.json(config, List.of(), half));
        });
    }
}
