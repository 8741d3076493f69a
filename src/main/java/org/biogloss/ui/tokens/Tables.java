package org.biogloss.ui.tokens;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.biogloss.ui.kit.Saving;

/// Tables of words and numbers that can be walked by key and copied.
final class Tables {

    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private Tables() {}

    static <R> TableView<R> table(String id, String name) {
        var table = new TableView<R>();
        table.setId(id);
        table.setAccessibleText(name);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!COPY.match(event)) return;
            copy(table);
            event.consume();
        });
        return table;
    }

    static <R> TableColumn<R, String> column(String name, double width, Function<R, String> cell) {
        var column = new TableColumn<R, String>(name);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    static <R> TableColumn<R, String> numbers(String name, double width, Function<R, String> cell) {
        TableColumn<R, String> column = column(name, width, cell);
        column.getStyleClass().add("numbers");
        return column;
    }

    /// The selected rows, tabs between their cells.
    private static <R> void copy(TableView<R> table) {
        var text = new StringBuilder();
        for (int row : table.getSelectionModel().getSelectedIndices()) {
            for (int c = 0; c < table.getColumns().size(); c++) {
                if (c > 0) text.append('\t');
                text.append(table.getColumns().get(c).getCellData(row));
            }
            text.append('\n');
        }
        Saving.copy(text.toString());
    }
}
