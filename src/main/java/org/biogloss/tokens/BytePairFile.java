package org.biogloss.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The older form of a RoBERTa vocabulary: byte-level pieces and ids in `vocab.json`, and in `merges.txt`
/// the pairs that make one piece of two, the most frequent first.
final class BytePairFile {

    static final String PIECES = "vocab.json";
    static final String MERGES = "merges.txt";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BytePairFile() {}

    /// The `tokenizer.json` that says the same.
    static ObjectNode read(Path folder) throws IOException {
        var vocabulary = SpecialPieces.read(folder.resolve(PIECES));
        var rules = SpecialPieces.read(folder.resolve("tokenizer_config.json"));
        var special = SpecialPieces.usual(
                        Vocabulary.ofPieces(vocabulary, folder.resolve(PIECES).toString()))
                .in(folder);
        for (var end : List.of(special.sep(), special.cls())) {
            if (vocabulary.has(end)) continue;
            throw new IOException("Cannot read " + folder.resolve(PIECES) + ": it has no piece " + end
                    + ", so it is not the vocabulary of a RoBERTa model.");
        }
        boolean prefix = rules.path("add_prefix_space").asBoolean(false);
        return json(vocabulary, merges(folder.resolve(MERGES)), special, prefix);
    }

    /// The `tokenizer.json` of a RoBERTa with these pieces.
    ///
    /// @param merges two pieces each, with a blank between, the most frequent first
    /// @param prefix whether a blank is thought before each text
    static ObjectNode json(ObjectNode vocabulary, List<String> merges, SpecialPieces special, boolean prefix) {
        var json = JSON.createObjectNode().put("version", "1.0");
        json.putNull("normalizer");
        json.putObject("pre_tokenizer")
                .put("type", "ByteLevel")
                .put("add_prefix_space", prefix)
                .put("trim_offsets", true)
                .put("use_regex", true);
        putFrame(json, special, vocabulary, prefix);
        json.putObject("decoder")
                .put("type", "ByteLevel")
                .put("add_prefix_space", true)
                .put("trim_offsets", true)
                .put("use_regex", true);
        var model = json.putObject("model")
                .put("type", "BPE")
                .putNull("dropout")
                .putNull("unk_token")
                .put("continuing_subword_prefix", "")
                .put("end_of_word_suffix", "")
                .put("fuse_unk", false);
        model.set("vocab", vocabulary);
        merges.forEach(model.putArray("merges")::add);
        for (var piece : special.all()) {
            if (vocabulary.has(piece))
                TokenizerJson.addWhole(json, piece, vocabulary.get(piece).asInt());
        }
        leaveNoSpaceBeforeMask(json, special);
        return json;
    }

    /// Beside a `tokenizer.json`, for older programs.
    static void write(Path folder, JsonNode json) throws IOException {
        Files.write(
                folder.resolve(PIECES),
                JSON.writeValueAsBytes(json.path("model").path("vocab")));
        var lines = new ArrayList<String>();
        lines.add("#version: 0.2");
        for (var merge : json.path("model").path("merges")) {
            lines.add(
                    merge.isArray() ? merge.get(0).asText() + " " + merge.get(1).asText() : merge.asText());
        }
        Files.write(folder.resolve(MERGES), lines);
    }

    private static void putFrame(ObjectNode json, SpecialPieces special, JsonNode vocabulary, boolean prefix) {
        var frame = json.putObject("post_processor").put("type", "RobertaProcessing");
        for (var end : List.of("sep", "cls")) {
            var name = end.equals("sep") ? special.sep() : special.cls();
            frame.putArray(end).add(name).add(vocabulary.get(name).asInt());
        }
        frame.put("trim_offsets", true).put("add_prefix_space", prefix);
    }

    /// The mask takes the place of a word with the space before it.
    private static void leaveNoSpaceBeforeMask(ObjectNode json, SpecialPieces special) {
        for (var added : json.path("added_tokens")) {
            if (added.path("content").asText().equals(special.mask())) ((ObjectNode) added).put("lstrip", true);
        }
    }

    private static List<String> merges(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("Cannot open the tokenizer: beside vocab.json, " + file
                    + " is missing. Copy it from where the model came from.");
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#version") && !line.isBlank())
                    .toList();
        } catch (MalformedInputException e) {
            throw new IOException("Cannot read " + file + ": it is not text in UTF-8.", e);
        }
    }
}
