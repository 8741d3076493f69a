package org.biogloss.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.Span;

/// Finds where a text explains an abbreviation: `tumour necrosis factor (TNF)`, or `TNF (tumour necrosis factor)`.
///
/// After Schwartz and Hearst (2003): each letter of the short form, from the last to the first, is looked for in the
/// words before it; the first must begin a word.
public final class Abbreviations {

    /// One explanation: where the two forms stand.
    public record Abbreviation(Span shortForm, Span longForm) {}

    private static final int LONGEST_SHORT = 10;
    private static final int FARTHEST = 250;

    private Abbreviations() {}

    /// In text order.
    public static List<Abbreviation> in(String text) {
        var found = new ArrayList<Abbreviation>();
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
            int close = closing(text, open);
            if (close < 0) continue;
            var inside = stripped(text, new Span(open + 1, end(text, open, close)));
            var before = before(text, open);
            if (inside.isEmpty() || before.isEmpty()) continue;
            if (isShort(inside.in(text))) longForm(text, inside, before).ifPresent(found::add);
            else
                lastWord(text, before)
                        .flatMap(word -> longForm(text, word, inside))
                        .ifPresent(found::add);
        }
        return found;
    }

    private static int closing(String text, int open) {
        int deep = 0;
        for (int at = open; at < text.length() && at < open + FARTHEST; at++) {
            if (text.charAt(at) == '(') deep++;
            if (text.charAt(at) == ')' && --deep == 0) return at;
        }
        return -1;
    }

    /// What is explained ends at the first comma or semicolon: `(TNF, also called cachectin)`.
    private static int end(String text, int open, int close) {
        for (int at = open; at < close; at++) {
            if (text.charAt(at) == ';' || text.startsWith(", ", at)) return at;
        }
        return close;
    }

    /// The part of the sentence before the bracket.
    private static Span before(String text, int open) {
        int start = open;
        int limit = Math.max(0, open - FARTHEST);
        while (start > limit && !isBreak(text, start - 1)) start--;
        return stripped(text, new Span(start, open));
    }

    private static boolean isBreak(String text, int at) {
        char c = text.charAt(at);
        if (c == '\n' || c == ';' || c == '(' || c == ')') return true;
        return (c == '.' || c == '?' || c == '!')
                && at + 2 < text.length()
                && Character.isWhitespace(text.charAt(at + 1))
                && Character.isUpperCase(text.charAt(at + 2));
    }

    private static Optional<Span> lastWord(String text, Span before) {
        int start = before.end();
        while (start > before.start() && !Character.isWhitespace(text.charAt(start - 1))) start--;
        var word = new Span(start, before.end());
        return isShort(word.in(text)) ? Optional.of(word) : Optional.empty();
    }

    private static boolean isShort(String form) {
        return form.length() >= 2
                && form.length() <= LONGEST_SHORT
                && form.chars().filter(Character::isWhitespace).count() <= 1
                && form.codePoints().anyMatch(Character::isUpperCase)
                && Character.isLetterOrDigit(form.codePointAt(0));
    }

    private static Optional<Abbreviation> longForm(String text, Span shortForm, Span within) {
        var letters = shortForm.in(text);
        int at = within.end() - 1;
        boolean any = false;
        for (int i = letters.length() - 1; i >= 0; i--) {
            char wanted = plain(letters.charAt(i));
            if (!Character.isLetterOrDigit(wanted)) continue;
            boolean first = letters.substring(0, i).chars().noneMatch(Character::isLetterOrDigit);
            while (at >= within.start() && !(plain(text.charAt(at)) == wanted && (!first || begins(text, at)))) at--;
            if (at < within.start()) return Optional.empty();
            at--;
            any = true;
        }
        if (!any) return Optional.empty();
        int start = at + 1;
        while (start > within.start() && !Character.isWhitespace(text.charAt(start - 1))) start--;
        var form = new Span(start, within.end());
        return isLongFor(letters, form.in(text)) ? Optional.of(new Abbreviation(shortForm, form)) : Optional.empty();
    }

    private static boolean begins(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static boolean isLongFor(String letters, String form) {
        var words = form.split("[\\s-]+");
        int most = Math.min(letters.length() + 5, letters.length() * 2);
        return form.length() > letters.length()
                && words.length <= most
                && !List.of(words).contains(letters);
    }

    /// A Greek letter stands for the first letter of its name.
    private static char plain(char c) {
        if (c < 128) return Character.toLowerCase(c);
        var folded = Folding.of(c).text();
        return folded.isEmpty() ? c : folded.charAt(0);
    }

    private static Span stripped(String text, Span span) {
        int start = span.start();
        int end = span.end();
        while (start < end && Character.isWhitespace(text.charAt(start))) start++;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
        return new Span(start, end);
    }
}
