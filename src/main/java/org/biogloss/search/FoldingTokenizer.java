package org.biogloss.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.biogloss.search.Folding.Kind;

/// Cuts text into folded words, so that spellings of one name meet: `IL-6`, `IL6` and `IL 6` are all `il` `6`;
/// `β-catenin` is `beta` `catenin`; `TNFα` and `TNF-alpha` are `tnf` `alpha`.
///
/// A word ends where letters and digits meet and around a Greek letter, spelled out or not. Two words tied by a hyphen
/// stand in the index as one besides (`co-culture` is `co`, `coculture`, `culture`). A possessive `'s` is dropped.
/// Nothing is stemmed: quoted words mean these forms, and the translation of a query sees to plurals.
final class FoldingTokenizer extends Tokenizer {

    /// Longer runs of letters are cut: no name is that long, and Lucene refuses words far beyond.
    private static final int LONGEST = 200;

    private static final String[] GREEK_ENDINGS = {
        "alpha", "beta", "gamma", "delta", "epsilon", "kappa", "lambda", "sigma", "omega", "theta", "zeta"
    };

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

    private char[] text = new char[4096];
    private int length;
    private int at;

    /// The folded letters of the words now in the queue.
    private char[] folded = new char[512];

    private int foldedLength;

    // A queue of at most three words: where each stands in `folded` and in the text.
    private final int[] from = new int[3];
    private final int[] to = new int[3];
    private final int[] start = new int[3];
    private final int[] end = new int[3];
    private final int[] step = new int[3];
    private int queued;
    private int taken;

    // Where a Greek letter's name stands in `folded`, once found.
    private int greekStart;
    private int greekEnd;

    @Override
    public void reset() throws IOException {
        super.reset();
        length = 0;
        at = 0;
        queued = 0;
        taken = 0;
        int read;
        while ((read = input.read(text, length, text.length - length)) >= 0) {
            length += read;
            if (length == text.length) text = Arrays.copyOf(text, length * 2);
        }
    }

    @Override
    public boolean incrementToken() {
        if (taken == queued && !readWord()) return false;
        clearAttributes();
        term.copyBuffer(folded, from[taken], to[taken] - from[taken]);
        offset.setOffset(correctOffset(start[taken]), correctOffset(end[taken]));
        increment.setPositionIncrement(step[taken]);
        taken++;
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        int last = correctOffset(length);
        offset.setOffset(last, last);
    }

    /// Fills the queue with the next word and what it stands for besides.
    private boolean readWord() {
        queued = 0;
        taken = 0;
        foldedLength = 0;
        var kind = skipToWord();
        if (kind == Kind.SEPARATOR) return false;
        int begin = at;
        at = readRun(at, kind);
        if (kind == Kind.LETTER && endsWithGreek()) {
            enqueueAroundGreek(begin);
        } else {
            enqueue(0, foldedLength, begin, at, 1);
            if (kind == Kind.LETTER || kind == Kind.GREEK) enqueueHyphenated(begin);
        }
        if (kind == Kind.LETTER) skipPossessive();
        return true;
    }

    private Kind skipToWord() {
        while (at < length) {
            int point = Character.codePointAt(text, at, length);
            var kind = kindAt(at, point);
            if (kind != Kind.SEPARATOR && kind != Kind.WEIGHTLESS) return kind;
            at += Character.charCount(point);
        }
        return Kind.SEPARATOR;
    }

    /// Folds the characters of one kind from `i` on, and says where they end.
    private int readRun(int i, Kind kind) {
        int first = foldedLength;
        while (i < length && foldedLength - first < LONGEST) {
            char c = text[i];
            if (c < 128) {
                if (kindOfAscii(c) != kind) break;
                append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
                i++;
                continue;
            }
            int point = Character.codePointAt(text, i, length);
            var here = kindAt(i, point);
            if (here != kind && here != Kind.WEIGHTLESS) break;
            if ((kind == Kind.GREEK || kind == Kind.IDEOGRAPH) && foldedLength > first && here == kind) break;
            append(here == Kind.LETTER && isMu(point) ? "u" : Folding.of(point).text());
            i += Character.charCount(point);
        }
        return i;
    }

    private Kind kindAt(int i, int point) {
        if (point < 128) return kindOfAscii((char) point);
        // `μg` and `μM` are units, which others write `ug` and `uM`.
        if (isMu(point) && i + 1 < length && kindOfAscii(text[i + 1]) == Kind.LETTER) return Kind.LETTER;
        return Folding.of(point).kind();
    }

    private static Kind kindOfAscii(char c) {
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') return Kind.LETTER;
        return c >= '0' && c <= '9' ? Kind.DIGIT : Kind.SEPARATOR;
    }

    private static boolean isMu(int point) {
        return point == 'µ' || point == 'μ';
    }

    /// Whether the word now folded is more than a Greek letter's name but ends with one (`tnfalpha`, `nfkappab`).
    private boolean endsWithGreek() {
        if (foldedLength < 5) return false;
        int last = foldedLength;
        greekEnd = last;
        if (folded[last - 1] == 'b' && endsWith("kappa", last - 1)) {
            greekStart = last - 6;
            greekEnd = last - 1;
            return true;
        }
        if (folded[last - 1] != 'a' && folded[last - 1] != 'n') return false;
        for (var ending : GREEK_ENDINGS) {
            greekStart = last - ending.length();
            if (greekStart > 0 && endsWith(ending, last)) return true;
        }
        return false;
    }

    /// What stands before the Greek letter, the letter, and what stands after it.
    private void enqueueAroundGreek(int begin) {
        int[] cuts = {0, greekStart, greekEnd, foldedLength};
        // Folding may lengthen a word (ß); then only the place of the whole is known.
        boolean plain = foldedLength == at - begin;
        for (int i = 0; i < 3; i++) {
            if (cuts[i] == cuts[i + 1]) continue;
            enqueue(cuts[i], cuts[i + 1], plain ? begin + cuts[i] : begin, plain ? begin + cuts[i + 1] : at, 1);
        }
    }

    private boolean endsWith(String ending, int last) {
        int first = last - ending.length();
        if (first < 0) return false;
        for (int i = 0; i < ending.length(); i++) {
            if (folded[first + i] != ending.charAt(i)) return false;
        }
        return true;
    }

    private void enqueueHyphenated(int begin) {
        if (at + 1 >= length || !isHyphen(text[at])) return;
        int next = at + 1;
        var kind = kindAt(next, Character.codePointAt(text, next, length));
        if (kind != Kind.LETTER && kind != Kind.GREEK) return;
        int afterNext = readRun(next, kind);
        enqueue(0, foldedLength, begin, afterNext, 0);
    }

    private void skipPossessive() {
        if (at + 1 >= length || (text[at] != '\'' && text[at] != '’') || (text[at + 1] | 32) != 's') return;
        if (at + 2 < length && Character.isLetterOrDigit(text[at + 2])) return;
        at += 2;
    }

    /// The hyphens of keyboards and of typesetters, and the minus that copying from a PDF makes of them.
    private static boolean isHyphen(char c) {
        return c == '-' || (c >= '\u2010' && c <= '\u2013') || c == '\u2212';
    }

    private void enqueue(int wordFrom, int wordTo, int begin, int last, int positions) {
        from[queued] = wordFrom;
        to[queued] = wordTo;
        start[queued] = begin;
        end[queued] = last;
        step[queued] = positions;
        queued++;
    }

    private void append(char c) {
        if (foldedLength == folded.length) folded = Arrays.copyOf(folded, foldedLength * 2);
        folded[foldedLength++] = c;
    }

    private void append(String s) {
        for (int i = 0; i < s.length(); i++) append(s.charAt(i));
    }
}
