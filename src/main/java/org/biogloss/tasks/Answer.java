package org.biogloss.tasks;

import java.util.List;

/// What a network says of an example.
public sealed interface Answer {

    /// Mentions in text order, from a head that labels words.
    record Mentions(List<TagCodec.Found> found) implements Answer {

        public Mentions {
            found = List.copyOf(found);
        }
    }

    /// One of the head's labels.
    ///
    /// @param probabilities of all of them, in the head's order
    record Choice(String label, double confidence, List<Double> probabilities) implements Answer {

        public Choice {
            probabilities = List.copyOf(probabilities);
        }
    }

    /// Any of the head's labels, each decided by itself; possibly none.
    ///
    /// @param probabilities of all of them, in the head's order
    record Labels(List<String> labels, List<Double> probabilities) implements Answer {

        public Labels {
            labels = List.copyOf(labels);
            probabilities = List.copyOf(probabilities);
        }
    }

    /// A number on the scale of the examples that the head has learnt from.
    record Value(double value) implements Answer {}
}
