package org.biogloss.ui.review;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.biogloss.workbench.review.Estimate;

/// What a model suggests of one type: how sure it is, how much would be accepted now, and how far that can be trusted.
final class TypeRow {

    private final String type;
    private final int[] histogram;
    private final BooleanProperty on = new SimpleBooleanProperty(true);
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyObjectWrapper<Estimate> estimate = new ReadOnlyObjectWrapper<>(new Estimate(0, 0));

    TypeRow(String type, int[] histogram) {
        this.type = type;
        this.histogram = histogram;
    }

    String type() {
        return type;
    }

    /// How many suggestions in each equal part of the confidences from 0 to 1.
    int[] histogram() {
        return histogram.clone();
    }

    /// Whether it is accepted with the others.
    BooleanProperty onProperty() {
        return on;
    }

    ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Estimate> estimateProperty() {
        return estimate.getReadOnlyProperty();
    }

    void show(int nowCount, Estimate nowEstimate) {
        count.set(nowCount);
        estimate.set(nowEstimate);
    }
}
