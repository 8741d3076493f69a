package org.biogloss.bert;

import java.util.List;
import java.util.Optional;

/// What stands between two matrices, under the names of `transformers`; the first is the one that is
/// written.
public enum Activation {
    GELU("gelu", List.of("gelu", "gelu_python")),
    /// GELU's approximation by tanh.
    GELU_TANH("gelu_tanh", List.of("gelu_new", "gelu_pytorch_tanh", "gelu_fast", "gelu_accurate")),
    RELU("relu", List.of("relu")),
    SILU("silu", List.of("silu", "swish")),
    SIGMOID("sigmoid", List.of("sigmoid")),
    TANH("tanh", List.of("tanh"));

    private final String programName;
    private final List<String> names;

    Activation(String programName, List<String> names) {
        this.programName = programName;
        this.names = names;
    }

    /// As `network.py` calls it.
    String programName() {
        return programName;
    }

    String configName() {
        return names.getFirst();
    }

    static Optional<Activation> named(String name) {
        for (var activation : values()) if (activation.names.contains(name)) return Optional.of(activation);
        return Optional.empty();
    }
}
