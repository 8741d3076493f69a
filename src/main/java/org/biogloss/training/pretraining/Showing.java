package org.biogloss.training.pretraining;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.biogloss.training.PretrainingRecipe;
import org.biogloss.training.PretrainingRecipe.Order;
import org.biogloss.training.TrainingLoop;

/// Which rows of which corpora are shown at which step. All follows from the recipe and the seed, so a run
/// that goes on finds its place by the number of the step.
///
/// A corpus is shown in passes: all its rows in one random order, then all in another. An epoch, as the run
/// counts them, is as many steps as all corpora together have rows for.
final class Showing implements TrainingLoop.Lessons<List<Showing.RowAt>> {

    /// A row, and for the how manyeth time it is shown: what is hidden in it changes with that.
    ///
    /// @param cut  by which length, see [Cut]
    /// @param pass counted from 0
    record RowAt(int cut, int corpus, int row, long pass) {}

    /// The corpora in rows of one length, and how many of them a step has.
    record Cut(int length, int batch, List<Rows> corpora) {

        double meanLength() {
            double rows = corpora.stream().mapToDouble(Rows::count).sum();
            return corpora.stream()
                            .mapToDouble(one -> one.count() * one.meanLength())
                            .sum()
                    / rows;
        }

        double pieces() {
            return corpora.stream()
                    .mapToDouble(one -> one.count() * one.meanLength())
                    .sum();
        }

        long rows() {
            return corpora.stream().mapToLong(Rows::count).sum();
        }
    }

    /// Steps that show rows of one cut.
    ///
    /// @param from the share of all pieces that was shown before
    private record Phase(int cut, long steps, double from, double to) {}

    /// Rows that one corpus has in so many of a mixture are exactly by its share.
    private static final int BLOCK = 1024;

    private final List<Cut> cuts;
    private final List<Phase> phases = new ArrayList<>();
    private final Order order;
    private final double[] until;
    private final long seed;
    private final long perEpoch;
    private final long total;
    private final Map<Long, int[]> passes = new HashMap<>();
    private long blockNumber = -1;
    private int[] block = new int[0];
    private long[] before = new long[0];

    /// @param cuts   one, or two where the last part of the run shows rows of another length
    /// @param shares of the corpora; all 0 for by their size
    Showing(List<Cut> cuts, List<Double> shares, Order order, PretrainingRecipe.Schedule schedule, long seed) {
        this.cuts = List.copyOf(cuts);
        this.order = order;
        this.seed = seed;
        until = until(shares, cuts.getFirst());
        double pieces = schedule.tokens() > 0
                ? schedule.tokens()
                : schedule.epochs() * cuts.getFirst().pieces();
        double late = cuts.size() > 1 ? schedule.lastShare() : 0;
        phase(0, pieces, 0, 1 - late);
        if (late > 0) phase(1, pieces, 1 - late, 1);
        total = phases.stream().mapToLong(Phase::steps).sum();
        var first = cuts.getFirst();
        perEpoch = Math.clamp((first.rows() + first.batch() - 1) / first.batch(), 1, Integer.MAX_VALUE - 8);
    }

    private void phase(int number, double pieces, double from, double to) {
        var cut = cuts.get(number);
        long steps = Math.round(pieces * (to - from) / (cut.batch() * cut.meanLength()));
        phases.add(new Phase(number, Math.max(1, steps), from, to));
    }

    /// For each corpus the share of it and those before it together.
    private static double[] until(List<Double> shares, Cut cut) {
        var until = new double[cut.corpora().size()];
        double sum = 0;
        for (int i = 0; i < until.length; i++) {
            sum += shares.get(i) > 0 ? shares.get(i) : cut.corpora().get(i).count();
            until[i] = sum;
        }
        for (int i = 0; i < until.length; i++) until[i] /= sum;
        until[until.length - 1] = 1;
        return until;
    }

    long total() {
        return total;
    }

    @Override
    public int epochs() {
        return Math.toIntExact((total + perEpoch - 1) / perEpoch);
    }

    @Override
    public long steps(int epoch) {
        return Math.min(perEpoch, total - (epoch - 1) * perEpoch);
    }

    @Override
    public List<List<RowAt>> batches(int epoch) {
        long first = (epoch - 1) * perEpoch;
        return new AbstractList<>() {
            @Override
            public List<RowAt> get(int index) {
                return batch(first + index);
            }

            @Override
            public int size() {
                return (int) steps(epoch);
            }
        };
    }

    /// @param step counted from 0
    List<RowAt> batch(long step) {
        long left = step;
        int number = 0;
        while (left >= phases.get(number).steps()) left -= phases.get(number++).steps();
        var phase = phases.get(number);
        int size = cuts.get(phase.cut()).batch();
        var rows = new ArrayList<RowAt>(size);
        for (long place = left * size; place < (left + 1) * size; place++) {
            rows.add(order == Order.MIXED ? mixed(phase, place) : successive(phase, place, phase.steps() * size));
        }
        return rows;
    }

    private RowAt mixed(Phase phase, long place) {
        if (until.length == 1) return row(phase, 0, place);
        long number = place / BLOCK;
        if (number != blockNumber) fill(number);
        int corpus = block[(int) (place % BLOCK)];
        long rank = before[corpus];
        for (int i = 0; i < place % BLOCK; i++) if (block[i] == corpus) rank++;
        return row(phase, corpus, rank);
    }

    private void fill(long number) {
        block = new int[BLOCK];
        before = new long[until.length];
        int at = 0;
        long sofar = 0;
        long then = 0;
        for (int corpus = 0; corpus < until.length; corpus++) {
            long here = (long) (number * BLOCK * until[corpus]);
            long there = (long) ((number + 1) * BLOCK * until[corpus]);
            before[corpus] = here - sofar;
            long count = (there - then) - (here - sofar);
            Arrays.fill(block, at, at + (int) count, corpus);
            at += (int) count;
            sofar = here;
            then = there;
        }
        Chance.shuffle(block, BLOCK, Chance.of(seed, number));
        blockNumber = number;
    }

    private RowAt successive(Phase phase, long place, long all) {
        double width = phase.to() - phase.from();
        long first = 0;
        for (int corpus = 0; corpus < until.length; corpus++) {
            double share = Math.clamp((until[corpus] - phase.from()) / width, 0, 1);
            long end = corpus == until.length - 1 ? all : Math.round(all * share);
            if (place < end) return row(phase, corpus, place - first);
            first = end;
        }
        throw new IllegalArgumentException("There is no row " + place + " of " + all);
    }

    /// @param rank how many rows of the corpus were shown before, in this phase
    private RowAt row(Phase phase, int corpus, long rank) {
        int rows = cuts.get(phase.cut()).corpora().get(corpus).count();
        long pass = rank / rows;
        long key = (long) phase.cut() << 32 | corpus;
        var order = passes.get(key);
        if (order == null || order[rows] != pass) {
            order = new int[rows + 1];
            for (int i = 0; i < rows; i++) order[i] = i;
            Chance.shuffle(order, rows, Chance.of(seed, phase.cut(), corpus, pass));
            order[rows] = (int) pass;
            passes.put(key, order);
        }
        return new RowAt(phase.cut(), corpus, order[(int) (rank % rows)], pass);
    }
}
