package org.biogloss.ui.agree;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.biogloss.document.DocumentStatus;
import org.biogloss.ui.kit.Icons;
import org.biogloss.workbench.Adjudicator;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A document in the list: its title, and how much of it is decided.
final class DocumentCell extends ListCell<Adjudicator.DocumentTally> {

    private final FontIcon state = Icons.of("fth-circle");
    private final Label title = new Label();
    private final Label count = new Label();
    private final HBox row = new HBox(8, state, title, count);

    DocumentCell() {
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        count.getStyleClass().addAll("muted", "small");
        count.setMinWidth(Region.USE_PREF_SIZE);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMaxHeight(Region.USE_PREF_SIZE);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Adjudicator.@Nullable DocumentTally item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().remove("open");
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        var tally = item.tally();
        boolean done = item.status() == DocumentStatus.DONE;
        state.setIconLiteral(done ? "fth-check-circle" : tally.isDone() ? "fth-check" : "fth-circle");
        if (!tally.isDone()) getStyleClass().add("open");
        title.setText(item.title());
        count.setText(Words.TEXT.get("document.count", tally.decided(), tally.differing()));
        setAccessibleText(item.title() + ", " + Words.TEXT.get("decidedHere", tally.decided(), tally.differing()));
        setGraphic(row);
    }
}
