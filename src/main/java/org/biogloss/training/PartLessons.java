package org.biogloss.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.biogloss.tasks.Batches;
import org.biogloss.tasks.Row;

/// The rows of one task, in other batches each epoch; the same seed and epoch give the same ones.
final class PartLessons implements TrainingLoop.Lessons<List<Row>> {

    private final List<Row> rows;
    private final List<Integer> lengths;
    private final Recipe.Schedule schedule;
    private final long seed;
    private final Map<Integer, Integer> steps = new HashMap<>();

    PartLessons(List<Row> rows, Recipe.Schedule schedule, long seed) {
        this.rows = List.copyOf(rows);
        this.lengths = rows.stream().map(Row::length).toList();
        this.schedule = schedule;
        this.seed = seed;
    }

    @Override
    public int epochs() {
        return schedule.epochs();
    }

    @Override
    public long steps(int epoch) {
        int batch = schedule.batchExamples();
        if (schedule.tokens() == 0) return (rows.size() + batch - 1L) / batch;
        return steps.computeIfAbsent(epoch, this::countByTokens);
    }

    private int countByTokens(int epoch) {
        return numbers(epoch).size();
    }

    @Override
    public List<List<Row>> batches(int epoch) {
        return numbers(epoch).stream()
                .map(batch -> batch.stream().map(rows::get).toList())
                .toList();
    }

    private List<List<Integer>> numbers(int epoch) {
        if (schedule.tokens() > 0) return TokenBatches.ofEpoch(lengths, schedule.tokens(), seed, epoch);
        return Batches.ofEpoch(lengths, schedule.batchExamples(), seed, epoch);
    }
}
