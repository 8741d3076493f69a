package org.biogloss.tasks;

import java.util.Optional;

/// In which of its forms a task is learnt. What does not concern the kind is carried along and not looked at.
///
/// @param scheme   of the labels of words
/// @param input    how a relation's entities are pointed out
/// @param reading  from where a relation is read off
/// @param negative the class of a relation that means none: it is learnt, and does not count in the score
public record TaskForm(
        TaskKind kind, Scheme scheme, EntityInput input, EntityReading reading, Optional<String> negative) {

    public TaskForm {
        if (negative.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("The class that does not count has no name");
        }
    }

    /// The paper's defaults. Words of a trial need no `B-`: they are scored word by word.
    public static TaskForm usual(TaskKind kind) {
        var scheme = kind == TaskKind.PICO ? Scheme.IO : Scheme.BIO;
        return new TaskForm(kind, scheme, EntityInput.DUMMIES, EntityReading.CLS, Optional.empty());
    }

    public TaskForm withScheme(Scheme other) {
        return new TaskForm(kind, other, input, reading, negative);
    }

    public TaskForm withEntities(EntityInput otherInput, EntityReading otherReading) {
        return new TaskForm(kind, scheme, otherInput, otherReading, negative);
    }

    public TaskForm withNegative(String label) {
        return new TaskForm(kind, scheme, input, reading, Optional.of(label));
    }
}
