package org.biogloss.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.document.CodePointOffsets;
import org.biogloss.document.Mention;
import org.biogloss.document.Span;
import org.biogloss.tasks.NerExample;

/// What is known and what was predicted, side by side, for others to score: a JSON object a line with `text`,
/// `entities` and `predicted`, in code points as all JSON Lines files here count.
public final class PredictionFile {

    private PredictionFile() {}

    /// @param predicted one list for each example
    public static void write(Path file, List<NerExample> examples, List<List<Mention>> predicted) throws IOException {
        var mapper = JsonMapper.builder().build();
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < examples.size(); i++) {
                var example = examples.get(i);
                var offsets = new CodePointOffsets(example.text());
                var line = mapper.createObjectNode().put("id", example.id()).put("text", example.text());
                var known = line.putArray("entities");
                example.mentions().forEach(mention -> put(known, mention.span(), mention.type(), offsets));
                var found = line.putArray("predicted");
                predicted.get(i).forEach(mention -> put(found, mention.hull(), mention.type(), offsets));
                out.write(mapper.writeValueAsString(line));
                out.write('\n');
            }
        }
    }

    private static void put(ArrayNode array, Span span, String type, CodePointOffsets offsets) {
        array.addObject()
                .put("start", offsets.toPoint(span.start()))
                .put("end", offsets.toPoint(span.end()))
                .put("type", type);
    }
}
