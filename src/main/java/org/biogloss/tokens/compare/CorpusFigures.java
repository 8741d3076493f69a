package org.biogloss.tokens.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/// What several vocabularies make of one corpus, in figures, and the documents behind each of them.
///
/// A word is a run of letters and digits, the same for every vocabulary. Shares are fractions of 1.
///
/// @param columns one a vocabulary, in the order in which they were given
public record CorpusFigures(String corpus, Totals totals, List<Column> columns, DocumentTable documents) {

    /// Rows of a network are usually as long.
    public static final List<Integer> LIMITS = List.of(128, 256, 512);

    /// @param characters code points
    public record Totals(long documents, long characters, long words) {}

    /// @param known how many mentions of a type there are
    /// @param whole of how many no word is cut
    public record Mentions(long known, long whole) {

        public double share() {
            return known == 0 ? 0 : (double) whole / known;
        }
    }

    /// The sums of one vocabulary.
    ///
    /// @param size     how many pieces the vocabulary has
    /// @param inWords  pieces that touch a word; the others are punctuation
    /// @param whole    words that are one known piece
    /// @param mentions by type
    public record Column(
            String name,
            int size,
            Totals totals,
            long pieces,
            long unknown,
            long inWords,
            long whole,
            Map<String, Mentions> mentions) {

        public double piecesPerDocument() {
            return share(pieces, totals.documents());
        }

        /// Pieces a word.
        public double fertility() {
            return share(inWords, totals.words());
        }

        /// The share of words kept whole.
        public double wholeWords() {
            return share(whole, totals.words());
        }

        /// The share of pieces that stand for what the vocabulary cannot spell.
        public double unknownShare() {
            return share(unknown, pieces);
        }

        /// None known where the corpus has no mention of the type.
        public Mentions mentions(String type) {
            return mentions.getOrDefault(type, new Mentions(0, 0));
        }

        public double charactersPerPiece() {
            return share(totals.characters(), pieces);
        }

        private static double share(long part, long of) {
            return of == 0 ? 0 : (double) part / of;
        }
    }

    /// A document behind a figure.
    ///
    /// @param value what puts it there: its pieces, or how many of them are unknown, or how many words are cut
    public record Behind(String id, long value) {}

    /// How many documents have how many pieces, in steps of one width; the last step takes all beyond it.
    @SuppressWarnings("ArrayRecordComponent") // drawn, not compared
    public record Histogram(int width, int[] counts) {

        public int from(int step) {
            return step * width;
        }

        /// Exclusive; of the last step, the largest number there is.
        public int to(int step) {
            return step + 1 == counts.length ? Integer.MAX_VALUE : (step + 1) * width;
        }

        public int highest() {
            int highest = 0;
            for (int count : counts) highest = Math.max(highest, count);
            return highest;
        }
    }

    public CorpusFigures {
        columns = List.copyOf(columns);
    }

    /// The types of entities that the corpus has mentions of.
    public Set<String> types() {
        var types = new TreeSet<String>();
        for (var column : columns) types.addAll(column.mentions().keySet());
        return types;
    }

    /// How many documents do not fit into a row of so many pieces.
    public long beyond(int column, int limit) {
        return documents.count(beyondOrZero(column, limit));
    }

    /// Steps of one width for all columns, so that they can be laid over each other.
    ///
    /// @param steps how many at most
    public Histogram histogram(int column, int steps) {
        int width = width(steps);
        var counts = new int[steps];
        for (int row = 0; row < documents.size(); row++) {
            counts[Math.min(steps - 1, documents.pieces(column, row) / width)]++;
        }
        return new Histogram(width, counts);
    }

    /// The documents behind a figure, those that weigh most first.
    public List<Behind> behind(Figure figure, int column) {
        return switch (figure) {
            case Figure.Length(int from, int to) ->
                most(row -> {
                    int pieces = documents.pieces(column, row);
                    return pieces >= from && pieces < to ? Math.max(1, pieces) : 0;
                });
            case Figure.Beyond(int limit) -> most(beyondOrZero(column, limit));
            case Figure.Unknown() -> most(row -> documents.unknown(column, row));
            case Figure.CutWords() -> most(row -> documents.cutWords(column, row));
            case Figure.CutMentions(String type) -> most(row -> documents.cutMentions(type, column, row));
        };
    }

    private IntUnaryOperator beyondOrZero(int column, int limit) {
        return row -> {
            int pieces = documents.pieces(column, row) + DocumentTable.FRAME;
            return pieces > limit ? pieces : 0;
        };
    }

    private List<Behind> most(IntUnaryOperator value) {
        var rows = new ArrayList<Behind>();
        for (int row = 0; row < documents.size(); row++) {
            int found = value.applyAsInt(row);
            if (found > 0) rows.add(new Behind(documents.id(row), found));
        }
        rows.sort(Comparator.comparingLong(Behind::value).reversed());
        return rows;
    }

    /// So that all but one document in fifty lie in front of the last step; 5, 10, 20, 50 and so on.
    private int width(int steps) {
        int longest = 1;
        for (int column = 0; column < columns.size(); column++) {
            longest = Math.max(longest, documents.percentile(column, 0.98));
        }
        int width = 1;
        for (int factor = 0; (long) width * (steps - 1) <= longest; factor++) {
            width = factor % 3 == 1 ? width / 2 * 5 : width * 2;
        }
        return width;
    }
}
