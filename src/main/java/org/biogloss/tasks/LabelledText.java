package org.biogloss.tasks;

import java.util.LinkedHashSet;
import java.util.List;

/// A text and all labels that it carries; none is an answer too.
public record LabelledText(String id, String text, List<String> labels) implements Example {

    public LabelledText {
        labels = List.copyOf(new LinkedHashSet<>(labels));
        if (labels.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("A label of the text " + id + " is blank");
        }
    }
}
