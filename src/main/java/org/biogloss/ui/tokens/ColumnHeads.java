package org.biogloss.ui.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.tokens.compare.SideBySide;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Shown;

/// Above each column: which vocabulary it is, how many pieces it makes, and how that compares with the others.
final class ColumnHeads extends HBox {

    private final TokensViewModel viewModel;
    private final List<Head> heads = new ArrayList<>();

    ColumnHeads(TokensViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("column-heads");
        viewModel.columns().addListener((ListChangeListener<TokensDesk.Shelved>) _ -> lay());
        viewModel.shelf().addListener((ListChangeListener<TokensDesk.Shelved>) _ -> lay());
        viewModel.sidesProperty().subscribe(this::show);
        lay();
    }

    private void lay() {
        heads.clear();
        for (int column = 0; column < viewModel.columns().size(); column++) heads.add(new Head(column));
        getChildren().setAll(heads);
        var barSpace = new Region();
        barSpace.getStyleClass().add("bar-space");
        getChildren().add(barSpace);
        show(viewModel.sidesProperty().get());
    }

    private void show(Optional<SideBySide> sides) {
        if (sides.isEmpty() || sides.get().columns().size() != heads.size()) return;
        for (int column = 0; column < heads.size(); column++) heads.get(column).show(sides.get());
    }

    private final class Head extends VBox {

        private final int column;
        private final Label count = new Label();
        private final Label change = new Label();
        private final Label facts = new Label();
        private final Region strip = new Region();
        private final Pane track;
        private double share;

        Head(int column) {
            this.column = column;
            getStyleClass().addAll("column-head", "column-" + column);
            var name = new ComboBox<>(viewModel.shelf());
            name.setId("column-" + column);
            name.setValue(viewModel.columns().get(column));
            name.setMaxWidth(Double.MAX_VALUE);
            name.setAccessibleText(Words.TEXT.get("vocabularyOfColumn", column + 1));
            name.valueProperty().subscribe((_, now) -> {
                if (now != null) viewModel.choose(column, now);
            });
            HBox.setHgrow(name, Priority.ALWAYS);
            var chip = new Region();
            chip.getStyleClass().addAll("chip", "chip-" + column);
            var top = new HBox(7, chip, name);
            top.setAlignment(Pos.CENTER_LEFT);
            if (viewModel.columns().size() > 1) {
                top.getChildren()
                        .add(Icons.button(
                                "fth-x", Words.TEXT.get("removeColumn"), () -> viewModel.removeColumn(column)));
            }
            count.getStyleClass().add("big-number");
            count.setMinWidth(USE_PREF_SIZE);
            change.getStyleClass().add("change");
            change.setMinWidth(USE_PREF_SIZE);
            facts.getStyleClass().addAll("muted", "small");
            var numbers = new HBox(8, count, change);
            numbers.setAlignment(Pos.BASELINE_LEFT);
            strip.getStyleClass().addAll("count-strip", "fill-" + column);
            strip.setManaged(false);
            track = new Pane(strip) {
                @Override
                protected void layoutChildren() {
                    strip.resizeRelocate(0, 0, getWidth() * share, getHeight());
                }
            };
            track.getStyleClass().add("count-track");
            getChildren().addAll(top, numbers, facts, track);
            HBox.setHgrow(this, Priority.ALWAYS);
            setPrefWidth(0);
            setMinWidth(0);
        }

        void show(SideBySide sides) {
            var mine = sides.columns().get(column);
            var counts =
                    sides.columns().stream().mapToInt(SideBySide.Column::count).summaryStatistics();
            count.setText(Shown.count(mine.count(), "piece", "pieces"));
            double more = counts.getMin() == 0 ? 0 : (double) mine.count() / counts.getMin() - 1;
            boolean alone = sides.columns().size() < 2 || mine.count() == 0;
            change.setText(alone ? "" : more == 0 ? Words.TEXT.get("fewest") : Words.TEXT.get("more", more * 100));
            var parts = new ArrayList<String>();
            if (mine.ringed() > 0) parts.add(Words.TEXT.get("ringed", mine.ringed()));
            if (mine.unknown() > 0) parts.add(Words.TEXT.get("unknown", mine.unknown()));
            if (!mine.lost().isEmpty())
                parts.add(Words.TEXT.get("lost", mine.lost().size()));
            facts.setText(String.join(" · ", parts));
            share = counts.getMax() == 0 ? 0 : (double) mine.count() / counts.getMax();
            track.requestLayout();
        }
    }
}
