package org.biogloss.tokens.compare;

import java.util.Arrays;

/// The words of a text, the same for every vocabulary: runs of letters, digits and the marks on them. A punctuation
/// mark is no word.
final class Words {

    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int size;

    static Words of(String text) {
        var words = new Words();
        int start = -1;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            boolean inside = isPart(point);
            if (inside && start < 0) start = at;
            if (!inside && start >= 0) {
                words.add(start, at);
                start = -1;
            }
            at += Character.charCount(point);
        }
        if (start >= 0) words.add(start, text.length());
        return words;
    }

    int size() {
        return size;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    /// The first word that ends after the offset, or how many there are.
    int firstEndingAfter(int offset) {
        int found = Arrays.binarySearch(ends, 0, size, offset + 1);
        return found < 0 ? -found - 1 : found;
    }

    /// White space as Unicode has it, the no-break kinds too.
    static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean isPart(int point) {
        if (Character.isLetterOrDigit(point)) return true;
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size++] = end;
    }
}
