package org.biogloss.tokens;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The words that Hugging Face's own code cuts a text into, as DJL brings it: a vocabulary of single bytes
/// tells them byte by byte, and the numbers of the words tell where each ends.
final class HuggingFaceWords implements AutoCloseable {

    private final HuggingFaceTokenizer cutter;
    private final Map<Character, Byte> bytes = new HashMap<>();

    private HuggingFaceWords(ObjectNode json) throws IOException {
        var vocab = ((ObjectNode) json.get("model")).putObject("vocab");
        for (int b = 0; b < 256; b++) {
            vocab.put(String.valueOf(FirstPieces.character(b)), b);
            bytes.put(FirstPieces.character(b), (byte) b);
        }
        var content = new ByteArrayInputStream(new JsonMapper().writeValueAsBytes(json));
        cutter = HuggingFaceTokenizer.newInstance(
                content, Map.of("padding", "false", "truncation", "false", "addSpecialTokens", "false"));
    }

    static HuggingFaceWords bert(boolean lowerCase, boolean stripAccents) throws IOException {
        var json = json();
        json.putObject("normalizer")
                .put("type", "BertNormalizer")
                .put("clean_text", true)
                .put("handle_chinese_chars", true)
                .put("strip_accents", stripAccents)
                .put("lowercase", lowerCase);
        var cutters = json.putObject("pre_tokenizer").put("type", "Sequence").putArray("pretokenizers");
        cutters.addObject().put("type", "BertPreTokenizer");
        cutters.addObject()
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", true)
                .put("use_regex", false);
        return new HuggingFaceWords(json);
    }

    static HuggingFaceWords bytes(boolean lowerCase) throws IOException {
        var json = json();
        if (lowerCase) json.putObject("normalizer").put("type", "Lowercase");
        json.putObject("pre_tokenizer")
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", true)
                .put("use_regex", true);
        return new HuggingFaceWords(json);
    }

    List<String> of(String text) {
        var encoding = cutter.encode(text, false, false);
        var words = new ArrayList<String>();
        var word = new ByteArrayOutputStream();
        var numbers = encoding.getWordIds();
        var pieces = encoding.getTokens();
        for (int i = 0; i < pieces.length; i++) {
            word.write(bytes.getOrDefault(pieces[i].charAt(0), (byte) '?'));
            if (i + 1 < pieces.length && numbers[i + 1] == numbers[i]) continue;
            words.add(word.toString(StandardCharsets.UTF_8));
            word.reset();
        }
        return words;
    }

    @Override
    public void close() {
        cutter.close();
    }

    private static ObjectNode json() {
        var json = new JsonMapper().createObjectNode().put("version", "1.0");
        json.putNull("normalizer");
        json.putObject("model")
                .put("type", "BPE")
                .putNull("unk_token")
                .put("fuse_unk", false)
                .putArray("merges");
        return json;
    }
}
