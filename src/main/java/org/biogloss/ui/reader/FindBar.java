package org.biogloss.ui.reader;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Texts;

/// Ctrl+F: a field, how many, and the way from one to the next.
final class FindBar extends HBox {

    private final TextField field = new TextField();
    private final Runnable onClosed;
    private final ReaderViewModel viewModel;

    /// @param onClosed gives the focus back
    FindBar(ReaderViewModel viewModel, Texts text, Runnable onClosed) {
        this.viewModel = viewModel;
        this.onClosed = onClosed;
        getStyleClass().add("find-bar");
        field.setId("find-field");
        field.setPromptText(text.get("find.prompt"));
        field.setAccessibleText(text.get("find.prompt"));
        field.setPrefColumnCount(20);
        field.textProperty().subscribe(viewModel::find);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        var count = new Label();
        count.setId("find-count");
        count.getStyleClass().add("muted");
        count.setMinWidth(70);
        viewModel.finderProperty().subscribe(finder -> count.setText(finder.inWords()));
        getChildren()
                .addAll(
                        field,
                        count,
                        Icons.button("fth-chevron-up", text.get("find.previous"), () -> viewModel.findNext(-1)),
                        Icons.button("fth-chevron-down", text.get("find.next"), () -> viewModel.findNext(1)),
                        Icons.button("fth-x", text.get("find.close"), this::close));
        setVisible(false);
        setManaged(false);
    }

    void open() {
        setVisible(true);
        setManaged(true);
        field.requestFocus();
        field.selectAll();
        viewModel.find(field.getText());
    }

    void close() {
        setVisible(false);
        setManaged(false);
        viewModel.takeFound();
        onClosed.run();
    }

    private void steer(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) viewModel.findNext(event.isShiftDown() ? -1 : 1);
        else if (event.getCode() == KeyCode.ESCAPE) close();
        else return;
        event.consume();
    }
}
