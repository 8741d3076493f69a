package org.biogloss.tokens;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Words as BERT cuts them: characters that nobody sees dropped, Chinese ones apart, accents and case
/// removed if wanted; then cut at blanks, with each punctuation mark a word.
///
/// Equal, character by character, to `BertNormalizer` and `BertPreTokenizer` of Hugging Face, save for the
/// order of two neighbouring marks that are no accents.
final class BertWords implements WordSplitter {

    /// What becomes of each character of the first plane: a positive number is the one character of a word
    /// that it becomes, a number below [#COMPOSED] the negative of a punctuation mark.
    private final int[] becomes;

    private static final int DROPPED = 0;
    private static final int BLANK = -1;

    /// More than one character, or a surrogate: see [#plain].
    private static final int COMPOSED = -2;

    private final Map<Integer, String> composed = new HashMap<>();
    private final boolean lowerCase;
    private final boolean stripAccents;
    private char[] chars = new char[1 << 14];
    private char[] word = new char[1 << 10];
    private int length;

    BertWords(boolean lowerCase, boolean stripAccents) {
        this.lowerCase = lowerCase;
        this.stripAccents = stripAccents;
        becomes = new int[1 << 16];
        for (int c = 0; c < becomes.length; c++) becomes[c] = becomes(c);
    }

    @Override
    public void split(String text, WordSink words) {
        int end = text.length();
        if (chars.length < end) chars = new char[end];
        text.getChars(0, end, chars, 0);
        for (int i = 0; i < end; i++) {
            int now = becomes[chars[i]];
            if (now > 0) {
                if (length == word.length) word = Arrays.copyOf(word, length * 2);
                word[length++] = (char) now;
            } else if (now == BLANK) {
                end(words);
            } else if (now < COMPOSED) {
                end(words);
                word[0] = (char) -now;
                words.word(word, 1);
            } else if (now == COMPOSED) {
                int point = Character.codePointAt(chars, i, end);
                i += Character.charCount(point) - 1;
                composed.computeIfAbsent(point, this::plain).codePoints().forEach(one -> put(one, words));
            }
        }
        end(words);
    }

    private void put(int point, WordSink words) {
        boolean mark = KnownToBert.isPunctuation(point);
        if (mark || KnownToBert.isWhitespace(point)) {
            end(words);
            if (!mark) return;
        }
        if (length + 2 > word.length) word = Arrays.copyOf(word, length * 2);
        length += Character.toChars(point, word, length);
        if (mark) end(words);
    }

    private void end(WordSink words) {
        if (length > 0) words.word(word, length);
        length = 0;
    }

    private int becomes(int c) {
        if (Character.isSurrogate((char) c)) return COMPOSED;
        var plain = plain(c);
        if (plain.isEmpty()) return DROPPED;
        if (plain.length() > 1) return COMPOSED;
        char only = plain.charAt(0);
        if (KnownToBert.isWhitespace(only)) return BLANK;
        return KnownToBert.isPunctuation(only) ? -only : only;
    }

    private String plain(int point) {
        if (point == 0 || point == 0xFFFD || KnownToBert.isControl(point)) return "";
        if (KnownToBert.isWhitespace(point)) return " ";
        var text = Character.toString(point);
        if (stripAccents) text = withoutAccents(text);
        if (lowerCase) text = lowerCase(text);
        return KnownToBert.isChinese(point) ? " " + text + " " : text;
    }

    private static String withoutAccents(String text) {
        var apart =
                KnownToBert.isComposed(text.codePointAt(0)) ? Normalizer.normalize(text, Normalizer.Form.NFD) : text;
        var left = new StringBuilder(apart.length());
        apart.codePoints().filter(point -> !KnownToBert.isMark(point)).forEach(left::appendCodePoint);
        return left.toString();
    }

    /// Each character by itself: of a word's last sigma, Java's own would make another.
    static String lowerCase(String text) {
        var lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point == 'İ') lower.append("i\u0307");
            else lower.appendCodePoint(Character.toLowerCase(point));
        }
        return lower.toString();
    }
}
