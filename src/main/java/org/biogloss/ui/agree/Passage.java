package org.biogloss.ui.agree;

import java.util.ArrayList;
import java.util.List;
import org.biogloss.agreement.Adjudication;
import org.biogloss.document.Annotation;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Sentences;
import org.biogloss.document.Span;

/// What is shown of a document around one case: a few sentences, and what each side and gold mark in them.
///
/// @param parts of the text, in its order
public record Passage(String text, List<Span> parts, Marks left, Marks gold, Marks right) {

    /// What one column marks.
    ///
    /// @param absent where others say something on the case at hand and this one says nothing
    public record Marks(List<Mark> marks, List<Span> absent) {}

    /// @param tone how loud it is
    public record Mark(List<Span> spans, String type, Tone tone) {}

    public enum Tone {
        /// All say so, or it is decided.
        QUIET,
        /// The sides differ there.
        DIFFERING,
        /// The case at hand.
        CURRENT
    }

    /// So much text is shown around a short sentence.
    private static final int LEAST = 220;

    /// No more than this on each side of a place in a long sentence.
    private static final int MOST = 280;

    /// Ends of a relation that lie further apart are shown one by one.
    private static final int FAR = 600;

    static Passage around(Adjudication it, int number) {
        var text = it.document().text();
        var current = it.cases().get(number);
        var parts = parts(text, places(it, current));
        var left = new ArrayList<Mark>();
        var right = new ArrayList<Mark>();
        var gold = new ArrayList<Mark>();
        var ends = ends(it, current);
        for (int i = 0; i < it.cases().size(); i++) {
            var one = it.cases().get(i);
            if (!(one.of().any() instanceof Mention) || !isIn(one.of().place(), parts)) continue;
            var tone = i == number ? Tone.CURRENT : one.of().isAgreed() ? Tone.QUIET : Tone.DIFFERING;
            one.of().one().ifPresent(said -> left.add(mark(said, tone, ends)));
            one.of().other().ifPresent(said -> right.add(mark(said, tone, ends)));
            one.gold().forEach(said -> gold.add(mark(said, tone == Tone.CURRENT ? tone : Tone.QUIET, ends)));
        }
        it.goldBesides()
                .filter(mention -> isIn(mention.hull(), parts))
                .forEach(mention -> gold.add(mark(mention, Tone.QUIET, ends)));
        var places = current.of().any() instanceof Mention ? spans(current) : List.<Span>of();
        return new Passage(
                text,
                parts,
                new Marks(left, current.of().one().isPresent() ? List.of() : places),
                new Marks(gold, current.gold().isEmpty() ? places : List.of()),
                new Marks(right, current.of().other().isPresent() ? List.of() : places));
    }

    /// Ids of the mentions that the relation at hand ties, in any layer.
    private static List<String> ends(Adjudication it, Adjudication.Ruled current) {
        var ends = new ArrayList<String>();
        java.util.stream.Stream.concat(current.of().both(), current.gold().stream())
                .forEach(said -> {
                    if (!(said instanceof Relation relation)) return;
                    for (var argument : relation.arguments()) {
                        if (argument.end() instanceof Relation.OfMention(var id)) {
                            ends.add(id);
                            it.goldFor(id).forEach(mention -> ends.add(mention.id()));
                        }
                    }
                });
        return ends;
    }

    private static Mark mark(Annotation said, Tone tone, List<String> ends) {
        var mention = (Mention) said;
        return new Mark(mention.spans(), mention.type(), ends.contains(mention.id()) ? Tone.CURRENT : tone);
    }

    private static List<Span> spans(Adjudication.Ruled current) {
        return current.of()
                .both()
                .limit(1)
                .flatMap(said -> ((Mention) said).spans().stream())
                .toList();
    }

    private static List<Span> places(Adjudication it, Adjudication.Ruled current) {
        var place = current.of().place();
        if (!(current.of().any() instanceof Relation relation) || place.length() < FAR) return List.of(place);
        return relation.arguments().stream()
                .flatMap(argument -> argument.end() instanceof Relation.OfMention(var id)
                        ? it.document().find(id).stream()
                        : java.util.stream.Stream.<Annotation>empty())
                .map(found -> ((Mention) found).hull())
                .sorted()
                .toList();
    }

    /// The sentences that hold the places, with what stands around where they are short.
    private static List<Span> parts(String text, List<Span> places) {
        var sentences = Sentences.of(text, _ -> true);
        var parts = new ArrayList<Span>();
        for (var place : places) {
            var part = part(text, sentences, place);
            boolean joins = !parts.isEmpty() && part.start() <= parts.getLast().end();
            if (joins) parts.set(parts.size() - 1, parts.getLast().union(part));
            else parts.add(part);
        }
        return parts;
    }

    private static Span part(String text, List<Span> sentences, Span place) {
        int first = 0;
        while (first < sentences.size() - 1 && sentences.get(first).end() <= place.start()) first++;
        int last = first;
        while (last < sentences.size() - 1 && sentences.get(last).end() < place.end()) last++;
        if (sentences.isEmpty()) return new Span(0, text.length());
        var part = sentences.get(first).union(sentences.get(last));
        while (part.length() < LEAST && (first > 0 || last < sentences.size() - 1)) {
            if (last < sentences.size() - 1) part = part.union(sentences.get(++last));
            if (part.length() < LEAST && first > 0) part = part.union(sentences.get(--first));
        }
        int start = Math.max(part.start(), wordAt(text, place.start() - MOST));
        int end = Math.min(part.end(), wordAt(text, place.end() + MOST));
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
        return new Span(start, Math.max(end, place.end()));
    }

    /// Where the word at an offset begins.
    private static int wordAt(String text, int offset) {
        int at = Math.clamp(offset, 0, text.length());
        while (at > 0 && at < text.length() && !Character.isWhitespace(text.charAt(at - 1))) at--;
        return at;
    }

    private static boolean isIn(Span place, List<Span> parts) {
        return parts.stream().anyMatch(place::overlaps);
    }
}
