package org.biogloss.format;

/// A foreign text in a line of a report: short, and on one line.
final class Quote {

    private static final int LONGEST = 60;

    private Quote() {}

    static String of(String text) {
        var line = new StringBuilder();
        int end = text.length() > LONGEST ? text.offsetByCodePoints(0, text.codePointCount(0, LONGEST)) : text.length();
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
        return end < text.length() ? line + "…" : line.toString();
    }
}
