package org.biogloss.tokens;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.ArrayList;
import java.util.Arrays;
import org.biogloss.document.CodePointOffsets;
import org.biogloss.document.Span;

/// What the native tokenizer takes and gives: text that has a UTF-8 form, and pieces whose spans count code points.
final class NativePieces {

    private NativePieces() {}

    static Encoding encoding(String text, ai.djl.huggingface.tokenizers.Encoding raw) {
        var ids = raw.getIds();
        var spans = new ArrayList<Span>(ids.length);
        var offsets = new CodePointOffsets(text);
        for (CharSpan span : raw.getCharTokenSpans()) {
            int end = offsets.toUnit(span.getEnd());
            spans.add(new Span(offsets.toUnit(span.getStart()), withMarks(text, end)));
        }
        return new Encoding(toInts(ids), Arrays.asList(raw.getTokens()), spans, toInts(raw.getWordIds()));
    }

    /// Accents are stripped before the vocabulary sees a text, and with them they leave the span of their
    /// letter.
    private static int withMarks(String text, int end) {
        int at = end;
        while (at > 0 && at < text.length()) {
            int point = text.codePointAt(at);
            if (Character.getType(point) != Character.NON_SPACING_MARK) break;
            at += Character.charCount(point);
        }
        return at;
    }

    private static int[] toInts(long[] values) {
        var ints = new int[values.length];
        for (int i = 0; i < ints.length; i++) ints[i] = (int) values[i];
        return ints;
    }

    /// Half a surrogate pair has no UTF-8 form; the replacement character has the same length.
    static String wellFormed(String text) {
        int broken = firstLoneSurrogate(text, 0);
        if (broken < 0) return text;
        var repaired = new StringBuilder(text);
        for (; broken >= 0; broken = firstLoneSurrogate(text, broken + 1)) repaired.setCharAt(broken, '\uFFFD');
        return repaired.toString();
    }

    private static int firstLoneSurrogate(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!Character.isSurrogate(unit)) continue;
            boolean paired = Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!paired) return i;
            i++;
        }
        return -1;
    }
}
