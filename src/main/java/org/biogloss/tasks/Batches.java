package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Which rows go through the network together: rows of about one length, so that little is filled up.
public final class Batches {

    /// Rows are sorted by length among so many batches at a time: enough to save filling, few enough to
    /// stay random.
    private static final int SORTED_TOGETHER = 32;

    private Batches() {}

    /// Longest first, so that memory runs out at once or never.
    ///
    /// @param lengths of the rows, in pieces
    /// @param budget  the most pieces a batch may have, filled ones included; a single longer row goes alone
    /// @return numbers of rows
    public static List<List<Integer>> byBudget(List<Integer> lengths, int budget) {
        var order = IntStream.range(0, lengths.size())
                .boxed()
                .sorted(Comparator.comparing((Integer row) -> -lengths.get(row)))
                .toList();
        var batches = new ArrayList<List<Integer>>();
        for (int at = 0; at < order.size(); ) {
            int rows = Math.max(1, budget / Math.max(1, lengths.get(order.get(at))));
            int end = Math.min(order.size(), at + rows);
            batches.add(order.subList(at, end));
            at = end;
        }
        return batches;
    }

    /// All rows once, in an order that depends on the seed and the epoch alone.
    ///
    /// @param rows of a batch; the last one may have fewer
    public static List<List<Integer>> ofEpoch(List<Integer> lengths, int rows, long seed, int epoch) {
        return shuffled(lengths, rows * SORTED_TOGETHER, seed, epoch, pool -> {
            var batches = new ArrayList<List<Integer>>();
            for (int row = 0; row < pool.size(); row += rows) {
                batches.add(List.copyOf(pool.subList(row, Math.min(pool.size(), row + rows))));
            }
            return batches;
        });
    }

    /// The same with batches of about as many pieces instead of as many rows: short rows come in larger
    /// batches. How many batches an epoch has differs a little from one to the next.
    ///
    /// @param budget the most pieces a batch may have, filled ones included; a single longer row goes alone
    public static List<List<Integer>> ofEpochByBudget(List<Integer> lengths, int budget, long seed, int epoch) {
        double mean = lengths.stream().mapToInt(Integer::intValue).average().orElse(1);
        int rows = (int) Math.max(1, budget / Math.max(1, mean));
        return shuffled(lengths, rows * SORTED_TOGETHER, seed, epoch, pool -> {
            var poolLengths = pool.stream().map(lengths::get).toList();
            return byBudget(poolLengths, budget).stream()
                    .map(batch -> batch.stream().map(pool::get).toList())
                    .toList();
        });
    }

    /// Rows are shuffled, sorted by length within pools, cut into batches, and the batches are shuffled.
    private static List<List<Integer>> shuffled(
            List<Integer> lengths, int pool, long seed, int epoch, Function<List<Integer>, List<List<Integer>>> cut) {
        var chance = new Random(seed * 31 + epoch);
        var order = new ArrayList<>(IntStream.range(0, lengths.size()).boxed().toList());
        Collections.shuffle(order, chance);
        var batches = new ArrayList<List<Integer>>();
        for (int at = 0; at < order.size(); at += pool) {
            var part = order.subList(at, Math.min(order.size(), at + pool));
            part.sort(Comparator.comparing(lengths::get));
            batches.addAll(cut.apply(part));
        }
        Collections.shuffle(batches, chance);
        return batches;
    }
}
