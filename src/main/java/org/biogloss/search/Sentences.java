package org.biogloss.search;

import org.biogloss.document.Span;

/// Where the sentence around a place begins and ends, near enough to show it.
///
/// Looks only as far as the sentence reaches. The JDK's iterator costs a second on a page of long papers, as it starts
/// far before each place it is asked about.
final class Sentences {

    /// No sentence is looked for beyond this many characters.
    private static final int FARTHEST = 2000;

    private Sentences() {}

    static Span around(String text, Span place) {
        int start = place.start();
        int first = Math.max(0, start - FARTHEST);
        while (start > first && !isBoundary(text, start)) start--;
        int end = Math.min(text.length(), Math.max(place.end(), start + 1));
        int last = Math.min(text.length(), end + FARTHEST);
        while (end < last && !isBoundary(text, end)) end++;
        return new Span(start, end);
    }

    /// White space after a full stop and before anything but a small letter, or the end of a line.
    private static boolean isBoundary(String text, int at) {
        if (at == 0 || at == text.length()) return true;
        if (text.charAt(at - 1) == '\n') return true;
        if (!Character.isWhitespace(text.charAt(at - 1)) || Character.isWhitespace(text.charAt(at))) return false;
        if (Character.isLowerCase(text.charAt(at))) return false;
        int before = at - 1;
        while (before > 0 && (Character.isWhitespace(text.charAt(before)) || isCloser(text.charAt(before)))) before--;
        return isStop(text.charAt(before)) && !isInitial(text, before);
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?' || c == '。';
    }

    private static boolean isCloser(char c) {
        return c == ')' || c == ']' || c == '"' || c == '”' || c == '\'' || c == '’';
    }

    /// The stop of `J. Smith` ends no sentence.
    private static boolean isInitial(String text, int stop) {
        return stop >= 1
                && Character.isUpperCase(text.charAt(stop - 1))
                && (stop == 1 || Character.isWhitespace(text.charAt(stop - 2)));
    }
}
