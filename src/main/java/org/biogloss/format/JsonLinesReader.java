package org.biogloss.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/// Reads one JSON object a line; see [JsonDocument] for what one may hold.
final class JsonLinesReader implements DocumentReader {

    private static final ObjectReader JSON = new JsonMapper().readerFor(JsonNode.class);

    @Override
    public void read(FileInput input, Intake intake) throws IOException {
        var lines = new Lines(input, intake);
        while (lines.advance()) {
            if (lines.line().isBlank()) continue;
            try {
                JsonNode node = JSON.readValue(lines.line());
                if (node.isObject()) intake.offer(new JsonDocument(node, lines.where(), intake).read());
                else intake.rejected(lines.where(), "the line is no JSON object");
            } catch (JsonProcessingException broken) {
                intake.rejected(lines.where(), "the line is no JSON: " + Quote.of(broken.getOriginalMessage()));
            }
        }
    }
}
