package org.biogloss.ui.leaderboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.biogloss.benchmark.BlurbSet;
import org.biogloss.benchmark.Leaderboard;
import org.biogloss.benchmark.Row;
import org.biogloss.tasks.TaskKind;

/// A score that rows are compared by: BLURB's own, the mean of a family, or that of one set.
public sealed interface Measure {

    record Blurb() implements Measure {

        @Override
        public OptionalDouble of(Row row) {
            return row.blurb();
        }

        @Override
        public String name() {
            return Words.TEXT.get("blurb");
        }

        @Override
        public String shown(Row row) {
            return Leaderboard.blurb(row);
        }
    }

    record Family(TaskKind kind) implements Measure {

        @Override
        public OptionalDouble of(Row row) {
            return row.family(kind);
        }

        @Override
        public String name() {
            return Words.TEXT.get("family." + kind.id());
        }

        @Override
        public String shown(Row row) {
            var mean = of(row);
            return mean.isPresent() ? String.format(Locale.ROOT, "%.1f", mean.getAsDouble()) : NONE;
        }
    }

    record OfSet(BlurbSet set) implements Measure {

        @Override
        public OptionalDouble of(Row row) {
            return row.score(set)
                    .map(score -> OptionalDouble.of(score.percent()))
                    .orElse(OptionalDouble.empty());
        }

        @Override
        public String name() {
            return set.id();
        }

        @Override
        public String shown(Row row) {
            return Leaderboard.cell(row, set);
        }
    }

    String NONE = "–";

    /// In per cent; nothing where the row has no such score.
    OptionalDouble of(Row row);

    String name();

    /// As a cell of the table has it.
    String shown(Row row);

    /// All there are, the most comprehensive first.
    static List<Measure> all() {
        var all = new ArrayList<Measure>();
        all.add(new Blurb());
        for (var kind : TaskKind.values()) if (BlurbSet.of(kind).size() > 1) all.add(new Family(kind));
        Arrays.stream(BlurbSet.values()).map(OfSet::new).forEach(all::add);
        return all;
    }
}
