package org.biogloss.tasks;

import java.util.Arrays;
import java.util.Optional;

/// How a network is told which two entities of a sentence it is asked about.
public enum EntityInput {
    /// A dummy stands in place of each, as `@CHEMICAL$`: their own words cannot mislead.
    DUMMIES("dummies"),
    /// Pieces of their own frame each: `[E1] … [/E1]` and `[E2] … [/E2]`.
    MARKERS("markers"),
    /// Not at all; for experiments, as the paper shows it to fail.
    RAW("raw");

    private final String id;

    EntityInput(String id) {
        this.id = id;
    }

    /// As recipes write it.
    public String id() {
        return id;
    }

    public static Optional<EntityInput> named(String id) {
        return Arrays.stream(values()).filter(input -> input.id.equals(id)).findFirst();
    }
}
