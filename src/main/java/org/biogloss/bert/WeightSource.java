package org.biogloss.bert;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a network's tensors come from: a file, or another network.
public interface WeightSource extends AutoCloseable {

    /// What to call it in messages.
    String where();

    Set<String> names();

    List<Integer> shape(String name);

    /// Closes the files it reads from. One that changes another's weights leaves the other open.
    @Override
    default void close() throws IOException {}

    /// The values of a tensor that is there, row by row.
    FloatBuffer read(String name) throws IOException;

    /// The name under which the file has a parameter. The family's name in front is optional, files made
    /// with old TensorFlow code say `gamma` and `beta`, and each head of several starts from the encoder's
    /// own pooler.
    default Optional<String> nameOf(String parameter) {
        if (names().contains(parameter)) return Optional.of(parameter);
        for (var family : Family.values()) {
            if (parameter.startsWith(family.prefix())) {
                return known(family, parameter.substring(family.prefix().length()));
            }
        }
        if (parameter.startsWith("cls.")) return known(Family.BERT, parameter);
        int pooler = parameter.startsWith("heads.") ? parameter.indexOf(".pooler.") : -1;
        return pooler < 0 ? Optional.empty() : known(Family.BERT, parameter.substring(pooler + 1));
    }

    private Optional<String> known(Family family, String bare) {
        var old = bare.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta");
        for (var name : List.of(family.prefix() + bare, bare, family.prefix() + old, old)) {
            if (names().contains(name)) return Optional.of(name);
        }
        return Optional.empty();
    }

    /// @throws IOException naming the tensor, if it is missing or has another shape
    default FloatBuffer read(Parameter parameter) throws IOException {
        return read(WeightCheck.nameOf(this, parameter));
    }
}
