package org.biogloss.document;

/// Who says so. It decides how an annotation counts: see [Standing].
public sealed interface Source {

    /// A person made it.
    record Person(String name) implements Source {}

    /// It came with a file, as somebody's finished work.
    record Imported(String from) implements Source {}

    /// A model suggests it.
    ///
    /// @param name       the model's id in the registry
    /// @param confidence a probability, 0 to 1
    record Model(String name, double confidence) implements Source {

        public Model {
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("A confidence lies between 0 and 1, not at " + confidence);
            }
        }
    }

    /// A model suggested it and a person agreed.
    record Accepted(String by, Model model) implements Source {}

    /// A model suggested it and a person disagreed. Kept, so that it is not suggested again.
    record Rejected(String by, Model model) implements Source {}

    default Standing standing() {
        return switch (this) {
            case Person _, Imported _, Accepted _ -> Standing.CONFIRMED;
            case Model _ -> Standing.SUGGESTED;
            case Rejected _ -> Standing.REJECTED;
        };
    }
}
