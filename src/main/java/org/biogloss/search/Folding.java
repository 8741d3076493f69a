package org.biogloss.search;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// What a character counts as when words are compared: `É` as `e`, `₂` as `2`, `α` as the word `alpha`.
///
/// @param kind decides where a word ends
/// @param text in lower case; empty for what separates words or has no weight
record Folding(Kind kind, String text) {

    enum Kind {
        SEPARATOR,
        LETTER,
        DIGIT,
        /// A Greek letter: a word of its own, by its name.
        GREEK,
        /// A sign that is a word of its own.
        IDEOGRAPH,
        /// An accent, or an invisible mark within a word.
        WEIGHTLESS
    }

    private static final Folding SEPARATOR = new Folding(Kind.SEPARATOR, "");
    private static final Folding WEIGHTLESS = new Folding(Kind.WEIGHTLESS, "");

    /// Filled on demand; two threads at worst compute the same entry twice.
    private static final Folding[] KNOWN = new Folding[0x3000];

    private static final String[] GREEK = {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"
    };

    static Folding of(int codePoint) {
        if (codePoint >= KNOWN.length) return fold(codePoint);
        var known = KNOWN[codePoint];
        if (known == null) KNOWN[codePoint] = known = fold(codePoint);
        return known;
    }

    private static Folding fold(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.FORMAT || isDiacritic(codePoint)) return WEIGHTLESS;
        if (Character.isIdeographic(codePoint)) return new Folding(Kind.IDEOGRAPH, Character.toString(codePoint));
        if (Character.isDigit(codePoint)) return new Folding(Kind.DIGIT, "" + Character.digit(codePoint, 10));
        if (!isWordPart(codePoint, type)) return SEPARATOR;
        return ofDecomposed(Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD));
    }

    private static Folding ofDecomposed(String decomposed) {
        var plain = new StringBuilder();
        decomposed
                .codePoints()
                .filter(part -> !isDiacritic(part))
                .map(Character::toLowerCase)
                .forEach(plain::appendCodePoint);
        if (plain.length() == 1 && plain.charAt(0) >= 'α' && plain.charAt(0) <= 'ω') {
            return new Folding(Kind.GREEK, GREEK[plain.charAt(0) - 'α']);
        }
        var out = new char[plain.length() * 4];
        int length = ASCIIFoldingFilter.foldToASCII(plain.toString().toCharArray(), 0, out, 0, plain.length());
        var text = new String(out, 0, length).toLowerCase(Locale.ROOT);
        if (text.isEmpty() || !text.codePoints().allMatch(part -> isWordPart(part, Character.getType(part)))) {
            return SEPARATOR;
        }
        return new Folding(text.chars().allMatch(Character::isDigit) ? Kind.DIGIT : Kind.LETTER, text);
    }

    /// Letters, numbers of any kind (`²`, `Ⅳ`), and the vowel signs of scripts that write them as marks.
    private static boolean isWordPart(int codePoint, int type) {
        return Character.isLetterOrDigit(codePoint)
                || type == Character.OTHER_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isDiacritic(int codePoint) {
        return (codePoint >= 0x0300 && codePoint <= 0x036F)
                || (codePoint >= 0x1AB0 && codePoint <= 0x1AFF)
                || (codePoint >= 0x1DC0 && codePoint <= 0x1DFF)
                || (codePoint >= 0x20D0 && codePoint <= 0x20FF)
                || (codePoint >= 0xFE20 && codePoint <= 0xFE2F);
    }
}
