package org.biogloss.tokens;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The older form of a BERT vocabulary: one piece a line in `vocab.txt`, and the rules in
/// `tokenizer_config.json`.
final class WordPieceFile {

    static final String PIECES = "vocab.txt";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WordPieceFile() {}

    /// The `tokenizer.json` that says the same. BERT's own defaults where no file says otherwise: lower
    /// case, accents stripped with it.
    static ObjectNode read(Path folder) throws IOException {
        var list = folder.resolve(PIECES);
        var pieces = lines(list);
        var vocab = vocab(pieces);
        var special =
                SpecialPieces.usual(Vocabulary.ofPieces(vocab, list.toString())).in(folder);
        for (var needed : List.of(special.unk(), special.cls(), special.sep(), special.pad())) {
            if (!vocab.has(needed)) {
                throw new IOException("Cannot read " + list + ": it has no line " + needed
                        + ", so it is not the vocabulary of a BERT model.");
            }
        }
        var json = json(pieces, special, true, Optional.empty());
        TokenizerJson.overrule(json, SpecialPieces.read(folder.resolve("tokenizer_config.json")));
        return json;
    }

    /// The `tokenizer.json` of a BERT with these pieces.
    ///
    /// @param stripAccents where nobody says, as lower case
    static ObjectNode json(
            List<String> pieces, SpecialPieces special, boolean lowerCase, Optional<Boolean> stripAccents) {
        var vocab = vocab(pieces);
        var json = JSON.createObjectNode().put("version", "1.0");
        json.putObject("normalizer")
                .put("type", "BertNormalizer")
                .put("clean_text", true)
                .put("handle_chinese_chars", true)
                .put("strip_accents", stripAccents.orElse(null))
                .put("lowercase", lowerCase);
        json.putObject("pre_tokenizer").put("type", "BertPreTokenizer");
        var frame = json.putObject("post_processor").put("type", "BertProcessing");
        frame.putArray("sep").add(special.sep()).add(vocab.get(special.sep()).asInt());
        frame.putArray("cls").add(special.cls()).add(vocab.get(special.cls()).asInt());
        json.putObject("decoder").put("type", "WordPiece").put("prefix", "##").put("cleanup", true);
        json.putObject("model")
                .put("type", "WordPiece")
                .put("unk_token", special.unk())
                .put("continuing_subword_prefix", "##")
                .put("max_input_chars_per_word", 100)
                .set("vocab", vocab);
        for (var piece : special.all()) {
            if (vocab.has(piece))
                TokenizerJson.addWhole(json, piece, vocab.get(piece).asInt());
        }
        return json;
    }

    private static ObjectNode vocab(List<String> pieces) {
        var vocab = JSON.createObjectNode();
        for (int id = 0; id < pieces.size(); id++) vocab.put(pieces.get(id), id);
        return vocab;
    }

    /// Beside a `tokenizer.json`, for older programs.
    static void write(Path folder, List<String> vocabulary) throws IOException {
        Files.write(folder.resolve(PIECES), vocabulary);
    }

    private static List<String> lines(Path list) throws IOException {
        try {
            return Files.readAllLines(list);
        } catch (MalformedInputException e) {
            throw new IOException("Cannot read " + list + ": it is not text in UTF-8.", e);
        }
    }
}
