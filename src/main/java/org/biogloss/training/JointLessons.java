package org.biogloss.training;

import java.util.ArrayList;
import java.util.List;
import org.biogloss.tasks.Mixture;
import org.biogloss.tasks.Row;

/// The rows of several tasks, a batch of one of them each step. An epoch has as many steps as all parts together;
/// a part that is drawn more often than it has batches begins an epoch of its own anew.
final class JointLessons implements TrainingLoop.Lessons<List<Row>> {

    private final List<PartLessons> parts;
    private final int epochs;
    private final Mixture mixture;

    JointLessons(List<PartLessons> parts, Recipe.Schedule schedule, double temperature, long seed) {
        this.parts = List.copyOf(parts);
        this.epochs = schedule.epochs();
        var counts = parts.stream().map(part -> (int) part.steps(1)).toList();
        mixture = new Mixture(counts, temperature, seed);
    }

    @Override
    public int epochs() {
        return epochs;
    }

    @Override
    public long steps(int epoch) {
        return mixture.counts().stream().mapToLong(Integer::longValue).sum();
    }

    @Override
    public List<List<Row>> batches(int epoch) {
        long first = (epoch - 1) * steps(epoch);
        var drawn = new ArrayList<>(mixture.drawnBefore(first));
        var streams = parts.stream().map(Stream::new).toList();
        var batches = new ArrayList<List<Row>>();
        for (long step = first; step < first + steps(epoch); step++) {
            int set = mixture.setOf(step);
            int number = drawn.get(set);
            drawn.set(set, number + 1);
            batches.add(streams.get(set).get(number, mixture.counts().get(set)));
        }
        return batches;
    }

    /// The batches of a part without end; the epoch at hand is held.
    private static final class Stream {

        private final PartLessons part;
        private int epoch;
        private List<List<Row>> batches = List.of();

        Stream(PartLessons part) {
            this.part = part;
        }

        List<Row> get(int number, int perEpoch) {
            int wanted = number / perEpoch + 1;
            if (wanted != epoch) {
                epoch = wanted;
                batches = part.batches(wanted);
            }
            return batches.get(number % perEpoch % batches.size());
        }
    }
}
