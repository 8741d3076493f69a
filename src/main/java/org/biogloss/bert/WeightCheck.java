package org.biogloss.bert;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;

/// Whether weights are those that a configuration describes.
public final class WeightCheck {

    private WeightCheck() {}

    /// All the encoder's tensors must be there in their measures, and the encoder must have no others. What stands on
    /// it (heads of pretraining, poolers) may be anything.
    ///
    /// @throws IOException naming the first tensor that is missing, of other measures or too many
    public static void check(WeightSource weights, BertConfig config) throws IOException {
        var expected = new HashSet<String>();
        for (var parameter : BertShape.encoder(config)) expected.add(nameOf(weights, parameter));
        for (var name : weights.names()) {
            if (isOfEncoder(name, config.family()) && !expected.contains(name)) {
                throw new IOException("Cannot open " + weights.where() + ": it has the tensor " + name
                        + ", for which config.json has no place, so they do not belong together.");
            }
        }
    }

    /// Under which name the weights have a parameter.
    static String nameOf(WeightSource weights, Parameter parameter) throws IOException {
        var name = weights.nameOf(parameter.name())
                .orElseThrow(() -> new IOException("Cannot open " + weights.where() + ": the tensor " + parameter.name()
                        + " is missing, so it is not the weights this config.json describes."));
        var shape = weights.shape(name);
        if (!shape.equals(parameter.shape())) {
            throw new IOException("Cannot open " + weights.where() + ": the tensor " + name + " is " + measures(shape)
                    + ", but config.json asks for " + measures(parameter.shape()) + ".");
        }
        return name;
    }

    private static boolean isOfEncoder(String name, Family family) {
        var bare = name.startsWith(family.prefix())
                ? name.substring(family.prefix().length())
                : name;
        boolean inside =
                bare.startsWith("embeddings") || bare.startsWith("encoder.") || bare.startsWith("transformer.");
        return inside && !bare.endsWith("position_ids");
    }

    private static String measures(List<Integer> shape) {
        return String.join("×", shape.stream().map(String::valueOf).toList());
    }
}
