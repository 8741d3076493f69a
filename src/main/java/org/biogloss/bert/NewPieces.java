package org.biogloss.bert;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// An encoder's weights with embeddings for pieces it has never seen: the mean of all it has, which is a
/// word like any other, and a little chance, so that no two are the same.
final class NewPieces implements WeightSource {

    private static final double SPREAD = 0.02;

    private final WeightSource old;
    private final String embeddings;
    private final BertConfig config;
    private final List<Integer> fresh;
    private final long seed;

    /// @param config as it is with the new pieces
    /// @param fresh  their ids; those behind the old embeddings get new rows, the others lose what they
    ///     know
    NewPieces(WeightSource old, BertConfig config, List<Integer> fresh, long seed) {
        this.old = old;
        this.config = config;
        this.fresh = List.copyOf(fresh);
        this.seed = seed;
        embeddings = BertShape.encoder(config).getFirst().name();
    }

    @Override
    public String where() {
        return old.where();
    }

    @Override
    public Set<String> names() {
        return old.names();
    }

    @Override
    public List<Integer> shape(String name) {
        return isEmbeddings(name) ? List.of(config.vocabulary(), config.embeddingWidth()) : old.shape(name);
    }

    @Override
    public FloatBuffer read(String name) throws IOException {
        if (!isEmbeddings(name)) return old.read(name);
        int width = config.embeddingWidth();
        var known = old.read(name);
        int rows = known.remaining() / width;
        var all = new float[config.vocabulary() * width];
        known.get(all, 0, rows * width);
        var mean = new double[width];
        for (int i = 0; i < rows * width; i++) mean[i % width] += all[i] / (double) rows;
        var chance = new Random(seed);
        for (int id : fresh) {
            for (int i = 0; i < width; i++) {
                all[id * width + i] = (float) (mean[i] + chance.nextGaussian() * SPREAD);
            }
        }
        return FloatBuffer.wrap(all);
    }

    private boolean isEmbeddings(String name) {
        return old.nameOf(embeddings).filter(name::equals).isPresent();
    }
}
