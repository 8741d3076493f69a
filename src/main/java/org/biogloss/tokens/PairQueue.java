package org.biogloss.tokens;

import java.util.Arrays;

/// Pairs waiting to be merged, the most frequent first, of those with one count the one whose pieces are
/// older. A pair may wait several times, each time with other words.
final class PairQueue {

    private long[] counts = new long[1 << 12];
    private long[] pairs = new long[1 << 12];
    private int[] numbers = new int[1 << 12];
    private int[][] words = new int[1 << 12][];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    long count() {
        return counts[0];
    }

    /// The number of the first pair.
    int number() {
        return numbers[0];
    }

    /// The words in which it was seen.
    int[] words() {
        return words[0];
    }

    void add(long count, long pair, int number, int[] inWords) {
        if (size == counts.length) {
            counts = Arrays.copyOf(counts, size * 2);
            pairs = Arrays.copyOf(pairs, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
            words = Arrays.copyOf(words, size * 2);
        }
        int at = size++;
        while (at > 0 && isBefore(count, pair, at - 1 >>> 1)) {
            move(at - 1 >>> 1, at);
            at = at - 1 >>> 1;
        }
        put(at, count, pair, number, inWords);
    }

    void remove() {
        size--;
        sink(counts[size], pairs[size], numbers[size], words[size]);
        words[size] = new int[0];
    }

    /// The first pair waits on, with another count.
    void recount(long count) {
        sink(count, pairs[0], numbers[0], words[0]);
    }

    private void sink(long count, long pair, int number, int[] inWords) {
        int at = 0;
        for (int below = 1; below < size; below = 2 * at + 1) {
            if (below + 1 < size && isBefore(counts[below + 1], pairs[below + 1], below)) below++;
            if (!isBefore(counts[below], pairs[below], count, pair)) break;
            move(below, at);
            at = below;
        }
        put(at, count, pair, number, inWords);
    }

    private boolean isBefore(long count, long pair, int at) {
        return isBefore(count, pair, counts[at], pairs[at]);
    }

    private static boolean isBefore(long count, long pair, long otherCount, long otherPair) {
        return count != otherCount ? count > otherCount : pair < otherPair;
    }

    private void move(int from, int to) {
        put(to, counts[from], pairs[from], numbers[from], words[from]);
    }

    private void put(int at, long count, long pair, int number, int[] inWords) {
        counts[at] = count;
        pairs[at] = pair;
        numbers[at] = number;
        words[at] = inWords;
    }
}
