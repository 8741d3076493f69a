package org.biogloss.training;

import java.util.ArrayList;
import java.util.List;
import org.biogloss.tasks.Learner;
import org.biogloss.tasks.Row;
import org.biogloss.tasks.TaskHead;

/// A step in as many portions as memory asks for. The loss of a step is that of all its rows together, so portions
/// change how much memory a step takes and not what it does.
final class Portions {

    /// Told that a step is taken in twice as many portions from here on.
    @FunctionalInterface
    interface Listener {
        void halved(int rows, int portions);
    }

    /// How much the classes of a head count.
    @FunctionalInterface
    interface Weights {
        List<Double> of(TaskHead head);
    }

    private final Learner learner;
    private final Weights weights;
    private final Listener listener;
    private int portions;

    Portions(Learner learner, int portions, Weights weights, Listener listener) {
        this.learner = learner;
        this.portions = portions;
        this.weights = weights;
        this.listener = listener;
    }

    int count() {
        return portions;
    }

    /// Goes on as an interrupted run did.
    void resume(int earlier) {
        portions = earlier;
    }

    TrainingLoop.Lesson learn(List<Row> rows, double rate) {
        while (true) {
            try {
                var step = learner.learn(
                        cut(rows, portions), weights.of(rows.getFirst().head()), rate);
                return new TrainingLoop.Lesson(step.loss(), step.gradientNorm(), step.pieces());
            } catch (RuntimeException | OutOfMemoryError failure) {
                if (!MemoryTrouble.is(failure)) throw failure;
                halve(rows, failure);
            }
        }
    }

    private void halve(List<Row> rows, Throwable failure) {
        int most = (rows.size() + portions - 1) / portions;
        if (most <= 1) throw MemoryTrouble.hopeless(rows.getFirst().length(), failure);
        portions *= 2;
        listener.halved((rows.size() + portions - 1) / portions, portions);
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
