package org.biogloss.format;

import java.util.List;
import java.util.stream.Collectors;
import org.biogloss.document.Span;

/// How well a stretch of a text fits what the file says stands there.
enum TextAgreement {
    NONE,
    /// The same but for case, blanks, dashes and Greek letters spelled out, as some taggers normalise.
    FOLDED,
    EXACT;

    private static final String[] GREEK = {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"
    };

    static TextAgreement of(String expected, String text, List<Span> spans) {
        if (spans.size() == 1) {
            var span = spans.getFirst();
            if (span.length() == expected.length() && text.startsWith(expected, span.start())) return EXACT;
            return fold(expected).equals(fold(span.in(text))) ? FOLDED : NONE;
        }
        var pieces = spans.stream().map(span -> span.in(text)).toList();
        if (String.join(" ", pieces).equals(expected)) return EXACT;
        var folded = fold(expected);
        if (folded.equals(fold(String.join("", pieces)))) return FOLDED;
        var dotted = pieces.stream().collect(Collectors.joining(" ... "));
        return folded.equals(fold(dotted)) ? FOLDED : NONE;
    }

    static String fold(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || isDash(c)) continue;
            if (c == 'µ') c = 'μ';
            char lower = Character.toLowerCase(c);
            if (lower >= 'α' && lower <= 'ω') folded.append(GREEK[lower - 'α']);
            else folded.append(lower);
        }
        return folded.toString();
    }

    private static boolean isDash(char c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION || c == '−' || c == '\u00AD';
    }
}
