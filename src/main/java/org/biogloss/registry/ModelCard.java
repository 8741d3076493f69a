package org.biogloss.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.biogloss.bert.Checkpoint;

/// What is known of a model: what it is for, what it was made from, how good it is.
///
/// @param id         names its folder and the layer of its suggestions
/// @param folder     where it lies; of no use for the encoders inside BioGloss, see [#isEmbedded]
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

    /// The task of marking who took part in a trial, what was done and what came out.
    public static final String PICO = "pico";

    /// The task of saying which labels a whole text carries.
    public static final String CLASSIFICATION = "classification";

    /// Parameters of a BERT of twelve layers of width 384 with BERT's own vocabulary.
    private static final long TWELVE_LAYERS = 33_212_160;

    public ModelCard {
        if (id.isBlank()) throw new IllegalArgumentException("A model needs an id");
        tasks = List.copyOf(tasks);
        types = List.copyOf(types);
        scores = java.util.Collections.unmodifiableMap(new TreeMap<>(scores));
    }

    /// The general-domain encoders that every BioGloss has inside, the smallest first: something to start
    /// from, with no task of their own.
    public static List<ModelCard> inside() {
        return List.of(
                inside(
                        Checkpoint.EMBEDDED,
                        "MiniLM L6 (general English)",
                        22_565_376,
                        "Apache-2.0",
                        "The small encoder inside BioGloss: six layers of width 384. A quick start for fine-tuning."),
                inside(
                        "bge-small",
                        "BGE small (general English)",
                        TWELVE_LAYERS,
                        "MIT",
                        "Twelve layers of width 384, trained to find texts by their meaning. Better than six layers "
                                + "where two places of a text must be seen together, at half the speed."),
                inside(
                        "e5-small",
                        "E5 small (general English)",
                        TWELVE_LAYERS,
                        "MIT",
                        "Twelve layers of width 384, trained to find texts by their meaning. Compare it with BGE "
                                + "small: which suits better depends on the task."));
    }

    /// The smallest of them.
    public static ModelCard embedded() {
        return inside().getFirst();
    }

    private static ModelCard inside(String id, String name, long parameters, String licence, String description) {
        return new ModelCard(
                id,
                name,
                Path.of(id),
                List.of(),
                List.of(),
                "",
                parameters,
                licence,
                Map.of(),
                "General English text",
                description);
    }

    /// Whether it is one of those inside BioGloss, which have no folder.
    public boolean isEmbedded() {
        return Checkpoint.isEmbedded(id);
    }

    public boolean does(String task) {
        return tasks.contains(task);
    }

    /// Whether what it sees in texts can be suggested: names of entities, a trial's participants, interventions and
    /// outcomes, or labels of the whole text.
    public boolean marks() {
        return does(NER) || does(PICO) || does(CLASSIFICATION);
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
