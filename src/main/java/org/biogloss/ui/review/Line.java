package org.biogloss.ui.review;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.biogloss.workbench.review.Hit;
import org.biogloss.workbench.review.Present;

/// One occurrence, and what is to become of it.
final class Line {

    enum Choice {
        YES,
        NO,
        /// Nobody has said: it stays as it is.
        OPEN
    }

    private final Hit hit;
    private final ReadOnlyObjectWrapper<Choice> choice;

    Line(Hit hit) {
        this.hit = hit;
        choice = new ReadOnlyObjectWrapper<>(
                hit.present().isOpen() && hit.variant().proposed() ? Choice.YES : Choice.OPEN);
    }

    Hit hit() {
        return hit;
    }

    ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    Choice choice() {
        return choice.get();
    }

    /// What is annotated already cannot be annotated again.
    void choose(Choice now) {
        if (hit.present().kind() != Present.Kind.ANNOTATED) choice.set(now);
    }
}
