package org.biogloss.tasks;

/// Something to learn from or to be measured with: what a network is shown, and the answer it should give.
public sealed interface Example permits NerExample, RelationExample, LabelledText, ScoredPair, QuestionExample {

    /// As its source calls it. Nothing forbids that two examples are called the same.
    String id();
}
