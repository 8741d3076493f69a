package org.biogloss.tokens;

/// Words as GPT-2 and RoBERTa cut them: letters, digits or other signs, each with the blank before them, by
/// the expression `'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`.
final class ByteWords implements WordSplitter {

    private static final byte LETTER = 0;
    private static final byte NUMBER = 1;
    private static final byte BLANK = 2;
    private static final byte SIGN = 3;

    private static final byte[] KINDS = new byte[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    static {
        for (int c = 0; c < KINDS.length; c++) KINDS[c] = kindOf(c);
    }

    private final boolean lowerCase;
    private char[] chars = new char[1 << 14];
    private int end;

    ByteWords(boolean lowerCase) {
        this.lowerCase = lowerCase;
    }

    @Override
    public void split(String text, WordSink words) {
        read(lowerCase ? BertWords.lowerCase(text) : text);
        char[] word = new char[256];
        for (int at = 0, to; at < end; at = to) {
            to = endOfWord(at);
            if (to - at > word.length) word = new char[Math.max(to - at, word.length * 2)];
            System.arraycopy(chars, at, word, 0, to - at);
            words.word(word, to - at);
        }
    }

    /// Half a surrogate pair has no bytes of its own.
    private void read(String text) {
        end = text.length();
        if (chars.length < end) chars = new char[end];
        text.getChars(0, end, chars, 0);
        for (int i = 0; i < end; i++) {
            if (!Character.isSurrogate(chars[i])) continue;
            if (Character.charCount(Character.codePointAt(chars, i, end)) == 2) i++;
            else chars[i] = '\uFFFD';
        }
    }

    private int endOfWord(int at) {
        if (chars[at] == '\'') {
            int shortened = endOfShortened(at);
            if (shortened > at) return shortened;
        }
        int first = chars[at] == ' ' && at + 1 < end ? at + 1 : at;
        byte kind = kind(first);
        if (kind != BLANK) return endOf(kind, first);
        int blanks = endOf(BLANK, at);
        return blanks == end || blanks == at + 1 ? blanks : blanks - 1;
    }

    private int endOf(byte kind, int from) {
        int at = from;
        while (at < end && kind(at) == kind) at += Character.isHighSurrogate(chars[at]) ? 2 : 1;
        return at;
    }

    /// Of `'s` and its like; the place itself where there is none.
    private int endOfShortened(int at) {
        if (at + 1 == end) return at;
        char one = chars[at + 1];
        if (one == 's' || one == 't' || one == 'm' || one == 'd') return at + 2;
        if (at + 2 == end) return at;
        char two = chars[at + 2];
        return (one == 'r' || one == 'v') && two == 'e' || one == 'l' && two == 'l' ? at + 3 : at;
    }

    private byte kind(int at) {
        char c = chars[at];
        return Character.isHighSurrogate(c) ? kindOf(Character.toCodePoint(c, chars[at + 1])) : KINDS[c];
    }

    private static byte kindOf(int point) {
        return switch (Character.getType(point)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER -> LETTER;
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> NUMBER;
            default -> KnownToBert.isWhitespace(point) ? BLANK : SIGN;
        };
    }
}
