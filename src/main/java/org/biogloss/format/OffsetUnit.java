package org.biogloss.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.biogloss.document.CodePointOffsets;

/// What a file's offsets may count.
enum OffsetUnit {
    CODE_POINT("code point"),
    UTF16("UTF-16"),
    UTF8_BYTE("UTF-8 byte");

    /// Turns an offset in this unit into UTF-16 units of one text; -1 where there is no such place.
    interface Scale {
        int toUtf16(long offset);
    }

    private final String words;

    OffsetUnit(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    Scale over(String text) {
        return switch (this) {
            case CODE_POINT -> {
                var points = new CodePointOffsets(text);
                yield offset -> offset < 0 || offset > points.count() ? -1 : points.toUnit((int) offset);
            }
            case UTF16 ->
                offset -> offset < 0 || offset > text.length() || splitsPair(text, offset) ? -1 : (int) offset;
            case UTF8_BYTE -> {
                int[] bytesBefore = bytesBefore(text);
                yield offset -> {
                    if (offset < 0 || offset > Integer.MAX_VALUE) return -1;
                    int unit = Arrays.binarySearch(bytesBefore, (int) offset);
                    return Math.max(unit, -1);
                };
            }
        };
    }

    private static boolean splitsPair(String text, long offset) {
        int at = (int) offset;
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }

    /// The number of UTF-8 bytes before each UTF-16 unit, strictly rising: the second half of a pair counts one.
    private static int[] bytesBefore(String text) {
        int[] before = new int[text.length() + 1];
        for (int unit = 0; unit < text.length(); unit++) {
            char c = text.charAt(unit);
            int bytes = c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            if (Character.isHighSurrogate(c)) bytes = 3;
            if (Character.isLowSurrogate(c)) bytes = 1;
            before[unit + 1] = before[unit] + bytes;
        }
        return before;
    }

    /// Whether all units count alike in this text.
    static boolean agreeOn(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }
}
