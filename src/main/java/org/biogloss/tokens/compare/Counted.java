package org.biogloss.tokens.compare;

import java.util.List;
import java.util.TreeMap;

/// What was counted in one document, for each vocabulary in its place.
///
/// @param inWords  pieces that touch a word
/// @param whole    words that are one known piece
/// @param mentions by type; each holds how many there are, and behind it how many each vocabulary keeps whole
@SuppressWarnings("ArrayRecordComponent") // a corpus has a great many, and nobody compares them
record Counted(
        String id,
        int characters,
        int words,
        int[] pieces,
        int[] unknown,
        int[] inWords,
        int[] whole,
        TreeMap<String, int[]> mentions) {

    static Counted of(Passages.Passage passage, List<Cutter> cutters) {
        var text = passage.text();
        var words = Words.of(text);
        int columns = cutters.size();
        var counted = new Counted(
                passage.id(),
                text.codePointCount(0, text.length()),
                words.size(),
                new int[columns],
                new int[columns],
                new int[columns],
                new int[columns],
                new TreeMap<>());
        for (var mention : passage.mentions()) counted.ofType(mention.type())[0]++;
        for (int column = 0; column < columns; column++) {
            counted.count(column, cutters.get(column).cut(text), words, passage.mentions());
        }
        return counted;
    }

    private void count(int column, Cuts cuts, Words all, List<Passages.Marked> marked) {
        pieces[column] = cuts.size();
        unknown[column] = cuts.countUnknown();
        int piece = 0;
        for (int word = 0; word < all.size(); word++) {
            while (piece < cuts.size() && cuts.end(piece) <= all.start(word)) piece++;
            int touching = 0;
            while (piece + touching < cuts.size() && cuts.start(piece + touching) < all.end(word)) touching++;
            inWords[column] += touching;
            if (touching == 1 && !cuts.isUnknown(piece)) whole[column]++;
        }
        for (var mention : marked) {
            if (isWhole(mention, cuts, all)) ofType(mention.type())[column + 1]++;
        }
    }

    /// Whether each word of the mention is one known piece. Where the mention begins or ends inside a word, that part
    /// must be a piece by itself. A mention without a letter or digit is whole if its pieces are known.
    private static boolean isWhole(Passages.Marked mention, Cuts cuts, Words all) {
        int from = mention.span().start();
        int to = mention.span().end();
        for (int word = all.firstEndingAfter(from); word < all.size() && all.start(word) < to; word++) {
            int start = Math.max(from, all.start(word));
            int end = Math.min(to, all.end(word));
            int piece = cuts.firstEndingAfter(start);
            boolean one = piece < cuts.size()
                    && cuts.start(piece) < end
                    && (piece + 1 == cuts.size() || cuts.start(piece + 1) >= end);
            if (!one || cuts.isUnknown(piece)) return false;
            boolean inside = start > all.start(word) || end < all.end(word);
            if (inside && (cuts.start(piece) != start || cuts.end(piece) != end)) return false;
        }
        return true;
    }

    private int[] ofType(String type) {
        return mentions.computeIfAbsent(type, _ -> new int[pieces.length + 1]);
    }
}
