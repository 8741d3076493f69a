package org.biogloss.tokens;

/// Words as rows of pieces, and how often each word occurs. Merging makes the rows shorter.
final class PieceWords {

    private final int[] pieces;
    private int used;
    private final int[] starts;
    private final int[] lengths;
    private final long[] counts;
    private int size;

    /// Told of every pair that appears in a word or disappears from it.
    @FunctionalInterface
    interface Change {
        void of(int word, int left, int right, long count);
    }

    /// @param words  how many there will be
    /// @param pieces how many they will have together
    /// @throws OutOfMemoryError if they are more than an array can hold
    PieceWords(int words, long pieces) {
        if (pieces > Integer.MAX_VALUE - 8) throw new OutOfMemoryError("The distinct words have too many characters");
        this.pieces = new int[(int) pieces];
        starts = new int[words];
        lengths = new int[words];
        counts = new long[words];
    }

    void add(int[] row, long count) {
        System.arraycopy(row, 0, pieces, used, row.length);
        starts[size] = used;
        lengths[size] = row.length;
        counts[size++] = count;
        used += row.length;
    }

    void eachPair(Change seen) {
        for (int word = 0; word < size; word++) {
            int end = starts[word] + lengths[word];
            for (int at = starts[word] + 1; at < end; at++) seen.of(word, pieces[at - 1], pieces[at], counts[word]);
        }
    }

    /// Makes one piece of two wherever they stand side by side in the word, from left to right. As in
    /// Hugging Face's trainer, the merged pair itself counts as often afterwards as before.
    void merge(int word, int left, int right, int result, Change change) {
        int start = starts[word];
        int end = start + lengths[word];
        long count = counts[word];
        int kept = start;
        for (int at = start; at < end; at++) {
            int piece = pieces[at];
            if (piece == left && at + 1 < end && pieces[at + 1] == right) {
                if (kept > start) {
                    change.of(word, pieces[kept - 1], left, -count);
                    change.of(word, pieces[kept - 1], result, count);
                }
                at++;
                if (at + 1 < end) {
                    change.of(word, right, pieces[at + 1], -count);
                    change.of(word, result, pieces[at + 1], count);
                }
                piece = result;
            }
            pieces[kept++] = piece;
        }
        lengths[word] = kept - start;
    }
}
