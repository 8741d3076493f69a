package org.biogloss.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.tasks.TaskForm;
import org.biogloss.tasks.TaskKind;

/// A few dozen sentences in which every chemical is easy to see.
final class SmallData {

    private static final List<String> CHEMICALS =
            List.of("aspirin", "ibuprofen", "naloxone", "clonidine", "lithium", "warfarin", "cisplatin", "morphine");
    private static final List<String> SENTENCES = List.of(
            "Patients were given %s for two weeks.",
            "We measured the effect of %s on sleep.",
            "%s was stopped after three days.",
            "No child received %s in this trial.",
            "The dose of %s was doubled.");

    private SmallData() {}

    static void write(Path file) throws IOException {
        var lines = new StringBuilder();
        for (var chemical : CHEMICALS) {
            for (var sentence : SENTENCES) {
                int start = sentence.indexOf("%s");
                lines.append("{\"text\":\"%s\",\"entities\":[{\"start\":%d,\"end\":%d,\"type\":\"Chemical\"}]}\n"
                        .formatted(sentence.formatted(chemical), start, start + chemical.length()));
            }
        }
        Files.writeString(file, lines);
    }

    /// Trains on what it is measured by: the question is whether anything is learnt at all.
    static Recipe recipe(Path data, int epochs) {
        var start = new Recipe.Start("minilm-l6", "small", "Small", "", "", "", true);
        var files =
                new Recipe.Data(data.toString(), data.toString(), java.util.Optional.of(data.toString()), List.of());
        return Recipe.of(
                TaskForm.usual(TaskKind.NER),
                files,
                start,
                Recipe.Optimizer.withRate(3e-4),
                Recipe.Schedule.of(epochs, 8, 64),
                Recipe.Numbers.AUTO,
                7);
    }
}
