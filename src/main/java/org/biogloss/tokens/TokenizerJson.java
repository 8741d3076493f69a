package org.biogloss.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Changes to the content of a `tokenizer.json`.
final class TokenizerJson {

    private static final List<String> RULES = List.of("do_lower_case", "strip_accents", "tokenize_chinese_chars");
    private static final List<String> RULES_THERE = List.of("lowercase", "strip_accents", "handle_chinese_chars");

    /// Whether a text's first word is cut as if a space stood before it.
    private static final String PREFIX = "add_prefix_space";

    private TokenizerJson() {}

    /// A length to cut or fill up to belongs to a use of the vocabulary, not to the vocabulary.
    static void dropLimits(ObjectNode json) {
        json.putNull("truncation").putNull("padding");
    }

    /// Lets `tokenizer_config.json` overrule how words are made plain and begin, as `transformers` does.
    static void overrule(ObjectNode json, JsonNode config) {
        if (isBytes(json) && config.path(PREFIX).isBoolean()) {
            ((ObjectNode) json.get("pre_tokenizer")).set(PREFIX, config.get(PREFIX));
        }
        if (!(json.path("normalizer") instanceof ObjectNode rules)) return;
        if (!rules.path("type").asText().equals("BertNormalizer")) return;
        for (int i = 0; i < RULES.size(); i++) {
            if (config.path(RULES.get(i)).isBoolean()) rules.set(RULES_THERE.get(i), config.get(RULES.get(i)));
        }
    }

    /// What [#overrule] would read from a `tokenizer_config.json`.
    static void putRules(JsonNode json, ObjectNode config) {
        if (isBytes(json))
            config.put(PREFIX, json.path("pre_tokenizer").path(PREFIX).asBoolean());
        var rules = json.path("normalizer");
        if (!rules.path("type").asText().equals("BertNormalizer")) return;
        for (int i = 0; i < RULES.size(); i++) {
            var rule = rules.get(RULES_THERE.get(i));
            if (rule != null) config.set(RULES.get(i), rule);
        }
    }

    static Tokenizer.Borders borders(JsonNode json) {
        var words = json.path("pre_tokenizer");
        return switch (words.path("type").asText()) {
            case "BertPreTokenizer" -> Tokenizer.Borders.WORDS;
            case "ByteLevel" ->
                words.path("use_regex").asBoolean(true)
                                && json.path("normalizer").isNull()
                        ? Tokenizer.Borders.SPACES
                        : Tokenizer.Borders.NONE;
            default -> Tokenizer.Borders.NONE;
        };
    }

    private static boolean keepsSpaces(JsonNode normalizer) {
        return normalizer.isNull() || normalizer.path("type").asText().equals("Lowercase");
    }

    static boolean writesBytes(JsonNode json) {
        return json.path("pre_tokenizer").toString().contains("ByteLevel")
                || json.path("decoder").toString().contains("ByteLevel");
    }

    static List<String> whole(JsonNode json) {
        var whole = new ArrayList<String>();
        for (var added : json.path("added_tokens"))
            whole.add(added.path("content").asText());
        return whole;
    }

    /// The class of `transformers` that reads it as it is meant. A RoBERTa's would forget to lower the
    /// case.
    static String kind(JsonNode json) {
        if (!isBytes(json)) return "BertTokenizer";
        return json.path("normalizer").isObject() ? "PreTrainedTokenizerFast" : "RobertaTokenizer";
    }

    private static boolean isBytes(JsonNode json) {
        return json.path("pre_tokenizer").path("type").asText().equals("ByteLevel");
    }

    /// Declares a piece that a text holds whole, letter for letter.
    static void addWhole(ObjectNode json, String piece, int id) {
        var added = json.withArray("added_tokens");
        for (int i = 0; i < added.size(); i++) {
            if (added.get(i).path("content").asText().equals(piece)) added.remove(i--);
        }
        int at = 0;
        while (at < added.size() && added.get(at).path("id").asInt() < id) at++;
        added.insertObject(at)
                .put("id", id)
                .put("content", piece)
                .put("single_word", false)
                .put("lstrip", false)
                .put("rstrip", false)
                .put("normalized", false)
                .put("special", true);
    }

    /// Gives another name to a piece of the vocabulary.
    static void rename(ObjectNode json, String piece, String newName) {
        var pieces = (ObjectNode) json.path("model").path("vocab");
        int id = pieces.remove(piece).asInt();
        pieces.put(newName, id);
        var added = json.withArray("added_tokens");
        for (int i = 0; i < added.size(); i++) {
            if (added.get(i).path("content").asText().equals(piece)) added.remove(i--);
        }
    }

    /// Leaves only some pieces of a WordPiece vocabulary, and gives them new ids.
    ///
    /// @param kept old ids in the order of the new ones
    static void keepOnly(ObjectNode json, List<Integer> kept) {
        var fresh = new HashMap<Integer, Integer>();
        for (int old : kept) fresh.put(old, fresh.size());
        var known = (ObjectNode) json.path("model").path("vocab");
        var byId = new TreeMap<Integer, String>();
        for (var piece : known.properties()) {
            var id = fresh.get(piece.getValue().asInt());
            if (id != null) byId.put(id, piece.getKey());
        }
        known.removeAll();
        byId.forEach((id, piece) -> known.put(piece, id));
        for (var added : json.withArray("added_tokens")) renumber((ObjectNode) added, "id", fresh);
        renumberFrame(json.path("post_processor"), fresh);
    }

    /// A frame names its pieces with their ids, in one of two forms.
    private static void renumberFrame(JsonNode frame, Map<Integer, Integer> fresh) {
        for (var side : List.of("sep", "cls")) {
            if (!(frame.path(side) instanceof ArrayNode pair)) continue;
            var id = fresh.get(pair.path(1).asInt());
            if (id != null) pair.set(1, pair.numberNode(id));
        }
        for (var special : frame.path("special_tokens")) {
            if (!(special.path("ids") instanceof ArrayNode ids)) continue;
            for (int i = 0; i < ids.size(); i++) {
                var id = fresh.get(ids.get(i).asInt());
                if (id != null) ids.set(i, ids.numberNode(id));
            }
        }
    }

    private static void renumber(ObjectNode object, String field, Map<Integer, Integer> fresh) {
        var id = fresh.get(object.path(field).asInt());
        if (id != null) object.put(field, id);
    }

    /// How many separators stand between two texts: one, or two as in RoBERTa.
    static int between(JsonNode json, SpecialPieces special) {
        var frame = json.path("post_processor");
        if (frame.path("type").asText().equals("RobertaProcessing")) return 2;
        int between = 0;
        boolean inside = false;
        for (var part : frame.path("pair")) {
            if (part.has("Sequence")) inside = !inside;
            else if (inside && part.path("SpecialToken").path("id").asText().equals(special.sep())) between++;
        }
        return Math.max(1, between);
    }
}
