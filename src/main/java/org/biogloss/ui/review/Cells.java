package org.biogloss.ui.review;

import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.TypeColours;

/// Parts that the tabs share: columns of text, choices with names, a line for a running job.
final class Cells {

    private Cells() {}

    /// @param dress what a cell with a text in it looks like
    static <R> TableColumn<R, R> column(
            String title, double width, Function<R, String> text, BiConsumer<TableCell<R, R>, R> dress) {
        var column = new TableColumn<R, R>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(R item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : text.apply(item));
                setStyle("");
                if (!empty && item != null) dress.accept(this, item);
            }
        });
        return column;
    }

    /// What stands before a name: its end counts, so it is cut at the left.
    static <R> TableColumn<R, R> left(String title, Function<R, String> text) {
        return column(title, 320, text, (cell, _) -> {
            cell.setAlignment(Pos.CENTER_RIGHT);
            cell.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        });
    }

    static <R> TableColumn<R, R> plain(String title, double width, Function<R, String> text) {
        return column(title, width, text, (cell, row) -> {
            if (cell.getTooltip() == null) cell.setTooltip(Icons.tooltip(""));
            cell.getTooltip().setText(text.apply(row));
        });
    }

    /// The ground of a type's colour, as in the reader.
    static void tint(TableCell<?, ?> cell, TypeColours colours, String type, boolean strong) {
        var tint = colours.tint(type, strong ? 0.28 : 0.12);
        cell.setStyle("-fx-background-color: transparent, " + css(tint)
                + "; -fx-background-insets: 0, 4 2 4 2; -fx-background-radius: 0, 4; -fx-font-weight: bold;");
        cell.setAlignment(Pos.CENTER);
    }

    static String css(Color colour) {
        return String.format(
                Locale.ROOT,
                "rgba(%d,%d,%d,%.3f)",
                Math.round(colour.getRed() * 255),
                Math.round(colour.getGreen() * 255),
                Math.round(colour.getBlue() * 255),
                colour.getOpacity());
    }

    /// A choice among the values of an enumeration, each by its name in the bundle.
    static <E extends Enum<E>> ComboBox<E> choice(String key, E[] values) {
        var choice = new ComboBox<E>();
        choice.getItems().setAll(values);
        choice.setId("review-" + key);
        choice.setAccessibleText(Words.TEXT.get(key));
        choice.setButtonCell(named(key));
        choice.setCellFactory(_ -> named(key));
        return choice;
    }

    private static <E extends Enum<E>> ListCell<E> named(String key) {
        return new ListCell<>() {
            @Override
            protected void updateItem(E item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : Words.TEXT.get(key + "." + item));
            }
        };
    }

    /// Ties a choice of names to a property. A choice forgets its value while its names change; the property does not.
    static void tie(ComboBox<String> choice, StringProperty value) {
        value.subscribe(now -> choice.setValue(now.isEmpty() ? null : now));
        choice.valueProperty().addListener((_, _, chosen) -> {
            if (chosen != null) value.set(chosen);
        });
    }

    /// How far a job is, with the button that stops it; takes no room while none runs.
    static HBox running(OneJob job) {
        var bar = new ProgressBar();
        bar.progressProperty().bind(job.progressProperty());
        bar.setPrefWidth(120);
        bar.setAccessibleText(Words.TEXT.get("progress"));
        var words = new Label();
        words.textProperty().bind(job.wordsProperty());
        words.getStyleClass().addAll("muted", "small");
        words.setMinWidth(0);
        var stop = Icons.button("fth-x", Words.TEXT.get("stop"), job::stop);
        stop.setId("review-stop");
        var line = new HBox(8, bar, words, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty().bind(job.runningProperty());
        line.managedProperty().bind(job.runningProperty());
        return line;
    }
}
