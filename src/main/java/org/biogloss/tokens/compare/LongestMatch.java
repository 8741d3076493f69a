package org.biogloss.tokens.compare;

import java.util.ArrayList;
import java.util.List;
import org.biogloss.tokens.Tokenizer;

/// How a WordPiece vocabulary came to cut a word: from where it stands, it takes the longest piece that it has, and
/// goes on behind it.
///
/// @param word as the pieces spell it
public record LongestMatch(String word, List<Step> steps) {

    /// @param piece what was taken
    /// @param rest  what was to be spelt at that moment
    /// @param tried how many longer beginnings of the rest are no pieces
    public record Step(String piece, String rest, int tried) {}

    public LongestMatch {
        steps = List.copyOf(steps);
    }

    /// @param pieces of one word, in order
    public static LongestMatch of(List<Tile> pieces, Tokenizer tokenizer) {
        var parts = pieces.stream()
                .map(tile -> PieceText.of(tile.piece(), tokenizer.writesBytes()).spelt())
                .toList();
        var word = String.join("", parts);
        var steps = new ArrayList<Step>();
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            var rest = word.substring(at);
            int tried = rest.codePointCount(0, rest.length())
                    - parts.get(i).codePointCount(0, parts.get(i).length());
            steps.add(new Step(pieces.get(i).piece(), rest, tried));
            at += parts.get(i).length();
        }
        return new LongestMatch(word, steps);
    }
}
