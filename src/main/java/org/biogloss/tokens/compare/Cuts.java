package org.biogloss.tokens.compare;

import java.util.Arrays;

/// Where a text is cut into pieces, in plain numbers: millions of texts pass through here.
final class Cuts {

    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] unknown = new boolean[64];
    private int size;

    void add(int start, int end, boolean isUnknown) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            unknown = Arrays.copyOf(unknown, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        unknown[size++] = isUnknown;
    }

    int size() {
        return size;
    }

    int start(int piece) {
        return starts[piece];
    }

    int end(int piece) {
        return ends[piece];
    }

    boolean isUnknown(int piece) {
        return unknown[piece];
    }

    int countUnknown() {
        int count = 0;
        for (int i = 0; i < size; i++) if (unknown[i]) count++;
        return count;
    }

    /// The first piece that ends after the offset, or how many there are.
    int firstEndingAfter(int offset) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
