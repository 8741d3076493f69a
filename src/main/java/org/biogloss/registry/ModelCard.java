package org.biogloss.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.biogloss.bert.Checkpoint;

/// What is known of a model: what it is for, what it was made from, how good it is.
///
/// @param id         names its folder and the layer of its suggestions
/// @param folder     where it lies; of no use for the encoder inside BioGloss, see [#isEmbedded]
/// @param tasks      what it can do, such as `ner`; empty for a bare encoder
/// @param types      what it can find
/// @param base       the model it was fine-tuned from; empty where nobody said
/// @param parameters how many numbers it consists of
/// @param scores     fractions by name, such as `test.f1`
/// @param trainedOn  the data, in words
public record ModelCard(
        String id,
        String name,
        Path folder,
        List<String> tasks,
        List<String> types,
        String base,
        long parameters,
        String licence,
        Map<String, Double> scores,
        String trainedOn,
        String description) {

    /// The task of marking the names of entities.
    public static final String NER = "ner";

    public ModelCard {
        if (id.isBlank()) throw new IllegalArgumentException("A model needs an id");
        tasks = List.copyOf(tasks);
        types = List.copyOf(types);
        scores = java.util.Collections.unmodifiableMap(new TreeMap<>(scores));
    }

    /// The general-domain encoder that every BioGloss has inside: something to start from, with no task of its own.
    public static ModelCard embedded() {
        return new ModelCard(
                Checkpoint.EMBEDDED,
                "MiniLM L6 (general English)",
                Path.of(Checkpoint.EMBEDDED),
                List.of(),
                List.of(),
                "",
                22_565_376,
                "Apache-2.0",
                Map.of(),
                "General English text",
                "The small encoder inside BioGloss: six layers of width 384. A quick start for fine-tuning.");
    }

    public boolean isEmbedded() {
        return id.equals(Checkpoint.EMBEDDED);
    }

    public boolean does(String task) {
        return tasks.contains(task);
    }

    public ModelCard at(Path newFolder) {
        return new ModelCard(
                id, name, newFolder, tasks, types, base, parameters, licence, scores, trainedOn, description);
    }

    public ModelCard withScores(Map<String, Double> newScores) {
        return new ModelCard(
                id, name, folder, tasks, types, base, parameters, licence, newScores, trainedOn, description);
    }
}
