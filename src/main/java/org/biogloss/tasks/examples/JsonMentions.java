package org.biogloss.tasks.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.biogloss.document.CodePointOffsets;
import org.biogloss.document.Span;
import org.biogloss.tasks.TypedSpan;

/// Mentions from JSON objects whose `start` and `end` count code points.
final class JsonMentions {

    private JsonMentions() {}

    /// @param types   to keep; empty for all
    /// @param checked whether a mention must cover the words it says it is: one that does not would teach nonsense
    /// @throws IllegalArgumentException with words, if one of them is no mention in the text
    static List<TypedSpan> read(JsonNode entities, String text, List<String> types, boolean checked) {
        if (!entities.isArray() && !entities.isMissingNode() && !entities.isNull()) {
            throw new IllegalArgumentException("its entities are no list: " + entities);
        }
        var offsets = new CodePointOffsets(text);
        var mentions = new ArrayList<TypedSpan>();
        for (var entity : entities) {
            var type = entity.path("type").asText("");
            if (!types.isEmpty() && !types.contains(type)) continue;
            if (type.isBlank()) throw new IllegalArgumentException("an entity has no type: " + entity);
            boolean split = entity.has("spans");
            var span = split ? hull(entity.path("spans"), offsets) : span(entity, offsets);
            if (checked && !split) checkWords(entity, span.in(text));
            mentions.add(new TypedSpan(span, type));
        }
        return mentions;
    }

    /// From the first stretch to the last, gaps included.
    private static Span hull(JsonNode spans, CodePointOffsets offsets) {
        return StreamSupport.stream(spans.spliterator(), false)
                .map(span -> span(span, offsets))
                .reduce(Span::union)
                .orElseThrow(() -> new IllegalArgumentException("an entity has no stretch of text"));
    }

    private static Span span(JsonNode at, CodePointOffsets offsets) {
        boolean pair = at.isArray();
        var start = pair ? at.path(0) : at.path("start");
        var end = pair ? at.path(1) : at.path("end");
        if (!start.isInt() || !end.isInt() || start.intValue() < 0) {
            throw new IllegalArgumentException("an entity has no start and end: " + at);
        }
        if (end.intValue() > offsets.count() || start.intValue() >= end.intValue()) {
            throw new IllegalArgumentException(
                    "an entity stands at " + start + ".." + end + " of a text of " + offsets.count() + " characters");
        }
        return offsets.toSpan(start.intValue(), end.intValue());
    }

    private static void checkWords(JsonNode entity, String there) {
        var words = entity.path("text");
        if (words.isTextual() && !there.equals(words.textValue())) {
            throw new IllegalArgumentException(
                    "an entity says it is \"" + words.textValue() + "\", but \"" + there + "\" stands at its place");
        }
    }
}
