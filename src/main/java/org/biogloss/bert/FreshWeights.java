package org.biogloss.bert;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// An encoder's weights with some tensors made anew: small random matrices, norms of one, biases at zero.
public final class FreshWeights implements WeightSource {

    /// BERT's own `initializer_range`.
    private static final double SPREAD = 0.02;

    private final WeightSource old;
    private final Map<String, Parameter> made;
    private final long seed;

    private FreshWeights(WeightSource old, List<Parameter> made, long seed) {
        this.old = old;
        this.seed = seed;
        this.made = made.stream().collect(Collectors.toMap(Parameter::name, parameter -> parameter));
    }

    /// New heads, whatever heads there are. Only BERT's pooler, which belongs to the encoder, is taken
    /// from there where it has one, as `transformers` does.
    public static FreshWeights heads(WeightSource encoder, BertConfig config, List<Head> heads, long seed) {
        var made = new ArrayList<Parameter>();
        for (var head : heads) {
            for (var parameter : BertShape.head(config, head)) {
                boolean pooled = parameter.name().contains("pooler.")
                        && encoder.nameOf(parameter.name()).isPresent();
                if (!pooled) made.add(parameter);
            }
        }
        return new FreshWeights(encoder, made, seed);
    }

    /// What the weights lack of the heads' tensors is made anew; the others go on as they are, such as
    /// the head for masked pieces of a model that was saved with it.
    public static FreshWeights lacking(WeightSource old, BertConfig config, List<Head> heads, long seed) {
        var made = heads.stream()
                .flatMap(head -> BertShape.head(config, head).stream())
                .filter(parameter -> old.nameOf(parameter.name())
                        .filter(name -> old.shape(name).equals(parameter.shape()))
                        .isEmpty())
                .toList();
        return new FreshWeights(old, made, seed);
    }

    /// A network that knows nothing yet.
    public static FreshWeights all(BertConfig config, List<Head> heads, long seed) {
        return new FreshWeights(new Nothing(), BertShape.of(config, heads), seed);
    }

    private record Nothing() implements WeightSource {

        @Override
        public String where() {
            return "a new network";
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public List<Integer> shape(String name) {
            throw new IllegalArgumentException("A new network has no tensor " + name);
        }

        @Override
        public FloatBuffer read(String name) throws IOException {
            throw new IOException("A new network has no tensor " + name);
        }
    }

    /// The highest layers lose what they know.
    static WeightSource topLayers(WeightSource encoder, BertConfig config, int count, long seed) {
        if (count == 0) return encoder;
        var shape = BertShape.encoder(config);
        int from = shape.size() - count * BertShape.TENSORS_A_LAYER;
        return new FreshWeights(encoder, shape.subList(from, shape.size()), seed);
    }

    @Override
    public String where() {
        return old.where();
    }

    @Override
    public Set<String> names() {
        var names = new HashSet<>(old.names());
        names.addAll(made.keySet());
        return names;
    }

    @Override
    public List<Integer> shape(String name) {
        var parameter = made.get(name);
        return parameter == null ? old.shape(name) : parameter.shape();
    }

    @Override
    public FloatBuffer read(String name) throws IOException {
        var parameter = made.get(name);
        if (parameter == null) return old.read(name);
        var values = new float[Math.toIntExact(parameter.size())];
        if (parameter.shape().size() > 1) {
            var chance = new Random(seed ^ name.hashCode());
            for (int i = 0; i < values.length; i++) values[i] = (float) (chance.nextGaussian() * SPREAD);
        } else if (name.endsWith("weight")) {
            Arrays.fill(values, 1); // of a norm
        }
        return FloatBuffer.wrap(values);
    }
}
