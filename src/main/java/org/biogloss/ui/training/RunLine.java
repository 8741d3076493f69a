package org.biogloss.ui.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// A line of the table: one run, or several that differ in their seed alone.
///
/// @param runs newest first, at least one
public record RunLine(String id, String name, List<TrainingDesk.RunRow> runs) {

    public RunLine {
        runs = List.copyOf(runs);
    }

    /// Each run by itself.
    static List<RunLine> single(List<TrainingDesk.RunRow> rows) {
        return rows.stream()
                .map(row -> new RunLine(row.id(), row.name(), List.of(row)))
                .toList();
    }

    /// Runs of one group in one line, where the first of them stood.
    static List<RunLine> grouped(List<TrainingDesk.RunRow> rows) {
        var groups = new LinkedHashMap<String, List<TrainingDesk.RunRow>>();
        for (var row : rows)
            groups.computeIfAbsent(row.group(), _ -> new ArrayList<>()).add(row);
        var lines = new ArrayList<RunLine>();
        groups.forEach((group, members) -> {
            var first = members.getFirst();
            lines.add(
                    members.size() == 1
                            ? new RunLine(first.id(), first.name(), members)
                            : new RunLine("group:" + group, common(members), members));
        });
        return lines;
    }

    /// What the names of all begin with, without the word for the seed: `ncbi` for `ncbi-s1` and `ncbi-s2`.
    private static String common(List<TrainingDesk.RunRow> members) {
        var common = members.getFirst().name();
        for (var row : members) {
            int same = 0;
            int most = Math.min(common.length(), row.name().length());
            while (same < most && common.charAt(same) == row.name().charAt(same)) same++;
            common = common.substring(0, same);
        }
        var stem = common.replaceFirst("[-_ ./·(]*(s|seed)?[-_ ]*$", "");
        return stem.isBlank() ? members.getFirst().group() : stem;
    }

    public boolean isGroup() {
        return runs.size() > 1;
    }

    /// The run that one would want to see: one that goes on, else the newest.
    public TrainingDesk.RunRow front() {
        return runs.stream().filter(row -> row.state().isLive()).findFirst().orElse(runs.getFirst());
    }

    public boolean holds(String runId) {
        return runs.stream().anyMatch(row -> row.id().equals(runId));
    }

    /// Over the runs that have one; NaN where none has.
    public double mean(ToDoubleFunction<TrainingDesk.RunRow> figure) {
        return runs.stream()
                .mapToDouble(figure)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    /// The deviation of the sample, NaN with fewer than two runs that have the figure.
    public double deviation(ToDoubleFunction<TrainingDesk.RunRow> figure) {
        var values = runs.stream().mapToDouble(figure).filter(Double::isFinite).toArray();
        if (values.length < 2) return Double.NaN;
        double mean = java.util.Arrays.stream(values).average().orElseThrow();
        double squares = java.util.Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    /// The settings of its runs, with all the values that occur among them.
    public Map<String, String> settings() {
        var settings = new LinkedHashMap<String, LinkedHashSet<String>>();
        for (var row : runs.reversed()) {
            row.settings()
                    .forEach((key, value) -> settings.computeIfAbsent(key, _ -> new LinkedHashSet<>())
                            .add(value));
        }
        var joined = new LinkedHashMap<String, String>();
        settings.forEach((key, values) -> joined.put(key, String.join(", ", values)));
        return joined;
    }
}
