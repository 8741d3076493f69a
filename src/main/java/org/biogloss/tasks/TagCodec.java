package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.biogloss.bert.Targets;
import org.biogloss.document.Span;
import org.biogloss.tokens.Encoding;

/// Between mentions and labels of words. A word is labelled at its first piece and belongs to a mention as
/// a whole.
public final class TagCodec {

    /// A mention that a network predicts.
    ///
    /// @param confidence the least probability among its words' labels: a mention is as sure as its weakest
    ///     part, and long ones are not punished for their length
    public record Found(Span span, String type, double confidence) {}

    private final TagLabels labels;
    private final List<Tag> tags;

    public TagCodec(TagLabels labels) {
        this.labels = labels;
        this.tags = labels.tags();
    }

    public TagLabels labels() {
        return labels;
    }

    /// A label for each word's first piece, nothing for the others.
    ///
    /// Mentions of types without labels are passed over. Where mentions overlap, the longest is kept: one
    /// label a word cannot say both.
    public long[] encode(Encoding encoding, List<TypedSpan> mentions) {
        var known = new HashSet<>(labels.types());
        var longestFirst = mentions.stream()
                .filter(mention -> known.contains(mention.type()))
                .sorted(Comparator.comparingInt(
                                (TypedSpan mention) -> -mention.span().length())
                        .thenComparing(TypedSpan::span))
                .toList();
        var encoded = new long[encoding.size()];
        int outside = labels.outside();
        for (int piece = 0; piece < encoded.length; piece++) {
            encoded[piece] = encoding.startsWord(piece) ? outside : Targets.UNLABELLED;
        }
        for (var mention : longestFirst) put(mention, words(mention.span(), encoding), encoded);
        return encoded;
    }

    private void put(TypedSpan mention, List<Integer> words, long[] encoded) {
        for (int first : words) if (encoded[first] != labels.outside()) return;
        for (int at = 0; at < words.size(); at++) {
            encoded[words.get(at)] = labels.label(mention.type(), at, words.size());
        }
    }

    /// The first pieces of the words that a stretch of text touches.
    private static List<Integer> words(Span stretch, Encoding encoding) {
        var words = new ArrayList<Integer>();
        var touched = encoding.piecesOf(stretch);
        for (int piece = touched.start(); piece < touched.end(); piece++) {
            int first = piece;
            while (!encoding.startsWord(first)) first--;
            if (words.isEmpty() || words.getLast() != first) words.add(first);
        }
        return words;
    }

    /// The mentions that the words' labels tell of; see [Tag#runs].
    ///
    /// @param decided       a label for each piece; only that of a word's first piece counts
    /// @param probabilities of those labels
    public List<Found> decode(Encoding encoding, int[] decided, float[] probabilities) {
        var words = new ArrayList<Integer>();
        var said = new ArrayList<Tag>();
        for (int piece = 0; piece < encoding.size(); piece++) {
            if (!encoding.startsWord(piece)) continue;
            words.add(piece);
            said.add(tags.get(decided[piece]));
        }
        var found = new ArrayList<Found>();
        for (var run : Tag.runs(said)) {
            var pieces = words.subList(run.from(), run.to());
            var span = encoding.wordAround(pieces.getFirst()).union(encoding.wordAround(pieces.getLast()));
            double confidence = 1;
            for (int piece : pieces) confidence = Math.min(confidence, probabilities[piece]);
            if (!span.isEmpty()) found.add(new Found(span, run.type(), confidence));
        }
        return found;
    }

    /// All outside, to be overwritten where something was decided.
    int[] undecided(int size) {
        var decided = new int[size];
        Arrays.fill(decided, labels.outside());
        return decided;
    }
}
