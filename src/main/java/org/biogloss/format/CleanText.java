package org.biogloss.format;

/// A text that every part of BioGloss can hold, of the very length of the original, so that offsets stay.
///
/// Control characters and lone surrogates go, and line ends become LF: text controls and databases each treat the
/// others in their own way.
///
/// @param replaced how many characters were no text at all; line ends are not counted
record CleanText(String text, int replaced) {

    static CleanText of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isOdd(text.charAt(i))) return cleaned(text);
        }
        return new CleanText(text, 0);
    }

    private static CleanText cleaned(String text) {
        var clean = new StringBuilder(text);
        int replaced = 0;
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (!isOdd(c)) continue;
            char next = i + 1 < clean.length() ? clean.charAt(i + 1) : 0;
            if (c == '\r') clean.setCharAt(i, next == '\n' ? ' ' : '\n');
            else if (c == '\f') clean.setCharAt(i, '\n');
            else if (Character.isHighSurrogate(c) && Character.isLowSurrogate(next)) i++;
            else {
                clean.setCharAt(i, Character.isSurrogate(c) ? '\uFFFD' : ' ');
                replaced++;
            }
        }
        return new CleanText(clean.toString(), replaced);
    }

    private static boolean isOdd(char c) {
        return c < ' ' && c != '\n' && c != '\t' || c == 0x7F || Character.isSurrogate(c) || c >= 0xFFFE;
    }
}
