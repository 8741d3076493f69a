package org.biogloss.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.biogloss.jobs.JobContext;
import org.biogloss.tokens.compare.Passages;

/// The inputs of a BLURB data set as a network reads them: sentences, masked sentences of a relation, a question with
/// its contexts.
///
/// @param folder with `train.jsonl.gz`, `dev.jsonl.gz` and `test.jsonl.gz`, as far as they are there
public record BlurbPassages(Path folder) implements Passages {

    private static final List<String> SPLITS = List.of("train.jsonl.gz", "dev.jsonl.gz", "test.jsonl.gz");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The data sets in a folder of data sets, by name; none where there is no such folder.
    public static List<Passages> in(Path blurb) throws IOException {
        if (!Files.isDirectory(blurb)) return List.of();
        try (var folders = Files.list(blurb)) {
            return folders.filter(folder -> SPLITS.stream().anyMatch(split -> Files.exists(folder.resolve(split))))
                    .sorted()
                    .<Passages>map(BlurbPassages::new)
                    .toList();
        }
    }

    @Override
    public String name() {
        return String.valueOf(folder.getFileName());
    }

    @Override
    public void each(Taker taker, JobContext context) throws IOException {
        for (var split : SPLITS) {
            var file = folder.resolve(split);
            if (!Files.exists(file)) continue;
            try (var lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    context.checkCancelled();
                    give(JSON.readTree(line), taker);
                }
            }
        }
    }

    /// HoC's inputs are counted by sentence, as the paper does.
    private static void give(JsonNode record, Taker taker) {
        var id = record.path("id").asText();
        var texts =
                record.has("sentences") ? List.of(record.path("text").asText().split("\n")) : List.of(text(record));
        for (var text : texts) if (!text.isBlank()) taker.take(new Passage(id, text, List.of()));
    }

    private static String text(JsonNode record) {
        var parts = new ArrayList<String>();
        if (record.has("question")) parts.add(record.path("question").asText());
        record.path("contexts").forEach(context -> parts.add(context.asText()));
        var whole = record.has("masked_text") ? record.path("masked_text") : record.path("text");
        Stream.of(whole, record.path("text2"))
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty())
                .forEach(parts::add);
        return String.join(" ", parts);
    }
}
