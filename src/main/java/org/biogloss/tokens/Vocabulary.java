package org.biogloss.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pieces of a `tokenizer.json` and their ids, which DJL's tokenizer does not tell.
record Vocabulary(List<String> pieces, Map<String, Integer> ids) {

    static final String NONE = "[unused]";

    static Vocabulary of(JsonNode json, String where) throws IOException {
        var ids = new HashMap<String, Integer>();
        var vocab = json.path("model").path("vocab");
        if (vocab.isArray()) { // unigram: pairs of piece and score
            for (int i = 0; i < vocab.size(); i++) ids.put(vocab.get(i).path(0).asText(), i);
        }
        for (var added : json.path("added_tokens")) {
            ids.put(added.path("content").asText(), added.path("id").asInt(-1));
        }
        put(vocab, ids);
        return of(ids, where);
    }

    /// @param pieces each with its id
    static Vocabulary ofPieces(ObjectNode pieces, String where) throws IOException {
        var ids = new HashMap<String, Integer>();
        put(pieces, ids);
        return of(ids, where);
    }

    private static void put(JsonNode pieces, Map<String, Integer> ids) {
        for (var piece : pieces.properties())
            ids.putIfAbsent(piece.getKey(), piece.getValue().asInt(-1));
    }

    private static Vocabulary of(Map<String, Integer> ids, String where) throws IOException {
        if (ids.isEmpty()) throw new IOException("Cannot read " + where + ": it has no vocabulary.");
        int last = Collections.max(ids.values());
        int first = Collections.min(ids.values());
        if (first < 0 || last > 10_000_000) {
            throw new IOException("Cannot read " + where + ": a piece has the id " + (first < 0 ? first : last) + ".");
        }
        var pieces = new ArrayList<>(Collections.nCopies(last + 1, NONE));
        ids.forEach((piece, id) -> pieces.set(id, piece));
        return new Vocabulary(List.copyOf(pieces), Map.copyOf(ids));
    }

    int size() {
        return pieces.size();
    }

    Optional<Integer> id(String piece) {
        return Optional.ofNullable(ids.get(piece));
    }

    int special(String name) {
        return id(name).orElseThrow(() -> new IllegalStateException("The vocabulary has no piece " + name + "."));
    }
}
