package org.biogloss.bert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A random network of 27 kB, and what transformers computes with it: see `src/bench/peers/make_tiny_model.py`.
public final class TinyModel {

    private TinyModel() {}

    public static Path folder() {
        try {
            var config = Objects.requireNonNull(TinyModel.class.getResource("tiny/config.json"));
            return Objects.requireNonNull(Path.of(config.toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A copy that a test may spoil.
    public static Path copy(Path into) throws IOException {
        Files.createDirectories(into);
        for (var file : List.of("config.json", "model.safetensors", "vocab.txt", "tokenizer_config.json")) {
            Files.copy(folder().resolve(file), into.resolve(file));
        }
        return into;
    }

    static JsonNode expected() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(folder().resolve("expected.json").toFile());
    }

    static float[] numbers(JsonNode list) {
        var numbers = new float[list.size()];
        for (int i = 0; i < numbers.length; i++)
            numbers[i] = (float) list.get(i).asDouble();
        return numbers;
    }

    /// The two rows of the expectations, without what fills up the second.
    static PieceBatch batch() throws IOException {
        var rows = new ArrayList<int[]>();
        for (var row : expected().get("ids")) {
            var ids = new ArrayList<Integer>();
            row.forEach(id -> ids.add(id.asInt()));
            rows.add(ids.stream()
                    .mapToInt(Integer::intValue)
                    .limit(rows.isEmpty() ? 8 : 5)
                    .toArray());
        }
        return PieceBatch.of(rows, 0);
    }

    static long[] labels() throws IOException {
        var labels = new ArrayList<Long>();
        for (var row : expected().get("labels")) row.forEach(label -> labels.add(label.asLong()));
        return labels.stream().mapToLong(Long::longValue).toArray();
    }
}
