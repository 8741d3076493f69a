package org.biogloss.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.biogloss.document.Source;

/// Who says so, as a JSON object: `{"person": "anna"}`, `{"imported": "file"}`, `{"model": "ner", "confidence":
/// 0.9}`, and with `accepted` or `rejected` the person who decided on a model's suggestion.
final class JsonSource {

    private JsonSource() {}

    static Optional<Source> read(JsonNode node) {
        if (node.has("model")) {
            double confidence = node.path("confidence").asDouble(1.0);
            if (!(confidence >= 0 && confidence <= 1)) return Optional.empty();
            var model = new Source.Model(node.path("model").asText(), confidence);
            if (node.has("accepted"))
                return Optional.of(new Source.Accepted(node.path("accepted").asText(), model));
            if (node.has("rejected"))
                return Optional.of(new Source.Rejected(node.path("rejected").asText(), model));
            return Optional.of(model);
        }
        if (node.has("person"))
            return Optional.of(new Source.Person(node.path("person").asText()));
        if (node.has("imported"))
            return Optional.of(new Source.Imported(node.path("imported").asText()));
        return Optional.empty();
    }

    static ObjectNode write(Source source) {
        var node = JsonNodeFactory.instance.objectNode();
        return switch (source) {
            case Source.Person(var name) -> node.put("person", name);
            case Source.Imported(var from) -> node.put("imported", from);
            case Source.Model model -> write(node, model);
            case Source.Accepted(var by, var model) -> write(node, model).put("accepted", by);
            case Source.Rejected(var by, var model) -> write(node, model).put("rejected", by);
        };
    }

    private static ObjectNode write(ObjectNode node, Source.Model model) {
        return node.put("model", model.name()).put("confidence", model.confidence());
    }
}
