package org.biogloss.tasks;

import java.util.Arrays;
import java.util.Optional;

/// The six families of tasks of BLURB.
public enum TaskKind {
    /// Where mentions stand and what they name.
    NER("ner"),
    /// Which words tell of a trial's participants, interventions and outcomes.
    PICO("pico"),
    /// How two entities of a sentence are related.
    RELATION("relation"),
    /// How near in meaning two texts are.
    SIMILARITY("similarity"),
    /// Which labels a text carries: none, one or several.
    CLASSIFICATION("classification"),
    /// The answer to a question, from a text that goes with it.
    QUESTION("question");

    private final String id;

    TaskKind(String id) {
        this.id = id;
    }

    /// As recipes and commands write it.
    public String id() {
        return id;
    }

    /// Whether its answers are mentions: a label for each word, not one answer for a whole text.
    public boolean labelsWords() {
        return this == NER || this == PICO;
    }

    public static Optional<TaskKind> named(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
