package org.biogloss.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What others have published, as it stands in `published.tsv`: a row a model, with the table and the version of the
/// paper it was read from, for numbers differ between versions.
public final class Published {

    private static final String TABLE = "published.tsv";
    private static final List<String> LEADING = List.of("model", "parameters", "source");

    private Published() {}

    public static List<Row> rows() {
        try (var in = Published.class.getResourceAsStream(TABLE)) {
            if (in == null) throw new IllegalStateException("BioGloss was built without " + TABLE);
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + TABLE, e);
        }
    }

    /// @param lines names of columns first; `#` begins a remark, and an empty cell is a score nobody has published
    static List<Row> parse(List<String> lines) {
        var table = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
        var sets = table.getFirst().stream()
                .skip(LEADING.size())
                .map(id -> BlurbSet.named(id)
                        .orElseThrow(() -> new IllegalArgumentException("There is no set " + id + " in BLURB")))
                .toList();
        var rows = new ArrayList<Row>();
        for (var cells : table.subList(1, table.size())) rows.add(row(cells, sets));
        return rows;
    }

    private static Row row(List<String> cells, List<BlurbSet> sets) {
        if (cells.size() != LEADING.size() + sets.size()) {
            throw new IllegalArgumentException("A row of " + cells.size() + " cells: " + cells);
        }
        Map<BlurbSet, Score> scores = new EnumMap<>(BlurbSet.class);
        for (int i = 0; i < sets.size(); i++) {
            var cell = cells.get(LEADING.size() + i);
            if (!cell.isBlank()) scores.put(sets.get(i), Score.published(Double.parseDouble(cell)));
        }
        var millions = cells.get(1);
        var parameters = millions.isBlank()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.round(Double.parseDouble(millions) * 1e6));
        return new Row(cells.get(0), Row.Kind.PUBLISHED, cells.get(2), scores, parameters, OptionalDouble.empty());
    }
}
