package org.biogloss.tokens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;

/// Makes a vocabulary of characters grow: again and again the two pieces that stand side by side most often
/// become one piece (Sennrich et al. 2016).
///
/// The order is that of the trainer of Hugging Face `tokenizers`, down to its peculiarities: of pairs with
/// one count the one with the older pieces goes first; a pair that was merged keeps its count, so that it
/// goes first again when a piece that was made in another way brings it back; and a piece that exists
/// already is not made twice.
final class Merging {

    private static final long BETWEEN_REPORTS = 256;

    private final PieceWords words;
    private final String prefix;
    private final List<String> pieces;
    private final Map<String, Integer> ids = new HashMap<>();
    private final PairCounts pairs = new PairCounts();
    private final PairQueue queue = new PairQueue();
    private final List<MergeHistory.Step> steps = new ArrayList<>();

    /// Pairs that the step at hand has brought about, and the words in which it did.
    private final IntRows brought = new IntRows();

    /// @param characters the pieces to begin with, each at its id
    /// @param prefix     what stands before a piece that continues a word and goes when it is merged; may
    ///     be empty
    Merging(PieceWords words, List<String> characters, String prefix) {
        this.words = words;
        this.prefix = prefix;
        pieces = new ArrayList<>(characters);
        for (int id = 0; id < characters.size(); id++) ids.put(characters.get(id), id);
        countPairs();
    }

    /// Merges until there are as many pieces as asked for or no pair is frequent enough.
    void run(int size, long minFrequency, JobContext context) {
        int first = pieces.size();
        while (pieces.size() < size && !queue.isEmpty()) {
            int number = queue.number();
            long count = pairs.count(number);
            if (queue.count() != count) {
                queue.recount(count);
                continue;
            }
            if (count < Math.max(1, minFrequency)) return;
            if (steps.size() % BETWEEN_REPORTS == 0) {
                context.report(new Progress(pieces.size() - first, size - first, "pieces"));
                context.checkCancelled();
            }
            var in = queue.words();
            queue.remove();
            merge(pairs.pair(number), count, in);
        }
    }

    /// All pieces, each at its id.
    List<String> pieces() {
        return pieces;
    }

    List<MergeHistory.Step> steps() {
        return steps;
    }

    private void countPairs() {
        words.eachPair((word, left, right, count) -> {
            int number = pairs.add(PairCounts.pair(left, right), count);
            brought.add(number, word);
        });
        queueBrought();
    }

    private void merge(long pair, long count, int[] in) {
        int left = PairCounts.left(pair);
        int right = PairCounts.right(pair);
        int result = piece(pieces.get(left), pieces.get(right));
        steps.add(new MergeHistory.Step(pieces.get(left), pieces.get(right), pieces.get(result), count));
        PieceWords.Change change = (word, first, second, times) -> {
            int number = pairs.add(PairCounts.pair(first, second), times);
            if (times > 0) brought.add(number, word);
        };
        for (int word : in) words.merge(word, left, right, result, change);
        queueBrought();
    }

    private int piece(String left, String right) {
        var text = left + (right.startsWith(prefix) ? right.substring(prefix.length()) : right);
        var known = ids.putIfAbsent(text, pieces.size());
        if (known != null) return known;
        pieces.add(text);
        return pieces.size() - 1;
    }

    private void queueBrought() {
        brought.drain((number, in) -> {
            long count = pairs.count(number);
            if (count > 0) queue.add(count, pairs.pair(number), number, in);
        });
    }

    /// Rows of word numbers, one for each pair, emptied after each step.
    private static final class IntRows {

        @FunctionalInterface
        interface Taker {
            void take(int row, int[] numbers);
        }

        private int[][] rows = new int[1 << 14][];
        private int[] lengths = new int[1 << 14];
        private int[] touched = new int[1 << 10];
        private int size;

        void add(int row, int number) {
            if (row >= rows.length) {
                rows = Arrays.copyOf(rows, Math.max(row + 1, rows.length * 2));
                lengths = Arrays.copyOf(lengths, rows.length);
            }
            int length = lengths[row];
            if (length == 0) touch(row);
            else if (rows[row][length - 1] == number) return; // twice in one word
            if (length == rows[row].length) rows[row] = Arrays.copyOf(rows[row], length * 2);
            rows[row][length] = number;
            lengths[row]++;
        }

        private void touch(int row) {
            if (size == touched.length) touched = Arrays.copyOf(touched, size * 2);
            touched[size++] = row;
            rows[row] = new int[4];
        }

        void drain(Taker taker) {
            for (int i = 0; i < size; i++) {
                int row = touched[i];
                taker.take(row, Arrays.copyOf(rows[row], lengths[row]));
                lengths[row] = 0;
                rows[row] = new int[0];
            }
            size = 0;
        }
    }
}
