package org.biogloss.tasks;

import java.util.Arrays;
import java.util.List;
import org.biogloss.bert.PieceBatch;
import org.biogloss.bert.Targets;

/// Rows of one head, filled up to one length, and what the network should make of them.
record RowBatch(PieceBatch pieces, Targets targets) {

    static RowBatch of(List<Row> rows, int pad) {
        var head = rows.getFirst().head();
        if (rows.stream().anyMatch(row -> !row.head().equals(head))) {
            throw new IllegalArgumentException("The rows of a batch belong to different heads");
        }
        var pieces = PieceBatch.of(
                rows.stream().map(Row::ids).toList(),
                rows.stream().map(Row::types).toList(),
                pad);
        if (rows.getFirst().places().length > 0) {
            pieces = pieces.withPlaces(rows.stream().map(Row::places).toList());
        }
        return new RowBatch(pieces, targets(rows, pieces.length()));
    }

    private static Targets targets(List<Row> rows, int length) {
        return switch (rows.getFirst().targets()) {
            case Targets.Labels _ -> new Targets.Labels(labels(rows, length));
            case Targets.Masked _ -> throw new IllegalArgumentException("Masked pieces are no row of a task");
            case Targets.Classes _ ->
                new Targets.Classes(
                        rows.stream().mapToLong(row -> classes(row)[0]).toArray());
            case Targets.Marks(var marks) -> {
                var all = new float[rows.size() * marks.length];
                for (int row = 0; row < rows.size(); row++) {
                    System.arraycopy(marks(rows.get(row)), 0, all, row * marks.length, marks.length);
                }
                yield new Targets.Marks(all);
            }
            case Targets.Numbers _ -> {
                var all = new float[rows.size()];
                for (int row = 0; row < all.length; row++) all[row] = numbers(rows.get(row))[0];
                yield new Targets.Numbers(all);
            }
        };
    }

    private static long[] labels(List<Row> rows, int length) {
        var all = new long[rows.size() * length];
        Arrays.fill(all, Targets.UNLABELLED);
        for (int row = 0; row < rows.size(); row++) {
            var labels = ((Targets.Labels) rows.get(row).targets()).rowsTimesLength();
            System.arraycopy(labels, 0, all, row * length, labels.length);
        }
        return all;
    }

    private static long[] classes(Row row) {
        return ((Targets.Classes) row.targets()).rows();
    }

    private static float[] marks(Row row) {
        return ((Targets.Marks) row.targets()).rowsTimesOutputs();
    }

    private static float[] numbers(Row row) {
        return ((Targets.Numbers) row.targets()).rows();
    }
}
