package org.biogloss.ui.training;

import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Takes a run into the overlay, and tells in which colour it is drawn.
final class TickCell extends TableCell<RunLine, RunLine> {

    private final TrainingViewModel viewModel;
    private final CheckBox box = new CheckBox();
    private final Region chip = new Region();
    private final HBox both = new HBox(6, box, chip);

    TickCell(TrainingViewModel viewModel) {
        this.viewModel = viewModel;
        both.setAlignment(Pos.CENTER_LEFT);
        box.setFocusTraversable(false); // the space bar ticks the selected line
        box.setOnAction(_ -> {
            if (getItem() != null) viewModel.tick(getItem(), box.isSelected());
        });
        viewModel.revisionProperty().subscribe(this::show);
    }

    @Override
    protected void updateItem(@Nullable RunLine line, boolean empty) {
        super.updateItem(line, empty);
        setGraphic(empty ? null : both);
        show();
    }

    private void show() {
        var line = getItem();
        if (line == null) return;
        box.setSelected(viewModel.isTicked(line));
        box.setAccessibleText(Words.TEXT.get("tick", line.name()));
        chip.getStyleClass().setAll("chip");
        viewModel.colour(line).ifPresent(colour -> chip.getStyleClass().add("chip-" + colour));
    }
}
