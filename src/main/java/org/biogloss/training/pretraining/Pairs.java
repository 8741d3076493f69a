package org.biogloss.training.pretraining;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Rows of two stretches of text, for next-sentence prediction, as the first BERT had them: whole sentences
/// of one text as far as they fit, split between two sentences; in half of the cases the second part is
/// replaced by one from elsewhere. Where to split and what to replace is decided anew each time a row is
/// shown.
final class Pairs implements Rows {

    private static final int FRAME = 3;

    /// Sentences of one text.
    private record Chunk(long from, int size, int text) {}

    private final PieceFile file;
    private final int cls;
    private final int sep;
    private final int room;
    private final List<Chunk> chunks = new ArrayList<>();

    Pairs(PieceFile file, int length, int cls, int sep) {
        this.file = file;
        this.cls = cls;
        this.sep = sep;
        room = length - FRAME;
        cut();
    }

    private void cut() {
        int text = -1;
        long from = 0;
        long fits = 0; // the last place between two sentences
        for (long i = 0; i < file.size(); i++) {
            int piece = file.at(i);
            if (PieceFile.is(piece, PieceFile.TEXT)) {
                text++;
                from = i;
                fits = i;
            }
            if (i - from > room) from = chunk(from, fits > from ? fits : from + room, text);
            boolean over = PieceFile.is(piece, PieceFile.SEPARATOR);
            if (over || PieceFile.is(piece, PieceFile.SENTENCE)) fits = i;
            if (over && i > from) chunk(from, i, text);
        }
    }

    private long chunk(long from, long to, int text) {
        chunks.add(new Chunk(from, (int) (to - from), text));
        return to;
    }

    @Override
    public int count() {
        return chunks.size();
    }

    @Override
    public double meanLength() {
        return FRAME + chunks.stream().mapToInt(Chunk::size).average().orElse(0);
    }

    @Override
    public Row row(int number, Random chance) {
        var chunk = chunks.get(number);
        var pieces = file.stretch(chunk.from(), chunk.size());
        var splits = new ArrayList<Integer>();
        for (int i = 1; i < pieces.length; i++) if (PieceFile.is(pieces[i], PieceFile.SENTENCE)) splits.add(i);
        boolean another = (splits.isEmpty() || chance.nextBoolean()) && hasOthers(chunk);
        int split = splits.isEmpty() ? Math.max(1, pieces.length / 2) : splits.get(chance.nextInt(splits.size()));
        if (!another) return framed(pieces, split, pieces, split, pieces.length - split, 0);
        var other = elsewhere(chunk, chance);
        var from = file.stretch(other.from(), other.size());
        return framed(pieces, split, from, 0, Math.min(from.length, room - split), 1);
    }

    private boolean hasOthers(Chunk chunk) {
        return chunks.getFirst().text() != chunk.text() || chunks.getLast().text() != chunk.text();
    }

    private Chunk elsewhere(Chunk chunk, Random chance) {
        while (true) {
            var other = chunks.get(chance.nextInt(chunks.size()));
            if (other.text() != chunk.text()) return other;
        }
    }

    private Row framed(int[] first, int size, int[] second, int from, int count, int next) {
        var all = new int[size + count + FRAME];
        all[0] = cls | PieceFile.SEPARATOR;
        System.arraycopy(first, 0, all, 1, size);
        all[size + 1] = sep | PieceFile.SEPARATOR;
        System.arraycopy(second, from, all, size + 2, count);
        all[all.length - 1] = sep | PieceFile.SEPARATOR;
        return new Row(all, size + 2, next);
    }
}
