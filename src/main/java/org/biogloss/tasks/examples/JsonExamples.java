package org.biogloss.tasks.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.LabelledText;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.QuestionExample;
import org.biogloss.tasks.RelationExample;
import org.biogloss.tasks.ScoredPair;
import org.biogloss.tasks.TaskKind;

/// Examples from JSON objects. Beside the keys of this program's own files stand those that LinkBERT's preprocessing of
/// BLURB writes (`sentence`, `sentence1`, `sentence2`, `label`, `ner_tags`) and those of PubMedQA.
///
/// @param types of mentions to keep; empty for all
record JsonExamples(TaskKind kind, List<String> types) {

    /// @param id for an object that has none
    /// @throws IllegalArgumentException with words, if the object is no example
    Example read(JsonNode object, String id) {
        if (!object.isObject()) throw new IllegalArgumentException("it is not a JSON object");
        var own = object.path("id").asText("");
        var name = own.isBlank() ? id : own;
        return switch (kind) {
            case NER, PICO -> mentions(object, name);
            case RELATION -> relation(object, name);
            case SIMILARITY -> pair(object, name);
            case CLASSIFICATION -> labelled(object, name);
            case QUESTION -> question(object, name);
        };
    }

    /// Which document an example is from.
    static String document(JsonNode object) {
        var document = object.path("doc").asText("");
        return document.isBlank() ? object.path("id").asText("") : document;
    }

    private Example mentions(JsonNode object, String id) {
        if (!object.has("entities") && object.path("tokens").isArray()) {
            var tags = object.has("tags") ? object.path("tags") : object.path("ner_tags");
            return TaggedSentences.example(id, texts(object.path("tokens")), texts(tags), types);
        }
        var text = text(object, "text");
        return new NerExample(id, text, JsonMentions.read(object.path("entities"), text, types, true));
    }

    /// Where the source masked the sentence, it did so at the offsets it gives, be they right or not: a pair of BLURB
    /// whose entity is off by a letter is a pair of BLURB.
    private static Example relation(JsonNode object, String id) {
        var masked = Optional.of(object.has("masked_text") ? object.path("masked_text") : object.path("sentence"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
        var text = masked.isPresent() && !object.has("text") ? masked.get() : text(object, "text");
        var entities = JsonMentions.read(object.path("entities"), text, List.of(), masked.isEmpty());
        if (!entities.isEmpty() && entities.size() != 2) {
            throw new IllegalArgumentException("it has " + entities.size() + " entities; a pair has two");
        }
        return new RelationExample(
                id,
                text,
                masked,
                entities.stream().findFirst(),
                entities.stream().skip(1).findFirst(),
                label(object));
    }

    private static Example pair(JsonNode object, String id) {
        var score = object.has("score") ? object.path("score") : object.path("label");
        if (!score.isNumber()) throw new IllegalArgumentException("it has no score");
        return new ScoredPair(
                id, text(object, "text", "sentence1"), text(object, "text2", "sentence2"), score.doubleValue());
    }

    private static Example labelled(JsonNode object, String id) {
        var text = text(object, "text", "sentence");
        var labels = object.path("labels");
        if (labels.isArray()) return new LabelledText(id, text, texts(labels));
        var label = object.path("label");
        if (label.isTextual()) return new LabelledText(id, text, List.of(label.textValue()));
        if (!label.isArray()) throw new IllegalArgumentException("it has no labels");
        return new LabelledText(id, text, HallmarkSentences.named(texts(label)));
    }

    private static Example question(JsonNode object, String id) {
        var contexts = first(object, "contexts", "context", "sentence2", "CONTEXTS");
        if (contexts.isMissingNode()) throw new IllegalArgumentException("it has no contexts");
        return new QuestionExample(
                id,
                text(object, "question", "sentence1", "QUESTION"),
                contexts.isArray() ? texts(contexts) : List.of(contexts.asText("")),
                label(object));
    }

    /// The only label there is.
    private static String label(JsonNode object) {
        var labels = object.path("labels");
        if (labels.isArray() && labels.size() != 1) {
            throw new IllegalArgumentException("it has " + labels.size() + " labels where there is one to tell");
        }
        var label = labels.isArray() ? labels.path(0) : first(object, "label", "final_decision");
        if (!label.isValueNode() || label.isNull()) throw new IllegalArgumentException("it has no label");
        return label.asText("");
    }

    private static String text(JsonNode object, String... names) {
        var text = first(object, names);
        if (!text.isTextual()) throw new IllegalArgumentException("it has no " + names[0]);
        return text.textValue();
    }

    private static JsonNode first(JsonNode object, String... names) {
        for (var name : names) if (object.has(name)) return object.path(name);
        return object.path(names[0]);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        for (var text : array) texts.add(text.asText(""));
        return texts;
    }
}
