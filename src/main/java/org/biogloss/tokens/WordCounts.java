package org.biogloss.tokens;

import java.util.Arrays;

/// How often each word occurs. Takes some seventy bytes for each distinct word, and nothing for one that
/// comes again.
final class WordCounts implements WordSink {

    /// Nobody wrote a longer word; what is longer is data without blanks.
    static final int LONGEST = 100_000;

    private static final int PAGE = 1 << 18;

    private char[][] pages = {new char[PAGE]};
    private int pagesUsed = 1;
    private int inPage;

    /// Of each word: where it starts (page, then place in it), how long it is, its hash and its count.
    private long[] starts = new long[1 << 12];

    private int[] lengths = new int[1 << 12];
    private int[] hashes = new int[1 << 12];
    private long[] counts = new long[1 << 12];
    private int size;

    /// The number of a word plus one, or 0, at the place that its hash gives it or at the next free one.
    private int[] slots = new int[1 << 14];

    private long tooLong;

    @Override
    public void word(char[] chars, int length) {
        add(chars, 0, length, 1);
    }

    void addAll(WordCounts others) {
        for (int word = 0; word < others.size; word++) {
            add(others.page(word), others.inPage(word), others.lengths[word], others.counts[word]);
        }
        tooLong += others.tooLong;
    }

    /// How many distinct words there are. Their numbers start at 0.
    int size() {
        return size;
    }

    long count(int word) {
        return counts[word];
    }

    String text(int word) {
        return new String(page(word), inPage(word), lengths[word]);
    }

    /// How many words there are in all.
    long total() {
        return Arrays.stream(counts, 0, size).sum();
    }

    /// How many were left out because they are longer than [#LONGEST].
    long tooLong() {
        return tooLong;
    }

    private void add(char[] chars, int from, int length, long count) {
        if (length > LONGEST) {
            tooLong += count;
            return;
        }
        int hash = hash(chars, from, length);
        int slot = hash & slots.length - 1;
        for (int found = slots[slot]; found != 0; found = slots[slot]) {
            int word = found - 1;
            if (hashes[word] == hash && lengths[word] == length && isSame(word, chars, from, length)) {
                counts[word] += count;
                return;
            }
            slot = slot + 1 & slots.length - 1;
        }
        if (size == lengths.length) grow();
        put(chars, from, length);
        hashes[size] = hash;
        counts[size] = count;
        slots[slot] = ++size;
        if (size > slots.length / 2) spread();
    }

    private boolean isSame(int word, char[] chars, int from, int length) {
        int start = inPage(word);
        return Arrays.equals(page(word), start, start + length, chars, from, from + length);
    }

    private void put(char[] chars, int from, int length) {
        if (inPage + length > PAGE) {
            if (pagesUsed == pages.length) pages = Arrays.copyOf(pages, pagesUsed * 2);
            pages[pagesUsed++] = new char[PAGE];
            inPage = 0;
        }
        System.arraycopy(chars, from, pages[pagesUsed - 1], inPage, length);
        starts[size] = (long) (pagesUsed - 1) * PAGE + inPage;
        lengths[size] = length;
        inPage += length;
    }

    private char[] page(int word) {
        return pages[(int) (starts[word] / PAGE)];
    }

    private int inPage(int word) {
        return (int) (starts[word] % PAGE);
    }

    private void grow() {
        int more = size + (size >> 1);
        starts = Arrays.copyOf(starts, more);
        lengths = Arrays.copyOf(lengths, more);
        hashes = Arrays.copyOf(hashes, more);
        counts = Arrays.copyOf(counts, more);
    }

    private void spread() {
        slots = new int[slots.length * 2];
        for (int word = 0; word < size; word++) {
            int slot = hashes[word] & slots.length - 1;
            while (slots[slot] != 0) slot = slot + 1 & slots.length - 1;
            slots[slot] = word + 1;
        }
    }

    private static int hash(char[] chars, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) hash = hash * 31 + chars[i];
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
