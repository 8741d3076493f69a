package org.biogloss.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.biogloss.document.Span;
import org.biogloss.search.Question.Match;

/// Finds where names stand in a text, however they are spelled there: in any case of letters, singular or plural, with
/// a Greek letter or its name, with a hyphen, a space or nothing between their parts.
///
/// A name is found where words begin and end only: no `IL` in `IL6`, no `alpha` in `TNFα`. Signs count, unless they are
/// hyphens or spaces: `CD4+` is not found in `CD4`, nor `IL 6` in `IL, 6`.
public final class Occurrences {

    /// @param name which of the names, counted from 0
    public record Occurrence(Span span, int name) {}

    /// @param before signs that the name begins with, such as `(` in `(R)-ketamine`
    /// @param after  signs that it ends with, such as `+` in `CD4+`
    private record Name(String written, String signs, String before, String after) {}

    private final List<Name> names = new ArrayList<>();
    private final List<Needle> needles = new ArrayList<>();

    /// The name that each needle stands for.
    private final List<Integer> owners = new ArrayList<>();

    private final Marks marks;

    public Occurrences(List<String> written) {
        for (var one : written) {
            var words = coreOf(one);
            var core = words.in(one);
            names.add(new Name(
                    one,
                    Spelling.signs(core),
                    one.substring(0, words.start()).strip(),
                    one.substring(words.end()).strip()));
            for (var needle : needlesOf(core)) {
                needles.add(needle);
                owners.add(names.size() - 1);
            }
        }
        marks = new Marks(needles);
    }

    /// Whether none of the names has a letter or a digit.
    public boolean isBlank() {
        return needles.isEmpty();
    }

    /// In text order; where two overlap, the longer of those that begin first.
    public List<Occurrence> in(String text) {
        var found = new ArrayList<Occurrence>();
        for (var mark : marks.in(text, Integer.MAX_VALUE)) {
            int owner = owners.get(mark.needle());
            var name = names.get(owner);
            var span = withSigns(text, mark.span(), name);
            if (fits(text, mark.span(), span, name)) found.add(new Occurrence(span, owner));
        }
        found.sort(Comparator.comparing((Occurrence one) -> one.span().start())
                .thenComparing(one -> -one.span().end())
                .thenComparing(Occurrence::name));
        int end = 0;
        var kept = new ArrayList<Occurrence>();
        for (var one : found) {
            if (one.span().start() < end) continue;
            kept.add(one);
            end = one.span().end();
        }
        return kept;
    }

    /// Finds the documents that hold one of the names, and some in which the signs differ.
    Query query() {
        if (needles.isEmpty()) return new MatchNoDocsQuery();
        var any = new BooleanQuery.Builder();
        for (var needle : needles) {
            var phrase = new MultiPhraseQuery.Builder();
            for (var part : needle.parts()) {
                phrase.add(part.forms().stream()
                        .map(form -> new Term(IndexForm.TEXT, form))
                        .toArray(Term[]::new));
            }
            any.add(phrase.build(), Occur.SHOULD);
        }
        return any.build();
    }

    /// Two words with a space between them are also looked for as one word, as a hyphen between them would ask for.
    private static List<Needle> needlesOf(String core) {
        var all = new ArrayList<>(Needle.of(Words.of(core), Match.WORD));
        if (core.chars().filter(Character::isWhitespace).count() == 1) {
            for (var needle : Needle.of(Words.of(core.replaceAll("\\s", "-")), Match.WORD)) {
                if (!all.contains(needle)) all.add(needle);
            }
        }
        return all;
    }

    /// From the first letter or digit to the last.
    private static Span coreOf(String name) {
        try (var words = new FoldingTokenizer()) {
            var offset = words.getAttribute(OffsetAttribute.class);
            words.setReader(new StringReader(name));
            words.reset();
            int start = -1;
            int end = 0;
            while (words.incrementToken()) {
                if (start < 0) start = offset.startOffset();
                end = Math.max(end, offset.endOffset());
            }
            return start < 0 ? new Span(0, 0) : new Span(start, end);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Span withSigns(String text, Span words, Name name) {
        int start = words.start();
        int end = words.end();
        if (text.startsWith(name.before(), start - name.before().length()))
            start -= name.before().length();
        if (text.startsWith(name.after(), end)) end += name.after().length();
        return new Span(start, end);
    }

    private static boolean fits(String text, Span words, Span whole, Name name) {
        boolean hasSigns = words.start() - whole.start() == name.before().length()
                && whole.end() - words.end() == name.after().length();
        return hasSigns
                && !touchesWord(text, words)
                && Spelling.signs(words.in(text)).equals(name.signs());
    }

    private static boolean touchesWord(String text, Span span) {
        return span.start() > 0 && isWord(text.codePointBefore(span.start()))
                || span.end() < text.length() && isWord(text.codePointAt(span.end()));
    }

    private static boolean isWord(int point) {
        return Folding.of(point).kind() != Folding.Kind.SEPARATOR;
    }
}
