package org.biogloss.tokens;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The older form of a BERT vocabulary: one piece a line in `vocab.txt`, and the rules in `tokenizer_config.json`.
final class WordPieceFile {

    private static final List<String> SPECIAL = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WordPieceFile() {}

    /// The `tokenizer.json` that says the same.
    static byte[] read(Path list) throws IOException {
        var pieces = lines(list);
        for (var special : List.of("[UNK]", "[CLS]", "[SEP]", "[PAD]")) {
            if (!pieces.contains(special)) {
                throw new IOException("Cannot read " + list + ": it has no line " + special
                        + ", so it is not the vocabulary of a BERT model.");
            }
        }
        var rules = rules(list.resolveSibling("tokenizer_config.json"));
        var json = JSON.createObjectNode().put("version", "1.0");
        var added = json.putArray("added_tokens");
        for (var special : SPECIAL) {
            int id = pieces.indexOf(special);
            if (id < 0) continue;
            added.addObject()
                    .put("id", id)
                    .put("content", special)
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false)
                    .put("special", true);
        }
        putRules(json, rules);
        putFrame(json, pieces);
        var model = json.putObject("model")
                .put("type", "WordPiece")
                .put("unk_token", "[UNK]")
                .put("continuing_subword_prefix", "##")
                .put("max_input_chars_per_word", 100);
        var vocab = model.putObject("vocab");
        for (int id = 0; id < pieces.size(); id++) vocab.put(pieces.get(id), id);
        return JSON.writeValueAsBytes(json);
    }

    /// Beside a `tokenizer.json`: what older programs and `transformers` read too.
    static void write(Path folder, Tokenizer tokenizer) throws IOException {
        Files.write(folder.resolve("vocab.txt"), tokenizer.vocabulary());
        var config = JSON.createObjectNode()
                .put("tokenizer_class", "BertTokenizer")
                .put("do_lower_case", tokenizer.lowerCases())
                .put("do_basic_tokenize", true)
                .put("tokenize_chinese_chars", true)
                .putNull("strip_accents")
                .put("model_max_length", 512);
        var map = JSON.createObjectNode();
        for (var target : List.of(config, map)) {
            target.put("unk_token", "[UNK]").put("sep_token", "[SEP]").put("pad_token", "[PAD]");
            target.put("cls_token", "[CLS]").put("mask_token", "[MASK]");
        }
        var pretty = JSON.writerWithDefaultPrettyPrinter();
        Files.write(folder.resolve("tokenizer_config.json"), pretty.writeValueAsBytes(config));
        Files.write(folder.resolve("special_tokens_map.json"), pretty.writeValueAsBytes(map));
    }

    private static List<String> lines(Path list) throws IOException {
        try {
            return Files.readAllLines(list);
        } catch (MalformedInputException e) {
            throw new IOException("Cannot read " + list + ": it is not text in UTF-8.", e);
        }
    }

    /// BERT's own defaults where there is no such file: lower case, accents stripped with it.
    private static ObjectNode rules(Path config) throws IOException {
        if (!Files.exists(config)) return JSON.createObjectNode();
        if (JSON.readTree(config.toFile()) instanceof ObjectNode rules) return rules;
        throw new IOException("Cannot read " + config + ": it is not a JSON object.");
    }

    private static void putRules(ObjectNode json, ObjectNode rules) {
        var normalizer = json.putObject("normalizer")
                .put("type", "BertNormalizer")
                .put("clean_text", true)
                .put(
                        "handle_chinese_chars",
                        rules.path("tokenize_chinese_chars").asBoolean(true))
                .put("lowercase", rules.path("do_lower_case").asBoolean(true));
        var accents = rules.path("strip_accents");
        if (accents.isBoolean()) normalizer.put("strip_accents", accents.asBoolean());
        else normalizer.putNull("strip_accents");
        json.putObject("pre_tokenizer").put("type", "BertPreTokenizer");
        json.putObject("decoder").put("type", "WordPiece").put("prefix", "##").put("cleanup", true);
    }

    /// `[CLS] text [SEP]`, and `[CLS] text [SEP] second [SEP]` for two.
    private static void putFrame(ObjectNode json, List<String> pieces) {
        json.putObject("post_processor")
                .put("type", "BertProcessing")
                .set("sep", JSON.createArrayNode().add("[SEP]").add(pieces.indexOf("[SEP]")));
        ((ObjectNode) json.get("post_processor"))
                .set("cls", JSON.createArrayNode().add("[CLS]").add(pieces.indexOf("[CLS]")));
    }
}
