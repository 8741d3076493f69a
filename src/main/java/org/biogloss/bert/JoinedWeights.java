package org.biogloss.bert;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// An encoder's weights, and those of heads that lie in a file of their own.
record JoinedWeights(WeightSource encoder, WeightSource heads) implements WeightSource {

    @Override
    public String where() {
        return encoder.where();
    }

    @Override
    public Set<String> names() {
        var names = new HashSet<>(encoder.names());
        names.addAll(heads.names());
        return names;
    }

    @Override
    public List<Integer> shape(String name) {
        return holder(name).shape(name);
    }

    @Override
    public FloatBuffer read(String name) throws IOException {
        return holder(name).read(name);
    }

    @Override
    public void close() throws IOException {
        encoder.close();
        heads.close();
    }

    private WeightSource holder(String name) {
        return heads.names().contains(name) ? heads : encoder;
    }
}
