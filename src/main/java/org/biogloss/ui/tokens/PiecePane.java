package org.biogloss.ui.tokens;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.tokens.MergeHistory;
import org.biogloss.tokens.compare.LongestMatch;
import org.biogloss.tokens.compare.Tile;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Shown;

/// The piece that is looked at: what it is, how its word was cut, and how the vocabulary came to have it, merge by
/// merge.
final class PiecePane extends BorderPane {

    PiecePane(PieceViewModel.Facts facts, Runnable close) {
        getStyleClass().add("lab-side");
        var name = new Label(facts.piece());
        name.getStyleClass().addAll("heading", "piece-name");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var header = new HBox(8, name, gap, Icons.button("fth-x", Words.TEXT.get("close"), close));
        header.getStyleClass().add("pane-header");
        setTop(header);
        var content = new VBox(12, facts(facts));
        content.getStyleClass().add("side-content");
        facts.tile().ifPresent(tile -> content.getChildren().addAll(signs(tile)));
        facts.cutting().ifPresent(cutting -> content.getChildren().add(cutting(cutting)));
        content.getChildren().add(history(facts));
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        setCenter(scroll);
    }

    private static GridPane facts(PieceViewModel.Facts facts) {
        var grid = new GridPane(12, 4);
        row(grid, "piece.vocabulary", facts.vocabulary());
        row(grid, "piece.id", facts.id() < 0 ? "–" : Shown.count(facts.id()));
        if (!facts.covers().isEmpty()) row(grid, "piece.covers", "“" + facts.covers() + "”");
        facts.tile()
                .ifPresent(tile -> row(
                        grid,
                        "piece.span",
                        Shown.count(tile.span().start()) + "–"
                                + Shown.count(tile.span().end())));
        return grid;
    }

    private static void row(GridPane grid, String key, String words) {
        var name = new Label(Words.TEXT.get(key));
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var value = new Label(words);
        value.setWrapText(true);
        grid.addRow(grid.getRowCount(), name, value);
    }

    private static List<Label> signs(Tile tile) {
        var signs = new java.util.ArrayList<Label>();
        if (tile.ringed()) signs.add(sign("piece.ringed", ""));
        if (tile.unknown()) signs.add(sign("piece.unknown", "danger"));
        if (tile.altered()) signs.add(sign("piece.altered", "warning"));
        return signs;
    }

    private static Label sign(String key, String tone) {
        var label = hint(Words.TEXT.get(key));
        label.getStyleClass().setAll("label", "sign");
        if (!tone.isEmpty()) label.getStyleClass().add("sign-" + tone);
        return label;
    }

    private static VBox cutting(LongestMatch cutting) {
        var box = section("piece.cutting", cutting.word());
        int number = 1;
        for (var step : cutting.steps()) {
            var words = step.tried() == 0
                    ? Words.TEXT.get("piece.cutAll", step.piece())
                    : Words.TEXT.get("piece.cutStep", step.piece(), step.rest(), step.tried());
            box.getChildren().add(step(number++, words));
        }
        return box;
    }

    private static VBox history(PieceViewModel.Facts facts) {
        var box = section("piece.history", facts.piece());
        if (!facts.isKnown()) {
            box.getChildren().add(hint(Words.TEXT.get("piece.noHistory")));
        } else if (facts.history().isEmpty()) {
            box.getChildren().add(hint(Words.TEXT.get("piece.letter")));
        }
        int number = 1;
        for (MergeHistory.Step merge : facts.history()) {
            var times = new Label(Words.TEXT.get("piece.times", Shown.count(merge.count())));
            times.getStyleClass().add("muted");
            times.setMinWidth(USE_PREF_SIZE);
            times.setTooltip(Icons.tooltip(Words.TEXT.get("piece.timesHint")));
            var row = step(number++, Words.TEXT.get("piece.merge", merge.left(), merge.right(), merge.piece()));
            row.getChildren().add(times);
            box.getChildren().add(row);
        }
        return box;
    }

    private static VBox section(String key, String of) {
        var heading = new Label(Words.TEXT.get(key, of));
        heading.getStyleClass().add("section-heading");
        heading.setWrapText(true);
        return new VBox(5, heading);
    }

    private static HBox step(int number, String words) {
        var count = new Label(String.valueOf(number));
        count.getStyleClass().addAll("badge", "step-number");
        count.setMinWidth(USE_PREF_SIZE);
        var text = new Label(words);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(8, count, text);
    }

    private static Label hint(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }
}
