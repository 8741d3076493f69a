package org.biogloss.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.biogloss.bert.Memory;

/// A step in as many portions as memory asks for. The loss of a step is that of all its rows together, so portions
/// change how much memory a step takes and not what it does.
public final class Portions<R> {

    /// Takes one step with all portions together.
    @FunctionalInterface
    public interface Learner<R> {
        TrainingLoop.Lesson learn(List<List<R>> portions, double rate);
    }

    /// Told that a step is taken in twice as many portions from here on.
    @FunctionalInterface
    public interface Listener {
        void halved(int rows, int portions);
    }

    private static final int MOST_LOOKED_AT = 1_000;

    private final Learner<R> learner;
    private final ToIntFunction<R> length;
    private final Listener listener;
    private int portions;

    /// @param length of a row in word pieces, to say what did not fit
    public Portions(Learner<R> learner, ToIntFunction<R> length, int portions, Listener listener) {
        this.learner = learner;
        this.length = length;
        this.portions = portions;
        this.listener = listener;
    }

    int count() {
        return portions;
    }

    /// Goes on as an interrupted run did.
    void resume(int earlier) {
        portions = earlier;
    }

    public TrainingLoop.Lesson learn(List<R> rows, double rate) {
        while (true) {
            try {
                return learner.learn(cut(rows, portions), rate);
            } catch (RuntimeException | OutOfMemoryError failure) {
                if (!MemoryTrouble.is(failure)) throw failure;
                halve(rows, failure);
            }
        }
    }

    private void halve(List<R> rows, Throwable failure) {
        int most = (rows.size() + portions - 1) / portions;
        if (most <= 1) throw MemoryTrouble.hopeless(length.applyAsInt(rows.getFirst()), failure);
        portions *= 2;
        listener.halved((rows.size() + portions - 1) / portions, portions);
    }

    /// In how many portions the largest of the batches fits into memory; as many as rows where not even one does.
    /// Of very many batches, some are looked at.
    ///
    /// @param free bytes
    static <T> int needed(List<List<T>> batches, ToIntFunction<T> length, Memory step, long free) {
        int most = 1;
        int seen = Math.min(MOST_LOOKED_AT, batches.size());
        for (int i = 0; i < seen; i++) {
            var rows = batches.get((int) ((long) batches.size() * i / seen));
            int longest = rows.stream().mapToInt(length).max().orElse(1);
            int fit = Math.max(1, step.rowsThatFit(free, longest));
            most = Math.max(most, (rows.size() + fit - 1) / fit);
        }
        return most;
    }

    /// Portions of like size, in order; fewer where there are fewer rows.
    static <T> List<List<T>> cut(List<T> rows, int portions) {
        int count = Math.min(portions, rows.size());
        var cut = new ArrayList<List<T>>();
        for (int i = 0; i < count; i++) {
            cut.add(rows.subList((int) ((long) rows.size() * i / count), (int) ((long) rows.size() * (i + 1) / count)));
        }
        return cut;
    }
}
