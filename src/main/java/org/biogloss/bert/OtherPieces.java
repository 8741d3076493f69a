package org.biogloss.bert;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Set;
import org.biogloss.tokens.Tokenizer;

/// An encoder's weights with the embeddings of another vocabulary: those of pieces that both have are carried
/// over, each other piece starts as the mean of the pieces that the old vocabulary cuts it into.
final class OtherPieces implements WeightSource {

    private final WeightSource old;
    private final BertConfig config;
    private final int[][] origins;
    private final String embeddings;
    private final String bias;

    /// @param config    as it is with the new vocabulary
    /// @param origins   for each new id the old ids whose mean it starts from
    private OtherPieces(WeightSource old, BertConfig config, int[][] origins) {
        this.old = old;
        this.config = config;
        this.origins = origins;
        embeddings = BertShape.encoder(config).getFirst().name();
        bias = config.family().guessing().getLast();
    }

    static OtherPieces of(WeightSource old, BertConfig config, Tokenizer from, Tokenizer to) {
        var origins = new int[config.vocabulary()][];
        for (int id = 0; id < origins.length; id++) {
            origins[id] = id < to.vocabularySize() ? origin(id, from, to) : new int[] {from.unk()};
        }
        for (int[] frame : new int[][] {
            {to.cls(), from.cls()},
            {to.sep(), from.sep()},
            {to.pad(), from.pad()},
            {to.unk(), from.unk()},
            {to.mask(), from.mask()}
        }) {
            origins[frame[0]] = new int[] {frame[1]};
        }
        return new OtherPieces(old, config, origins);
    }

    /// The piece itself where the old vocabulary has it, else what it is cut into there: as the rest of a word
    /// where it is one.
    private static int[] origin(int id, Tokenizer from, Tokenizer to) {
        var piece = to.vocabulary().get(id);
        var same = from.id(piece);
        if (same.isPresent()) return new int[] {same.get()};
        var ids = from.encode(to.text(id)).ids();
        if (ids.length > 0 && to.isContinuing(piece)) {
            var first = from.vocabulary().get(ids[0]);
            ids[0] = from.id(from.continuing() + first).orElse(ids[0]);
        }
        return ids.length == 0 ? new int[] {from.unk()} : ids;
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
        if (is(embeddings, name)) return List.of(config.vocabulary(), config.embeddingWidth());
        return is(bias, name) ? List.of(config.vocabulary()) : old.shape(name);
    }

    @Override
    public FloatBuffer read(String name) throws IOException {
        if (is(embeddings, name)) return means(old.read(name), config.embeddingWidth());
        return is(bias, name) ? means(old.read(name), 1) : old.read(name);
    }

    private FloatBuffer means(FloatBuffer known, int width) {
        var all = new float[origins.length * width];
        for (int id = 0; id < origins.length; id++) {
            for (int origin : origins[id]) {
                for (int i = 0; i < width; i++) {
                    all[id * width + i] += known.get(known.position() + origin * width + i) / origins[id].length;
                }
            }
        }
        return FloatBuffer.wrap(all);
    }

    private boolean is(String parameter, String name) {
        return old.nameOf(parameter).filter(name::equals).isPresent();
    }
}
