package org.biogloss.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Batches of about as many word pieces each, whatever the lengths of their rows: long rows go few together.
final class TokenBatches {

    /// Rows are sorted by length within so many batches' worth: enough to save filling, few enough to stay random.
    private static final int SORTED_TOGETHER = 32;

    private TokenBatches() {}

    /// All rows once, in an order that depends on the seed and the epoch alone.
    ///
    /// @param budget the most pieces a batch may have, filled-up ones included; a longer row goes alone
    static List<List<Integer>> ofEpoch(List<Integer> lengths, int budget, long seed, int epoch) {
        var chance = new Random(seed * 31 + epoch);
        var order = new ArrayList<>(IntStream.range(0, lengths.size()).boxed().toList());
        Collections.shuffle(order, chance);
        var batches = new ArrayList<List<Integer>>();
        long room = (long) budget * SORTED_TOGETHER;
        for (int at = 0; at < order.size(); ) {
            int end = at;
            for (long filled = 0; end < order.size() && (end == at || filled < room); end++) {
                filled += lengths.get(order.get(end));
            }
            var part = order.subList(at, end);
            part.sort(Comparator.comparing(lengths::get));
            cut(part, lengths, budget, batches);
            at = end;
        }
        Collections.shuffle(batches, chance);
        return batches;
    }

    /// @param rows shortest first
    private static void cut(List<Integer> rows, List<Integer> lengths, int budget, List<List<Integer>> batches) {
        int from = 0;
        for (int row = 1; row <= rows.size(); row++) {
            boolean full = row == rows.size() || (long) lengths.get(rows.get(row)) * (row - from + 1) > budget;
            if (!full) continue;
            batches.add(List.copyOf(rows.subList(from, row)));
            from = row;
        }
    }
}
