package org.biogloss.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.biogloss.document.Span;
import org.biogloss.search.Marks.Mark;

/// The sentences of a text that answer a query best: those with most of its words.
final class Snippets {

    private static final int MOST = 2;

    /// A sentence beyond this is shown in part, around what matched.
    private static final int LONGEST = 300;

    /// How many marks are looked at: a long paper has thousands of a common word, and its first pages will do.
    private static final int ENOUGH = 400;

    private final Marks marks;

    Snippets(List<Needle> needles) {
        this.marks = new Marks(needles);
    }

    /// In text order; the first sentence, unmarked, where nothing is found. The title is shown anyway, so what it says
    /// is left out where something else was found.
    List<Snippet> of(String title, String text) {
        if (text.isBlank()) return List.of();
        var candidates = candidates(text, marks.in(text, ENOUGH));
        if (candidates.isEmpty())
            return List.of(snippet(text, new Candidate(Sentences.around(text, new Span(0, 0)), List.of())));
        int titleEnd = text.startsWith(title) ? title.length() : 0;
        var body = candidates.stream()
                .filter(candidate -> candidate.sentence().end() > titleEnd + 1)
                .toList();
        return (body.isEmpty() ? candidates : body)
                .stream()
                        .sorted(Comparator.comparingLong(Candidate::worth).reversed())
                        .limit(MOST)
                        .sorted(Comparator.comparing(Candidate::sentence))
                        .map(candidate -> snippet(text, candidate))
                        .toList();
    }

    private record Candidate(Span sentence, List<Mark> marks) {

        /// Different words first, then how often they come.
        long worth() {
            return marks.stream().mapToInt(Mark::needle).distinct().count() * 100 + Math.min(99, marks.size());
        }
    }

    private static List<Candidate> candidates(String text, List<Mark> found) {
        var candidates = new ArrayList<Candidate>();
        for (var mark : found) {
            if (candidates.isEmpty() || !candidates.getLast().sentence().contains(mark.span())) {
                candidates.add(new Candidate(Sentences.around(text, mark.span()), new ArrayList<>()));
            }
            candidates.getLast().marks().add(mark);
        }
        return candidates;
    }

    private static Snippet snippet(String text, Candidate candidate) {
        int start = candidate.sentence().start();
        int end = candidate.sentence().end();
        if (end - start > LONGEST) {
            int first = candidate.marks().stream()
                    .mapToInt(mark -> mark.span().start())
                    .min()
                    .orElse(start);
            if (first - start > LONGEST / 2) start = wordStart(text, first - LONGEST / 3, first);
            end = wordEnd(text, Math.min(end, start + LONGEST));
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
        while (start < end && Character.isWhitespace(text.charAt(start))) start++;
        var shown =
                text.substring(start, end).replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
        return new Snippet(shown, highlights(candidate.marks(), new Span(start, end)));
    }

    private static List<Span> highlights(List<Mark> marks, Span shown) {
        var merged = new ArrayList<Span>();
        marks.stream().map(Mark::span).filter(shown::contains).sorted().forEach(span -> {
            if (!merged.isEmpty() && merged.getLast().end() > span.start()) {
                merged.add(merged.removeLast().union(span));
            } else {
                merged.add(span);
            }
        });
        return merged.stream().map(span -> span.shifted(-shown.start())).toList();
    }

    private static int wordStart(String text, int from, int latest) {
        for (int at = from; at < latest; at++) {
            if (Character.isWhitespace(text.charAt(at - 1))) return at;
        }
        return latest;
    }

    private static int wordEnd(String text, int to) {
        for (int at = to; at > to - 40; at--) {
            if (at == text.length() || Character.isWhitespace(text.charAt(at))) return at;
        }
        return Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
    }
}
