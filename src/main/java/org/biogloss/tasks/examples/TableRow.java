package org.biogloss.tasks.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.QuestionExample;
import org.biogloss.tasks.RelationExample;
import org.biogloss.tasks.ScoredPair;
import org.biogloss.tasks.TaskKind;

/// Examples from rows of cells, as BLURB's preprocessing writes them: an id, what is read, what is to be told. The id
/// may be missing.
final class TableRow {

    private static final Set<String> ANSWER_NAMES = Set.of("label", "labels", "score", "answer", "gold");

    private TableRow() {}

    /// Whether a first row names the columns.
    static boolean isHeader(TaskKind kind, List<String> cells) {
        var answer = cells.getLast().strip();
        if (kind == TaskKind.SIMILARITY) return number(answer).isEmpty();
        return ANSWER_NAMES.contains(answer.toLowerCase(Locale.ROOT));
    }

    /// @throws IllegalArgumentException with words, if the row is no example
    static Example read(TaskKind kind, List<String> cells, long line) {
        return switch (kind) {
            case RELATION -> relation(columns(cells, 2, line));
            case SIMILARITY -> pair(columns(cells, 3, line));
            case QUESTION -> question(columns(cells, 3, line));
            case NER, PICO, CLASSIFICATION -> throw new IllegalStateException("No rows for " + kind);
        };
    }

    /// An id, then as many cells as are needed.
    private static List<String> columns(List<String> cells, int needed, long line) {
        if (cells.size() == needed + 1) return cells;
        if (cells.size() != needed) {
            throw new IllegalArgumentException("it has " + cells.size() + " columns; there should be " + needed
                    + ", and perhaps an id before them");
        }
        var withId = new ArrayList<String>();
        withId.add(String.valueOf(line));
        withId.addAll(cells);
        return withId;
    }

    /// The sentence is masked already.
    private static Example relation(List<String> cells) {
        var masked = cells.get(1);
        return new RelationExample(
                cells.getFirst(),
                masked,
                Optional.of(masked),
                Optional.empty(),
                Optional.empty(),
                cells.get(2).strip());
    }

    private static Example pair(List<String> cells) {
        var score = number(cells.get(3))
                .orElseThrow(() -> new IllegalArgumentException("its score is no number: " + cells.get(3)));
        return new ScoredPair(cells.getFirst(), cells.get(1), cells.get(2), score);
    }

    private static Example question(List<String> cells) {
        return new QuestionExample(
                cells.getFirst(),
                cells.get(1),
                List.of(cells.get(2)),
                cells.get(3).strip());
    }

    private static Optional<Double> number(String cell) {
        try {
            return Optional.of(Double.valueOf(cell.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
