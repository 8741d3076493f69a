package org.biogloss.tasks;

import java.util.List;

/// A question, the passages that hold its answer, and the answer: one of a few, as yes, no and maybe.
///
/// @param contexts in reading order; a network is shown them joined by blanks, cut at its limit
public record QuestionExample(String id, String question, List<String> contexts, String label) implements Example {

    public QuestionExample {
        contexts = List.copyOf(contexts);
        if (question.isBlank()) throw new IllegalArgumentException("Example " + id + " asks nothing");
        if (label.isBlank()) throw new IllegalArgumentException("The question " + id + " has no answer");
    }

    public String context() {
        return String.join(" ", contexts);
    }
}
