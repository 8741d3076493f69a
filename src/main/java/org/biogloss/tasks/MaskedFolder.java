package org.biogloss.tasks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.bert.LearningNetwork;
import org.biogloss.tokens.Tokenizer;

/// A network that guesses masked pieces, as a folder that `AutoModelForMaskedLM` reads, and that any task may
/// start from.
public final class MaskedFolder {

    private MaskedFolder() {}

    /// @param network with a single head, which guesses masked pieces
    /// @param window  the most pieces of a row that it has met
    /// @param half    in half the space
    public static void write(Path folder, LearningNetwork network, Tokenizer tokenizer, int window, boolean half)
            throws IOException {
        var config = network.config();
        var head = network.heads().getFirst();
        if (network.heads().size() > 1 || !head.form().isMasked()) {
            throw new IllegalArgumentException("Not a network that guesses masked pieces: " + network.heads());
        }
        // transformers would take the words of a BertTokenizer for WordPiece.
        var kind =
                tokenizer.continuing().isEmpty() && config.family().tokenizer().equals("BertTokenizer")
                        ? "PreTrainedTokenizerFast"
                        : config.family().tokenizer();
        ModelFolder.write(folder, tokenizer, kind, window, part -> {
            network.saveWeights(part.resolve(ModelFolder.WEIGHTS), half);
            var json = config.toJson(head, List.of(), half);
            Files.write(
                    part.resolve(ModelFolder.CONFIG),
                    JsonMapper.builder()
                            .build()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(json));
        });
    }
}
