package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;

/// Words that are marked at one place of a document and not at another.
///
/// Upper and lower case are alike in words of more than three letters. A place that a person looked at and rejected is
/// not asked for again.
final class Twins {

    private static final int SHORT = 3;

    /// @param like the mention that has the same words
    record Twin(Span span, Mention like) {}

    private final String text;

    /// The known words by their first one, the longest first.
    private final Map<String, List<Known>> byFirst = new HashMap<>();

    private final BitSet taken = new BitSet();

    private record Known(String words, Mention mention) {}

    /// @param passedOver places that are not wanted
    Twins(AnnotatedDocument document, Set<Span> passedOver) {
        text = document.text();
        var seen = new HashMap<String, Mention>();
        document.mentions().forEach(mention -> {
            for (var span : mention.spans()) taken.set(span.start(), span.end());
            boolean known =
                    mention.standing() == Standing.CONFIRMED && mention.spans().size() == 1;
            if (known) seen.putIfAbsent(mention.in(text), mention);
        });
        for (var span : passedOver) taken.set(span.start(), span.end());
        seen.forEach(this::learn);
        byFirst.values()
                .forEach(list -> list.sort(
                        (a, b) -> Integer.compare(b.words().length(), a.words().length())));
    }

    private void learn(String words, Mention mention) {
        var first = Words.around(words, 0);
        if (first.isEmpty() || words.length() < 2) return;
        byFirst.computeIfAbsent(key(first.in(words)), _ -> new ArrayList<>()).add(new Known(words, mention));
    }

    /// The first one at or after the offset, or else the first of all.
    Optional<Twin> next(int from) {
        var behind = next(from, text.length());
        return behind.isPresent() ? behind : next(0, from);
    }

    private Optional<Twin> next(int from, int to) {
        int at = from > 0 && Words.around(text, from).start() < from ? Words.start(text, from, true) : from;
        for (; at < to; at = Words.start(text, at, true)) {
            var word = Words.around(text, at);
            if (word.start() != at || word.isEmpty()) continue;
            for (var known : byFirst.getOrDefault(key(word.in(text)), List.of())) {
                int end = at + known.words().length();
                if (isHere(known.words(), at) && isFree(at, end)) {
                    return Optional.of(new Twin(new Span(at, end), known.mention()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isHere(String words, int at) {
        if (!text.regionMatches(words.length() > SHORT, at, words, 0, words.length())) return false;
        int end = at + words.length();
        return Words.around(text, end - 1).end() <= end;
    }

    private boolean isFree(int start, int end) {
        int next = taken.nextSetBit(start);
        return next < 0 || next >= end;
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
