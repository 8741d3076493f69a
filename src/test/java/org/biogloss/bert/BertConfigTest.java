package org.biogloss.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.biogloss.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BertConfigTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() {
        assertEquals(BertConfig.MINILM_L6, BertConfig.of(BertConfig.MINILM_L6.toJson()));
    }

    @Test
    void whatCannotBeIsTurnedDownWithItsName() throws IOException {
        assertMessage("hidden_size", json -> json.remove("hidden_size"));
        assertMessage("num_attention_heads 7", json -> json.put("num_attention_heads", 7));
        assertMessage("layer_norm_eps", json -> json.put("layer_norm_eps", -1));
        assertMessage("deberta-v2", json -> json.put("model_type", "deberta-v2"));
        assertMessage("laplace", json -> json.put("hidden_act", "laplace"));
        assertMessage("relative_key", json -> json.put("position_embedding_type", "relative_key"));
        assertMessage("pad_token_id", json -> json.put("pad_token_id", 99999));
    }

    @Test
    void aMissingOrBrokenFileIsSaidInWords() throws IOException {
        var file = folder.resolve("config.json");
        Failure.says("is missing", () -> BertConfig.read(file));
        Files.writeString(file, "{");
        Failure.says("not JSON", () -> BertConfig.read(file));
    }

    private void assertMessage(String part, Consumer<ObjectNode> spoil) throws IOException {
        var json = BertConfig.MINILM_L6.toJson();
        spoil.accept(json);
        var file = folder.resolve("config.json");
        Files.writeString(file, json.toString());
        Failure.says(part, () -> BertConfig.read(file));
    }
}
