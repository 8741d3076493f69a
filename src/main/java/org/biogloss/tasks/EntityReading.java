package org.biogloss.tasks;

import java.util.Arrays;
import java.util.Optional;

/// From which of the encoder's outputs a relation is told.
public enum EntityReading {
    /// The one over `[CLS]`.
    CLS("cls"),
    /// Those where the two entities begin.
    STARTS("starts"),
    /// The means over the two entities.
    MENTIONS("mentions");

    private final String id;

    EntityReading(String id) {
        this.id = id;
    }

    /// As recipes write it.
    public String id() {
        return id;
    }

    public static Optional<EntityReading> named(String id) {
        return Arrays.stream(values()).filter(reading -> reading.id.equals(id)).findFirst();
    }
}
