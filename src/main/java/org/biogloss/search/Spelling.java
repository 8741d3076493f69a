package org.biogloss.search;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// In what two spellings of one name differ.
public final class Spelling {

    public enum Difference {
        CASE,
        NUMBER,
        GREEK,
        /// A hyphen, a space or nothing between the parts.
        SPACING,
        POSSESSIVE,
        /// Accents, raised and lowered digits, and other forms of one character.
        SIGNS
    }

    private Spelling() {}

    /// @param name    as asked for
    /// @param written as [Occurrences] found it
    public static Set<Difference> between(String name, String written) {
        var differences = EnumSet.noneOf(Difference.class);
        if (name.equals(written)) return differences;
        if (greekLetters(name) != greekLetters(written)) differences.add(Difference.GREEK);
        if (!gaps(name).equals(gaps(written))) differences.add(Difference.SPACING);
        if (isPossessive(name) != isPossessive(written)) differences.add(Difference.POSSESSIVE);
        if (!folded(name).equals(folded(written))) differences.add(Difference.NUMBER);
        if (!sameCase(plain(name), plain(written))) differences.add(Difference.CASE);
        if (differences.isEmpty()) differences.add(Difference.SIGNS);
        return differences;
    }

    /// Whether the name is made of capitals, such as `CAT`, which small letters make a word of the language.
    public static boolean isAcronym(String name) {
        long capitals = name.codePoints().filter(Character::isUpperCase).count();
        return capitals >= 2 && name.codePoints().noneMatch(point -> Character.isLowerCase(point) && point < 128);
    }

    /// What a name has beside letters, digits, hyphens, spaces and apostrophes: it must be the same in each spelling.
    static String signs(String name) {
        return name.codePoints()
                .filter(point -> Folding.of(point).kind() == Folding.Kind.SEPARATOR)
                .filter(point -> !isGap(point) && point != '\'' && point != '’')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// As far as both have the same letters, they have them in the same case.
    private static boolean sameCase(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int same = 0;
        while (same < length && Character.toLowerCase(one.charAt(same)) == Character.toLowerCase(other.charAt(same)))
            same++;
        return one.regionMatches(0, other, 0, same);
    }

    private static String folded(String name) {
        return Words.of(name).parts().stream().map(Words.Part::text).collect(Collectors.joining());
    }

    /// Letters and digits alone, Greek ones by their names, without accents.
    private static String plain(String name) {
        var plain = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKD).codePoints().forEach(point -> {
            var folding = Folding.of(point);
            switch (folding.kind()) {
                case GREEK -> plain.append(folding.text());
                case LETTER, DIGIT, IDEOGRAPH -> plain.appendCodePoint(point);
                case SEPARATOR, WEIGHTLESS -> {}
            }
        });
        return plain.toString();
    }

    private static long greekLetters(String name) {
        return name.codePoints()
                .filter(point -> Folding.of(point).kind() == Folding.Kind.GREEK)
                .count();
    }

    private static String gaps(String name) {
        return name.codePoints()
                .filter(Spelling::isGap)
                .mapToObj(point -> Character.isWhitespace(point) || Character.isSpaceChar(point) ? " " : "-")
                .collect(Collectors.joining());
    }

    private static boolean isPossessive(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*['’]s?(\\s.*|$)");
    }

    private static boolean isGap(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.DASH_PUNCTUATION
                || point == 0x2212;
    }
}
