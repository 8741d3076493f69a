package org.biogloss.tokens;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// What a vocabulary begins with, and the words written in it.
///
/// @param pieces     each at its id: the special ones, then single characters
/// @param characters how many different ones there are; one that also continues words has two pieces
/// @param prefix     what stands before a piece that continues a word; empty where nothing does
record FirstPieces(List<String> pieces, int characters, String prefix, PieceWords words) {

    private static final String CONTINUES = "##";

    /// The characters of all words, each once as it begins a word and once as it continues one.
    ///
    /// Those that continue come first, as in Hugging Face's trainer when it is given them as special
    /// pieces, and all in the order of their code points: so a corpus always makes the same vocabulary.
    static FirstPieces characters(WordCounts counts, List<String> special) {
        var begins = new BitSet();
        var continues = new BitSet();
        long length = 0;
        for (int word = 0; word < counts.size(); word++) {
            var points = counts.text(word).codePoints().toArray();
            length += points.length;
            for (int i = 0; i < points.length; i++) {
                begins.set(points[i]);
                if (i > 0) continues.set(points[i]);
            }
        }
        var pieces = new ArrayList<>(special);
        int[] continuing = ids(continues, CONTINUES, pieces);
        int[] beginning = ids(begins, "", pieces);
        var words = new PieceWords(counts.size(), length);
        for (int word = 0; word < counts.size(); word++) {
            var row = counts.text(word).codePoints().toArray();
            for (int i = 0; i < row.length; i++) row[i] = (i == 0 ? beginning : continuing)[row[i]];
            words.add(row, counts.count(word));
        }
        return new FirstPieces(pieces, begins.cardinality(), CONTINUES, words);
    }

    /// All bytes, whether the words have them or not.
    static FirstPieces bytes(WordCounts counts, List<String> special) {
        var pieces = new ArrayList<>(special);
        int[] ids = new int[256];
        IntStream.range(0, 256)
                .boxed()
                .sorted((one, other) -> Character.compare(character(one), character(other)))
                .forEach(b -> {
                    ids[b] = pieces.size();
                    pieces.add(String.valueOf(character(b)));
                });
        long length = 0;
        for (int word = 0; word < counts.size(); word++) length += bytes(counts, word).length;
        var words = new PieceWords(counts.size(), length);
        for (int word = 0; word < counts.size(); word++) {
            var bytes = bytes(counts, word);
            var row = new int[bytes.length];
            for (int i = 0; i < row.length; i++) row[i] = ids[bytes[i] & 0xFF];
            words.add(row, counts.count(word));
        }
        return new FirstPieces(pieces, 256, "", words);
    }

    private static byte[] bytes(WordCounts counts, int word) {
        return counts.text(word).getBytes(StandardCharsets.UTF_8);
    }

    /// The character that stands for a byte in a piece: itself where it can be seen and is no blank.
    static char character(int b) {
        if (isSeen(b)) return (char) b;
        return (char)
                (256 + IntStream.range(0, b).filter(before -> !isSeen(before)).count());
    }

    private static boolean isSeen(int b) {
        return b >= '!' && b <= '~' || b >= '¡' && b <= '¬' || b >= '®' && b <= 'ÿ';
    }

    private static int[] ids(BitSet points, String prefix, List<String> pieces) {
        int[] ids = new int[points.length()];
        for (int point = points.nextSetBit(0); point >= 0; point = points.nextSetBit(point + 1)) {
            ids[point] = pieces.size();
            pieces.add(prefix + Character.toString(point));
        }
        return ids;
    }
}
