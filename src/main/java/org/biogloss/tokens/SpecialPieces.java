package org.biogloss.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The pieces that frame and fill up a row, by name.
record SpecialPieces(String cls, String sep, String pad, String unk, String mask) {

    static final SpecialPieces BERT = new SpecialPieces("[CLS]", "[SEP]", "[PAD]", "[UNK]", "[MASK]");
    static final SpecialPieces ROBERTA = new SpecialPieces("<s>", "</s>", "<pad>", "<unk>", "<mask>");

    /// As BERT or as RoBERTa calls them, whichever the vocabulary has.
    static SpecialPieces usual(Vocabulary vocabulary) {
        return vocabulary.id(BERT.cls).isEmpty() && vocabulary.id(ROBERTA.cls).isPresent() ? ROBERTA : BERT;
    }

    /// Where the folder's `tokenizer_config.json` or `special_tokens_map.json` calls them otherwise.
    SpecialPieces in(Path folder) throws IOException {
        var names = this;
        for (var file : List.of("special_tokens_map.json", "tokenizer_config.json")) {
            var json = SpecialPieces.read(folder.resolve(file));
            names = new SpecialPieces(
                    name(json, "cls_token", names.cls),
                    name(json, "sep_token", names.sep),
                    name(json, "pad_token", names.pad),
                    name(json, "unk_token", names.unk),
                    name(json, "mask_token", names.mask));
        }
        return names;
    }

    void putInto(ObjectNode json) {
        json.put("unk_token", unk).put("sep_token", sep).put("pad_token", pad);
        json.put("cls_token", cls).put("mask_token", mask);
        if (this.equals(ROBERTA)) json.put("bos_token", cls).put("eos_token", sep);
    }

    List<String> all() {
        return List.of(pad, unk, cls, sep, mask);
    }

    /// An empty object where there is no such file.
    static ObjectNode read(Path file) throws IOException {
        var mapper = JsonMapper.builder().build();
        if (!Files.exists(file)) return mapper.createObjectNode();
        try {
            if (mapper.readTree(file.toFile()) instanceof ObjectNode json) return json;
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new IOException("Cannot read " + file + ": it is not JSON.", e);
        }
        throw new IOException("Cannot read " + file + ": it is not a JSON object.");
    }

    /// Either the text itself or an object that says more of it.
    private static String name(JsonNode json, String field, String otherwise) {
        var value = json.path(field);
        return value.isObject() ? value.path("content").asText(otherwise) : value.asText(otherwise);
    }
}
