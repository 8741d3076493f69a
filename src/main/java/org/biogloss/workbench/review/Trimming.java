package org.biogloss.workbench.review;

import java.util.Set;
import org.biogloss.document.Span;

/// Where a mention would end if its edges were tidy: no space, no comma, no article, no half of a pair of brackets.
final class Trimming {

    private static final Set<String> DETERMINERS =
            Set.of("the", "a", "an", "this", "that", "these", "those", "its", "their", "our");

    private static final String LOOSE = ",.;:!?\"'“”‘’-–/";

    private Trimming() {}

    /// The same span where nothing is to be tidied, or nothing would be left.
    static Span of(String text, Span span) {
        var now = span;
        while (true) {
            var next = once(text, now);
            if (next.isEmpty()) return span;
            if (next.equals(now)) return now;
            now = next;
        }
    }

    /// Whether it begins or ends with white space, which no convention wants.
    static boolean hasSpace(String text, Span span) {
        return Character.isWhitespace(text.charAt(span.start())) || Character.isWhitespace(text.charAt(span.end() - 1));
    }

    private static Span once(String text, Span span) {
        int start = span.start();
        int end = span.end();
        char first = text.charAt(start);
        char last = text.charAt(end - 1);
        var inside = text.substring(start, end);
        if (isLoose(first) || isOpen(first) && !closes(inside)) return new Span(start + 1, end);
        if (isLoose(last) || isClose(last) && !opens(inside)) return new Span(start, end - 1);
        if (isOpen(first) && isClose(last) && isOnePair(inside)) return new Span(start + 1, end - 1);
        int space = inside.indexOf(' ');
        boolean determined =
                space > 0 && DETERMINERS.contains(inside.substring(0, space).toLowerCase(java.util.Locale.ROOT));
        return determined ? new Span(start + space + 1, end) : span;
    }

    private static boolean isLoose(char c) {
        return Character.isWhitespace(c) || LOOSE.indexOf(c) >= 0;
    }

    private static boolean isOpen(char c) {
        return c == '(' || c == '[';
    }

    private static boolean isClose(char c) {
        return c == ')' || c == ']';
    }

    /// Whether the bracket that it begins with ends in it.
    private static boolean closes(String inside) {
        int deep = 0;
        for (int i = 0; i < inside.length(); i++) {
            if (isOpen(inside.charAt(i))) deep++;
            if (isClose(inside.charAt(i)) && --deep == 0) return true;
        }
        return false;
    }

    private static boolean opens(String inside) {
        return closes(new StringBuilder(inside)
                .reverse()
                .toString()
                .replace('(', '\0')
                .replace(')', '(')
                .replace('\0', ')')
                .replace('[', '\0')
                .replace(']', '[')
                .replace('\0', ']'));
    }

    /// Whether the first bracket and the last belong together: so in `(TNF)`, not in `(R)-x(y)`.
    private static boolean isOnePair(String inside) {
        int deep = 0;
        for (int i = 0; i < inside.length() - 1; i++) {
            if (isOpen(inside.charAt(i))) deep++;
            if (isClose(inside.charAt(i)) && --deep == 0) return false;
        }
        return true;
    }
}
