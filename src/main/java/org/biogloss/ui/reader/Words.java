package org.biogloss.ui.reader;

import org.biogloss.document.Span;

/// Where words begin and end: runs of letters, digits and marks that combine with them. A hyphen parts words, because
/// so many mentions end at one.
final class Words {

    private Words() {}

    /// The word at or just before the offset; empty where there is none.
    static Span around(String text, int offset) {
        int start = Math.clamp(offset, 0, text.length());
        int end = start;
        while (start > 0 && isWord(text.codePointBefore(start)))
            start -= Character.charCount(text.codePointBefore(start));
        while (end < text.length() && isWord(text.codePointAt(end))) end += Character.charCount(text.codePointAt(end));
        return new Span(start, end);
    }

    /// The span grown to whole words and freed of white space at its ends; empty if nothing else is in it.
    static Span snapped(String text, Span span) {
        var bare = stripped(text, span);
        if (bare.isEmpty()) return bare;
        int start = isWord(text.codePointAt(bare.start()))
                ? around(text, bare.start()).start()
                : bare.start();
        int end = isWord(text.codePointBefore(bare.end()))
                ? around(text, bare.end()).end()
                : bare.end();
        return new Span(start, end);
    }

    /// The span without white space at its ends.
    static Span stripped(String text, Span span) {
        int start = span.start();
        int end = span.end();
        while (start < end && isBlank(text.codePointAt(start))) start++;
        while (end > start && isBlank(text.codePointBefore(end))) end--;
        return new Span(start, end);
    }

    /// The first start of a word after the offset, or before it.
    static int start(String text, int offset, boolean forward) {
        int at = offset;
        if (forward) {
            at = skip(text, at, true, true);
            return skip(text, at, false, true);
        }
        at = skip(text, at, false, false);
        return skip(text, at, true, false);
    }

    /// The first end of a word after the offset, or before it.
    static int end(String text, int offset, boolean forward) {
        int at = offset;
        if (forward) {
            at = skip(text, at, false, true);
            return skip(text, at, true, true);
        }
        at = skip(text, at, true, false);
        return skip(text, at, false, false);
    }

    /// One character further, a pair of surrogates being one.
    static int character(String text, int offset, boolean forward) {
        if (forward) return offset == text.length() ? offset : offset + Character.charCount(text.codePointAt(offset));
        return offset == 0 ? 0 : offset - Character.charCount(text.codePointBefore(offset));
    }

    private static int skip(String text, int from, boolean words, boolean forward) {
        int at = from;
        while (forward ? at < text.length() : at > 0) {
            int point = forward ? text.codePointAt(at) : text.codePointBefore(at);
            if (isWord(point) != words) break;
            at += forward ? Character.charCount(point) : -Character.charCount(point);
        }
        return at;
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean isWord(int point) {
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
