package org.biogloss.training;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table of a sweep: a row a point, best first.
public final class SweepTable {

    private SweepTable() {}

    public static String markdown(List<Sweep.Outcome> outcomes) {
        if (outcomes.isEmpty()) return "";
        var keys = keys(outcomes);
        var main = outcomes.getFirst().summary().main();
        var head = Stream.concat(keys.stream(), Stream.of("dev " + main, "runs", "folder"))
                .toList();
        return row(head)
                + row(head.stream().map(_ -> "---").toList())
                + outcomes.stream().map(outcome -> row(cells(outcome, keys))).collect(Collectors.joining());
    }

    private static List<String> cells(Sweep.Outcome outcome, List<String> keys) {
        var dev = outcome.spread().map(Spread::percent).orElse("–");
        var runs = outcome.summary().finished().size() + " of "
                + outcome.trial().recipe().seeds().size();
        return Stream.concat(
                        keys.stream().map(outcome.trial().settings()::get),
                        Stream.of(dev, runs, outcome.trial().name()))
                .toList();
    }

    /// Fractions in full, for other programs.
    public static String csv(List<Sweep.Outcome> outcomes) {
        if (outcomes.isEmpty()) return "";
        var keys = keys(outcomes);
        var csv = new StringBuilder(
                line(Stream.concat(keys.stream(), Stream.of("score", "mean", "sd", "runs", "folder"))));
        for (var outcome : outcomes) {
            var spread = outcome.spread();
            csv.append(line(Stream.concat(
                    keys.stream().map(outcome.trial().settings()::get),
                    Stream.of(
                            "dev." + outcome.summary().main(),
                            spread.map(s -> number(s.mean())).orElse(""),
                            spread.map(s -> number(s.deviation())).orElse(""),
                            String.valueOf(outcome.summary().finished().size()),
                            outcome.trial().name()))));
        }
        return csv.toString();
    }

    private static List<String> keys(List<Sweep.Outcome> outcomes) {
        return List.copyOf(outcomes.getFirst().trial().settings().keySet());
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String line(Stream<String> cells) {
        return cells.map(cell -> cell.matches("[^\",\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
