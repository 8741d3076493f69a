package org.biogloss.training;

import java.util.List;
import org.biogloss.tasks.Batches;
import org.biogloss.tasks.Row;

/// Rows for a tagger, in another order each epoch.
record TaggerLessons(List<Row> rows, Recipe.Schedule schedule, long seed) implements TrainingLoop.Lessons<List<Row>> {

    @Override
    public int epochs() {
        return schedule.epochs();
    }

    @Override
    public long stepsPerEpoch() {
        return (rows.size() + schedule.batchExamples() - 1L) / schedule.batchExamples();
    }

    @Override
    public List<List<Row>> batches(int epoch) {
        var lengths = rows.stream().map(Row::length).toList();
        return Batches.ofEpoch(lengths, schedule.batchExamples(), seed, epoch).stream()
                .map(batch -> batch.stream().map(rows::get).toList())
                .toList();
    }
}
