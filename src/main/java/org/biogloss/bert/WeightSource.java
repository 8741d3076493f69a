package org.biogloss.bert;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a network's tensors come from: a file, or another network.
public interface WeightSource {

    /// What to call it in messages.
    String where();

    Set<String> names();

    List<Integer> shape(String name);

    /// The values of a tensor that is there, row by row.
    FloatBuffer read(String name) throws IOException;

    /// The name under which the file has a parameter. The `bert.` in front is optional, and files made with old
    /// TensorFlow code say `gamma` and `beta`.
    default Optional<String> nameOf(String parameter) {
        var bare = parameter.startsWith("bert.") ? parameter.substring("bert.".length()) : parameter;
        var old = bare.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta");
        for (var name : List.of("bert." + bare, bare, "bert." + old, old)) {
            if (names().contains(name)) return Optional.of(name);
        }
        return Optional.empty();
    }

    /// @throws IOException naming the tensor, if it is missing or has another shape
    default FloatBuffer read(Parameter parameter) throws IOException {
        var name = nameOf(parameter.name())
                .orElseThrow(() -> new IOException("Cannot open " + where() + ": the tensor " + parameter.name()
                        + " is missing, so it is not the weights this config.json describes."));
        if (!shape(name).equals(parameter.shape())) {
            throw new IOException("Cannot open " + where() + ": the tensor " + name + " is " + measures(shape(name))
                    + ", but config.json asks for " + measures(parameter.shape()) + ".");
        }
        return read(name);
    }

    private static String measures(List<Integer> shape) {
        return String.join("×", shape.stream().map(String::valueOf).toList());
    }
}
