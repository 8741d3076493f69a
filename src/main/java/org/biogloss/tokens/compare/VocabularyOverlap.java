package org.biogloss.tokens.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What vocabularies have in common, and what only one of them has. Pieces are compared by what they spell and by
/// whether they begin a word, so that `##ing` of one kind meets `ing` of another.
///
/// @param columns in the order in which the tokenizers were given
/// @param inAll   how many pieces every one of them has
/// @param shared  how many pieces each pair has in common; on the diagonal, how many each has
public record VocabularyOverlap(List<Column> columns, int inAll, List<List<Integer>> shared) {

    /// @param only the pieces that none of the others has, as the vocabulary writes them, in the order of their ids:
    ///     in a trained vocabulary, the more frequent first
    public record Column(String name, int size, List<String> only) {

        public Column {
            only = List.copyOf(only);
        }
    }

    public VocabularyOverlap {
        columns = List.copyOf(columns);
        shared = shared.stream().map(List::copyOf).toList();
    }

    public static VocabularyOverlap of(List<NamedTokenizer> tokenizers) {
        var pieces = tokenizers.stream().map(VocabularyOverlap::pieces).toList();
        var columns = new ArrayList<Column>();
        var shared = new ArrayList<List<Integer>>();
        for (int c = 0; c < tokenizers.size(); c++) {
            var mine = pieces.get(c);
            shared.add(pieces.stream().map(other -> common(mine, other)).toList());
            columns.add(new Column(tokenizers.get(c).name(), mine.size(), only(c, pieces)));
        }
        return new VocabularyOverlap(columns, inAll(pieces), shared);
    }

    /// The share of the pieces of both that both have (Jaccard).
    public double alike(int one, int other) {
        int both = shared.get(one).get(other);
        int either = shared.get(one).get(one) + shared.get(other).get(other) - both;
        return either == 0 ? 0 : (double) both / either;
    }

    /// Each piece in a form that all kinds of vocabularies share, with how its own vocabulary writes it.
    private static Map<String, String> pieces(NamedTokenizer one) {
        var tokenizer = one.tokenizer();
        boolean bytes = tokenizer.writesBytes();
        boolean marksSpaces = bytes || tokenizer.vocabulary().stream().anyMatch(piece -> piece.startsWith("▁"));
        var special = new HashSet<>(tokenizer.wholePieces());
        var pieces = new LinkedHashMap<String, String>();
        for (var piece : tokenizer.vocabulary()) {
            if (special.contains(piece) || piece.startsWith("[unused")) continue;
            var text = PieceText.of(piece, bytes);
            boolean begins = marksSpaces ? text.afterSpace() : !text.continues();
            pieces.putIfAbsent((begins ? "_" : "+") + text.spelt(), piece);
        }
        return pieces;
    }

    private static int common(Map<String, String> one, Map<String, String> other) {
        return (int) one.keySet().stream().filter(other::containsKey).count();
    }

    private static int inAll(List<Map<String, String>> pieces) {
        if (pieces.isEmpty()) return 0;
        Set<String> left = new HashSet<>(pieces.getFirst().keySet());
        pieces.forEach(other -> left.retainAll(other.keySet()));
        return left.size();
    }

    private static List<String> only(int column, List<Map<String, String>> pieces) {
        var mine = new LinkedHashMap<>(pieces.get(column));
        for (int other = 0; other < pieces.size(); other++) {
            if (other != column) mine.keySet().removeAll(pieces.get(other).keySet());
        }
        return List.copyOf(mine.values());
    }
}
