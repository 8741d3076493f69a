package org.biogloss.tokens;

import java.util.Arrays;

/// How often two pieces stand side by side. Each pair has a number, in the order of first sight.
final class PairCounts {

    private long[] pairs = new long[1 << 14];
    private long[] counts = new long[1 << 14];
    private int size;

    /// The number of a pair plus one, or 0, at the place that its hash gives it or at the next free one.
    private int[] slots = new int[1 << 16];

    /// Pairs in order: by the first piece, then by the second.
    static long pair(int left, int right) {
        return (long) left << 32 | right;
    }

    static int left(long pair) {
        return (int) (pair >>> 32);
    }

    static int right(long pair) {
        return (int) pair;
    }

    int size() {
        return size;
    }

    long pair(int number) {
        return pairs[number];
    }

    long count(int number) {
        return counts[number];
    }

    /// @return the pair's number
    int add(long pair, long count) {
        int slot = hash(pair) & slots.length - 1;
        for (int found = slots[slot]; found != 0; found = slots[slot]) {
            if (pairs[found - 1] == pair) {
                counts[found - 1] += count;
                return found - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        pairs[size] = pair;
        counts[size] = count;
        slots[slot] = ++size;
        if (size > slots.length / 2) spread();
        return size - 1;
    }

    private void spread() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            int slot = hash(pairs[number]) & slots.length - 1;
            while (slots[slot] != 0) slot = slot + 1 & slots.length - 1;
            slots[slot] = number + 1;
        }
    }

    private static int hash(long pair) {
        long hash = pair * 0x9E3779B97F4A7C15L;
        return (int) (hash ^ hash >>> 32);
    }
}
