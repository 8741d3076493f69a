package org.biogloss.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.biogloss.bert.Targets;
import org.biogloss.registry.WholeFolder;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.LabelledText;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.QuestionExample;
import org.biogloss.tasks.RelationExample;
import org.biogloss.tasks.Row;
import org.biogloss.tasks.ScoredPair;
import org.jspecify.annotations.Nullable;

/// The batch at which a run left the numbers, written down with all that is needed to find out why.
final class StoppedBatch {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StoppedBatch() {}

    /// @param examples by their ids, for the texts
    static void write(Path file, NotANumberException stop, List<Row> rows, Map<String, Example> examples)
            throws IOException {
        var json = JSON.createObjectNode();
        json.put("step", stop.step()).put("epoch", stop.epoch()).put("rate", stop.rate());
        json.put("loss", String.valueOf(stop.lesson().loss()));
        json.put("gradNorm", String.valueOf(stop.lesson().gradientNorm()));
        var list = json.putArray("rows");
        for (var row : rows) put(list.addObject(), row, examples.get(row.id()));
        WholeFolder.writeFile(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    private static void put(ObjectNode json, Row row, @Nullable Example example) {
        json.put("id", row.id()).put("task", row.head().kind().id());
        if (example != null) json.put("text", text(example));
        json.set("ids", JSON.valueToTree(row.ids()));
        json.set("segments", JSON.valueToTree(row.types()));
        json.set(
                "labels",
                switch (row.targets()) {
                    case Targets.Masked masked -> JSON.valueToTree(masked.pieces());
                    case Targets.Labels(var labels) -> JSON.valueToTree(labels);
                    case Targets.Classes(var classes) -> JSON.valueToTree(classes);
                    case Targets.Marks(var marks) -> JSON.valueToTree(marks);
                    case Targets.Numbers(var numbers) -> JSON.valueToTree(numbers);
                });
    }

    private static String text(Example example) {
        return switch (example) {
            case NerExample ner -> ner.text();
            case RelationExample relation -> relation.masked().orElse(relation.text());
            case LabelledText text -> text.text();
            case ScoredPair pair -> pair.text() + "\n" + pair.text2();
            case QuestionExample question -> question.question() + "\n" + question.context();
        };
    }
}
