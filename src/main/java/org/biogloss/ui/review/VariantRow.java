package org.biogloss.ui.review;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.biogloss.workbench.review.Variant;

/// A spelling among the occurrences: how often, and whether its occurrences are looked at.
final class VariantRow {

    private final Variant variant;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(0);
    private final BooleanProperty on;

    VariantRow(Variant variant, boolean on) {
        this.variant = variant;
        this.on = new SimpleBooleanProperty(on);
    }

    Variant variant() {
        return variant;
    }

    ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    BooleanProperty onProperty() {
        return on;
    }

    void more() {
        count.set(count.get() + 1);
    }
}
