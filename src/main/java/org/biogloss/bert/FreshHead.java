package org.biogloss.bert;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// An encoder's weights with a new head beside them: small random matrices, biases at zero.
public final class FreshHead implements WeightSource {

    /// BERT's own `initializer_range`.
    private static final double SPREAD = 0.02;

    private final WeightSource encoder;
    private final Map<String, Parameter> head;
    private final long seed;

    /// @param shape the whole network's; what the encoder lacks of it is made
    public FreshHead(WeightSource encoder, List<Parameter> shape, long seed) {
        this.encoder = encoder;
        this.seed = seed;
        head = shape.stream()
                .filter(parameter -> !parameter.name().startsWith("bert."))
                .collect(Collectors.toMap(Parameter::name, parameter -> parameter));
    }

    @Override
    public String where() {
        return encoder.where();
    }

    @Override
    public Set<String> names() {
        var names = new HashSet<>(encoder.names());
        names.addAll(head.keySet());
        return names;
    }

    @Override
    public List<Integer> shape(String name) {
        var made = head.get(name);
        return made == null ? encoder.shape(name) : made.shape();
    }

    @Override
    public FloatBuffer read(String name) throws IOException {
        var made = head.get(name);
        if (made == null) return encoder.read(name);
        var values = new float[Math.toIntExact(made.size())];
        if (made.shape().size() > 1) {
            var chance = new Random(seed ^ name.hashCode());
            for (int i = 0; i < values.length; i++) values[i] = (float) (chance.nextGaussian() * SPREAD);
        }
        return FloatBuffer.wrap(values);
    }
}
