package org.biogloss.ui.training;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// What a run has told, newest first.
final class RunLogView extends ListView<RunLog.Entry> {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    /// On both sides of the text, and the scroll bar.
    private static final double MARGINS = 46;

    RunLogView() {
        setId("run-log");
        getStyleClass().add("run-log");
        setAccessibleText(Words.TEXT.get("side.log"));
        setPlaceholder(new Label(Words.TEXT.get("noLog")));
        setCellFactory(list -> new Line(list.widthProperty()));
    }

    void show(List<RunLog.Entry> entries) {
        var newestFirst = entries.reversed();
        if (!newestFirst.equals(getItems())) getItems().setAll(newestFirst);
    }

    private static final class Line extends ListCell<RunLog.Entry> {

        private final Text words = new Text();

        /// @param width of the list: the text is broken to fit beside the scroll bar
        Line(ReadOnlyDoubleProperty width) {
            words.wrappingWidthProperty().bind(width.subtract(MARGINS));
        }

        @Override
        protected void updateItem(RunLog.@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty ? null : words);
            if (empty || entry == null) return;
            words.setText(CLOCK.format(entry.time()) + "  " + entry.text());
            words.getStyleClass()
                    .setAll("log-text", "tone-" + entry.tone().name().toLowerCase(Locale.ROOT));
            setAccessibleText(words.getText());
        }
    }
}
