package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.biogloss.bert.Targets;
import org.biogloss.document.Span;
import org.biogloss.tokens.Encoding;

/// Between mentions and labels of words. A word is labelled at its first piece and belongs to a mention as a whole.
public record BioCodec(BioLabels labels) {

    /// A mention that a network predicts.
    ///
    /// @param confidence the least probability among its words' labels: a mention is as sure as its weakest
    ///     part, and long ones are not punished for their length
    public record Found(Span span, String type, double confidence) {}

    /// A label for each word's first piece, nothing for the others.
    ///
    /// Mentions of types without labels are passed over. Where mentions overlap, the longest is kept: one label a
    /// word cannot say both.
    public long[] encode(Encoding encoding, List<TypedSpan> mentions) {
        var known = labels.types();
        var longestFirst = mentions.stream()
                .filter(mention -> known.contains(mention.type()))
                .sorted(Comparator.comparingInt(
                                (TypedSpan mention) -> -mention.span().length())
                        .thenComparing(TypedSpan::span))
                .toList();
        var encoded = new long[encoding.size()];
        for (int piece = 0; piece < encoded.length; piece++) {
            encoded[piece] = encoding.startsWord(piece) ? labels.outside() : Targets.UNLABELLED;
        }
        for (var mention : longestFirst) put(mention, encoding, encoded);
        return encoded;
    }

    private void put(TypedSpan mention, Encoding encoding, long[] encoded) {
        var touched = new ArrayList<Integer>();
        int piece = firstAfter(encoding, mention.span().start());
        for (; piece < encoded.length; piece++) {
            if (encoding.spans().get(piece).start() >= mention.span().end()) break;
            int first = piece;
            while (!encoding.startsWord(first)) first--;
            if (!touched.contains(first)) touched.add(first);
        }
        for (int first : touched) if (encoded[first] != labels.outside()) return;
        for (int first : touched) {
            boolean begins = first == touched.getFirst();
            encoded[first] = begins ? labels.begin(mention.type()) : labels.inside(mention.type());
        }
    }

    /// The first piece that ends after the offset.
    private static int firstAfter(Encoding encoding, int offset) {
        int low = 0;
        int high = encoding.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (encoding.spans().get(middle).end() <= offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// The mentions that the words' labels tell of. An `I-` that follows nothing it could go on from begins a mention.
    ///
    /// @param decided       a label for each piece; only that of a word's first piece counts
    /// @param probabilities of those labels
    public List<Found> decode(Encoding encoding, int[] decided, float[] probabilities) {
        var found = new ArrayList<Found>();
        int open = -1; // the last word's first piece, while inside a mention
        for (int piece = 0; piece < encoding.size(); piece++) {
            if (!encoding.startsWord(piece)) continue;
            int label = decided[piece];
            if (labels.isOutside(label)) {
                open = -1;
                continue;
            }
            var word = encoding.wordAround(piece);
            boolean goesOn =
                    open >= 0 && !labels.begins(label) && labels.type(label).equals(labels.type(decided[open]));
            if (goesOn) {
                var last = found.removeLast();
                double confidence = Math.min(last.confidence(), probabilities[piece]);
                found.add(new Found(last.span().union(word), last.type(), confidence));
            } else {
                found.add(new Found(word, labels.type(label), probabilities[piece]));
            }
            open = piece;
        }
        found.removeIf(mention -> mention.span().isEmpty());
        return found;
    }

    /// All outside, to be overwritten where something was decided.
    int[] undecided(int size) {
        var decided = new int[size];
        Arrays.fill(decided, labels.outside());
        return decided;
    }
}
