package org.biogloss.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Rows in an order, and how they are written down.
public record Leaderboard(List<Row> rows) {

    private static final String NONE = "–";
    private static final String OTHER_THAN_BLURB = "*";

    public Leaderboard {
        rows = List.copyOf(rows);
    }

    /// What is published and what was made here, the best BLURB score first.
    public static Leaderboard of(LocalRows local) throws IOException {
        var rows = new ArrayList<>(Published.rows());
        for (var row : local.all()) rows.add(row.row());
        return new Leaderboard(rows).sorted(Optional.empty());
    }

    /// The best first. Rows without that score come last, those with the most sets before others.
    ///
    /// @param set by whose score to sort; by the BLURB score where there is none
    public Leaderboard sorted(Optional<BlurbSet> set) {
        Function<Row, OptionalDouble> key = row -> set.map(one -> row.score(one)
                        .map(score -> OptionalDouble.of(score.percent()))
                        .orElse(OptionalDouble.empty()))
                .orElseGet(row::blurb);
        var order = Comparator.<Row>comparingDouble(row -> -key.apply(row).orElse(-1000))
                .thenComparingInt(row -> -row.scores().size());
        return new Leaderboard(rows.stream().sorted(order).toList());
    }

    /// Rows of a kind whose name holds some words, in any case of letters.
    public Leaderboard only(Optional<Row.Kind> kind, String words) {
        var wanted = words.strip().toLowerCase(Locale.ROOT);
        return new Leaderboard(rows.stream()
                .filter(row -> kind.isEmpty() || row.kind() == kind.get())
                .filter(row -> row.name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList());
    }

    /// A table with its sources and remarks below.
    public String markdown() {
        var page = new StringBuilder("| model | parameters, M | BLURB |");
        for (var set : BlurbSet.values()) page.append(' ').append(set.id()).append(" |");
        page.append("\n|---|---:|---:|")
                .append("---:|".repeat(BlurbSet.values().length))
                .append('\n');
        var sources = new ArrayList<String>();
        for (var row : rows) {
            if (!sources.contains(row.source())) sources.add(row.source());
            page.append("| ")
                    .append(row.name())
                    .append(" [")
                    .append(sources.indexOf(row.source()) + 1)
                    .append("] | ");
            page.append(millions(row)).append(" | ").append(blurb(row)).append(" |");
            for (var set : BlurbSet.values())
                page.append(' ').append(cell(row, set)).append(" |");
            page.append('\n');
        }
        page.append('\n');
        for (int i = 0; i < sources.size(); i++) {
            page.append('[').append(i + 1).append("] ").append(sources.get(i)).append("\\\n");
        }
        for (var set : BlurbSet.values()) {
            set.caveat()
                    .filter(_ -> rows.stream().anyMatch(row -> isMarked(row, set)))
                    .ifPresent(caveat -> page.append("\\* ")
                            .append(set.id())
                            .append(": ")
                            .append(caveat)
                            .append('\n'));
        }
        return page.toString();
    }

    private static boolean isMarked(Row row, BlurbSet set) {
        return row.score(set).filter(score -> !score.isBlurbs()).isPresent();
    }

    /// A line a row, with all digits; names and sources stand in quotes, for there are commas in them.
    public String csv() {
        var page = new StringBuilder("name,kind,source,parameters,wordsPerSecond,blurb,blurbsOwnSplits");
        for (var set : BlurbSet.values())
            page.append(',').append(set.id()).append(',').append(set.id()).append(" sd");
        page.append('\n');
        for (var row : rows) {
            var cells = new ArrayList<>(List.of(
                    quoted(row.name()),
                    row.kind().name().toLowerCase(Locale.ROOT),
                    quoted(row.source()),
                    row.parameters().isPresent()
                            ? String.valueOf(row.parameters().getAsLong())
                            : "",
                    digits(row.wordsPerSecond()),
                    digits(row.blurb()),
                    String.valueOf(row.isBlurbs())));
            for (var set : BlurbSet.values()) {
                var score = row.score(set);
                cells.add(score.map(one -> digits(OptionalDouble.of(one.percent())))
                        .orElse(""));
                cells.add(score.filter(one -> one.seeds() > 1)
                        .map(one -> digits(OptionalDouble.of(one.deviation())))
                        .orElse(""));
            }
            page.append(String.join(",", cells)).append('\n');
        }
        return page.toString();
    }

    /// What stands in a table's cell.
    public static String cell(Row row, BlurbSet set) {
        return row.score(set)
                .map(score -> score.words() + (score.isBlurbs() ? "" : OTHER_THAN_BLURB))
                .orElse(NONE);
    }

    /// The BLURB score as a table has it: marked where a set is not measured as BLURB does.
    public static String blurb(Row row) {
        return row.blurb().isPresent()
                ? String.format(Locale.ROOT, "%.2f", row.blurb().getAsDouble())
                        + (row.isBlurbs() ? "" : OTHER_THAN_BLURB)
                : NONE;
    }

    private static String millions(Row row) {
        return row.parameters().isPresent()
                ? String.format(Locale.ROOT, "%.0f", row.parameters().getAsLong() / 1e6)
                : NONE;
    }

    private static String digits(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "";
    }

    private static String quoted(String words) {
        return '"' + words.replace("\"", "\"\"") + '"';
    }
}
