package org.biogloss.tasks.examples;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.document.CodePointOffsets;
import org.biogloss.document.Span;
import org.biogloss.tasks.Answer;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.LabelledText;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.QuestionExample;
import org.biogloss.tasks.RelationExample;
import org.biogloss.tasks.ScoredPair;

/// What is known and what was answered, side by side, for people to look through and for others to score: an example a
/// line, in the form in which [ExampleFile] reads it, and the answer under `predicted`.
public final class PredictionFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PredictionFile() {}

    /// @param answers one for each example
    public static void write(Path file, List<? extends Example> examples, List<? extends Answer> answers)
            throws IOException {
        if (examples.size() != answers.size()) {
            throw new IllegalArgumentException(examples.size() + " examples, but " + answers.size() + " answers");
        }
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < examples.size(); i++) {
                var line = known(examples.get(i));
                answer(line, examples.get(i), answers.get(i));
                out.write(JSON.writeValueAsString(line));
                out.write('\n');
            }
        }
    }

    private static ObjectNode known(Example example) {
        var line = JSON.createObjectNode().put("id", example.id());
        switch (example) {
            case NerExample ner -> {
                var offsets = new CodePointOffsets(ner.text());
                var entities = line.put("text", ner.text()).putArray("entities");
                ner.mentions().forEach(mention -> put(entities, mention.span(), mention.type(), offsets));
            }
            case RelationExample pair -> {
                line.put("text", pair.text());
                pair.masked().ifPresent(masked -> line.put("masked_text", masked));
                var offsets = new CodePointOffsets(pair.text());
                if (pair.head().isPresent()) {
                    var entities = line.putArray("entities");
                    pair.head().ifPresent(entity -> put(entities, entity.span(), entity.type(), offsets));
                    pair.tail().ifPresent(entity -> put(entities, entity.span(), entity.type(), offsets));
                }
                line.putArray("labels").add(pair.label());
            }
            case LabelledText text -> {
                var labels = line.put("text", text.text()).putArray("labels");
                text.labels().forEach(labels::add);
            }
            case ScoredPair pair ->
                line.put("text", pair.text()).put("text2", pair.text2()).put("score", pair.score());
            case QuestionExample question -> {
                var contexts = line.put("question", question.question()).putArray("contexts");
                question.contexts().forEach(contexts::add);
                line.putArray("labels").add(question.label());
            }
        }
        return line;
    }

    private static void answer(ObjectNode line, Example example, Answer answer) {
        switch (answer) {
            case Answer.Mentions mentions -> {
                if (!(example instanceof NerExample ner)) throw strange(example);
                var offsets = new CodePointOffsets(ner.text());
                var predicted = line.putArray("predicted");
                for (var found : mentions.found()) {
                    put(predicted, found.span(), found.type(), offsets).put("confidence", found.confidence());
                }
            }
            case Answer.Choice choice -> line.put("predicted", choice.label()).put("confidence", choice.confidence());
            case Answer.Labels labels -> {
                var predicted = line.putArray("predicted");
                labels.labels().forEach(predicted::add);
            }
            case Answer.Value value -> line.put("predicted", value.value());
        }
    }

    private static IllegalArgumentException strange(Example example) {
        return new IllegalArgumentException("Mentions are no answer to the example " + example.id());
    }

    private static ObjectNode put(ArrayNode array, Span span, String type, CodePointOffsets offsets) {
        return array.addObject()
                .put("start", offsets.toPoint(span.start()))
                .put("end", offsets.toPoint(span.end()))
                .put("type", type);
    }
}
