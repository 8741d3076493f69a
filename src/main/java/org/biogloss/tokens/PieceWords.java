package org.biogloss.tokens;

import java.util.Arrays;

/// Words as rows of pieces, and how often each word occurs. Merging makes the rows shorter.
final class PieceWords {

    private int[] pieces = new int[1 << 16];
    private int used;
    private int[] starts = new int[1 << 12];
    private int[] lengths = new int[1 << 12];
    private long[] counts = new long[1 << 12];
    private int size;

    /// Told of every pair that appears in a word or disappears from it.
    @FunctionalInterface
    interface Change {
        void of(int word, int left, int right, long count);
    }

    /// @throws OutOfMemoryError in words, if the pieces of all words are more than an array can hold
    void add(int[] row, int length, long count) {
        if (used + length < 0) throw new OutOfMemoryError("The distinct words have more than 2^31 characters");
        if (used + length > pieces.length) pieces = Arrays.copyOf(pieces, larger(used + length));
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        System.arraycopy(row, 0, pieces, used, length);
        starts[size] = used;
        lengths[size] = length;
        counts[size++] = count;
        used += length;
    }

    int size() {
        return size;
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

    private int larger(int needed) {
        return Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, pieces.length * 2L));
    }
}
