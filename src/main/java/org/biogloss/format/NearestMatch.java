package org.biogloss.format;

import java.util.List;
import java.util.Optional;
import org.biogloss.document.Span;

/// Finds a mention again whose offsets are wrong: the place nearest to where it should be that has its very text.
final class NearestMatch {

    /// How far, in UTF-16 units, a mention may have slipped to be believed the same.
    static final int REACH = 200;

    private static final int CLOSE = 5;

    private final String text;

    NearestMatch(String text) {
        this.text = text;
    }

    /// A few characters away at most: likelier a slip of the offsets than of the text.
    Optional<List<Span>> close(String expected, List<Span> guess) {
        return find(expected, guess, CLOSE);
    }

    Optional<List<Span>> within(String expected, List<Span> guess) {
        return find(expected, guess, REACH);
    }

    /// The nearest place to a guess that is outside the text or has no length.
    Optional<List<Span>> around(String expected, int guess) {
        return single(expected, guess, REACH);
    }

    private Optional<List<Span>> find(String expected, List<Span> guess, int reach) {
        return guess.size() == 1 ? single(expected, guess.getFirst().start(), reach) : shifted(expected, guess, reach);
    }

    private Optional<List<Span>> single(String expected, int guess, int reach) {
        var wanted = expected.strip();
        if (wanted.isEmpty()) return Optional.empty();
        int whole = -1;
        int any = -1;
        int to = Math.min(text.length(), guess + reach + wanted.length());
        int from = Math.max(0, guess - reach);
        if (from >= to) return Optional.empty();
        int at = text.indexOf(wanted, from, to);
        while (at >= 0) {
            if (isWhole(at, at + wanted.length()) && nearer(at, whole, guess)) whole = at;
            if (nearer(at, any, guess)) any = at;
            at = text.indexOf(wanted, at + 1, to);
        }
        int found = whole >= 0 ? whole : any;
        return found < 0 ? Optional.empty() : Optional.of(List.of(new Span(found, found + wanted.length())));
    }

    private static boolean nearer(int at, int than, int guess) {
        return than < 0 || Math.abs(at - guess) < Math.abs(than - guess);
    }

    /// Whether no word is cut in two at either end.
    private boolean isWhole(int start, int end) {
        boolean before = start > 0
                && Character.isLetterOrDigit(text.charAt(start - 1))
                && Character.isLetterOrDigit(text.charAt(start));
        boolean after = end < text.length()
                && Character.isLetterOrDigit(text.charAt(end))
                && Character.isLetterOrDigit(text.charAt(end - 1));
        return !before && !after;
    }

    /// All pieces moved by the same distance.
    private Optional<List<Span>> shifted(String expected, List<Span> guess, int reach) {
        int last = guess.stream().mapToInt(Span::end).max().orElse(0);
        for (int by = 1; by <= reach; by++) {
            for (int shift : new int[] {-by, by}) {
                if (guess.getFirst().start() + shift < 0 || last + shift > text.length()) continue;
                var moved = guess.stream().map(span -> span.shifted(shift)).toList();
                if (TextAgreement.of(expected, text, moved) != TextAgreement.NONE) return Optional.of(moved);
            }
        }
        return Optional.empty();
    }
}
