package org.biogloss.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// One line of a corpus in JSON Lines: its texts, and nothing of what else it says.
///
/// @param id   empty where it has none
/// @param text empty where it has none
/// @param in   the evaluation splits that hold the same text, such as `BC5CDR/dev`
record CorpusRecord(String id, String text, List<String> in) {

    /// Fields that hold text, in the order in which they stand in it.
    private enum Part {
        QUESTION,
        TITLE,
        ABSTRACT,
        TEXT,
        BODY,
        CONTEXTS,
        TOKENS
    }

    private static final Map<String, Part> PARTS = List.of(Part.values()).stream()
            .collect(Collectors.toMap(p -> p.name().toLowerCase(Locale.ROOT), p -> p));

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /// @throws com.fasterxml.jackson.core.JsonProcessingException if it is no JSON object
    static CorpusRecord of(String line) throws IOException {
        var parts = new EnumMap<Part, String>(Part.class);
        var in = new ArrayList<String>();
        var id = "";
        try (var json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) throw new JsonParseException(json, "it is no object");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var field = json.currentName();
                var part = PARTS.get(field);
                json.nextToken();
                if (part != null) {
                    var text = String.join(part == Part.TOKENS ? " " : "\n", strings(json));
                    if (!text.isBlank()) parts.put(part, text);
                } else if (field.equals("id")) id = String.join("", strings(json));
                else if (field.equals("in")) in.addAll(strings(json));
                else json.skipChildren();
            }
        }
        return new CorpusRecord(id.strip(), joined(parts), in);
    }

    /// Where there is a text, it holds the abstract and the tokens already, and often begins with the title.
    private static String joined(Map<Part, String> parts) {
        var text = parts.get(Part.TEXT);
        if (text != null) {
            parts.remove(Part.ABSTRACT);
            if (text.startsWith(parts.getOrDefault(Part.TITLE, ""))) parts.remove(Part.TITLE);
        }
        if (parts.size() > 1) parts.remove(Part.TOKENS);
        return String.join("\n", parts.values());
    }

    /// A value, or the values of a list; objects in it are left out.
    private static List<String> strings(JsonParser json) throws IOException {
        if (json.currentToken().isScalarValue())
            return json.currentToken() == JsonToken.VALUE_NULL ? List.of() : List.of(json.getText());
        var values = new ArrayList<String>();
        boolean list = json.currentToken() == JsonToken.START_ARRAY;
        while (list && json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken().isScalarValue()) values.add(json.getText());
            else json.skipChildren();
        }
        if (!list) json.skipChildren();
        return values;
    }
}
