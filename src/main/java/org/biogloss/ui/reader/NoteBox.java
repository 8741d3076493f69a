package org.biogloss.ui.reader;

import java.util.function.Consumer;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.biogloss.ui.kit.Texts;

/// A few lines that a person writes on something. Kept when the focus leaves, or by Ctrl+Enter; Esc forgets what was
/// typed since.
final class NoteBox extends TextArea {

    private String kept = "";
    private Consumer<String> keep = _ -> {};

    NoteBox(String id, Texts text) {
        setId(id);
        getStyleClass().add("note");
        setWrapText(true);
        setPromptText(text.get("note.prompt"));
        setAccessibleText(text.get("note"));
        focusedProperty().addListener((_, _, focused) -> {
            fit();
            if (!focused) commit();
        });
        textProperty().subscribe(_ -> fit());
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        fit();
    }

    /// What is typed and not yet kept stays, unless the note is another thing's: call [#commit] before.
    ///
    /// @param keeping is handed what is to be kept
    void show(String note, Consumer<String> keeping) {
        keep = keeping;
        boolean typing = isFocused() && !getText().equals(kept);
        kept = note;
        if (!typing && !getText().equals(note)) setText(note);
    }

    void commit() {
        if (getText().strip().equals(kept.strip())) return;
        kept = getText().strip();
        setText(kept);
        keep.accept(kept);
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            commit();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !getText().equals(kept)) {
            setText(kept);
            event.consume();
        } else if (event.getCode() == KeyCode.TAB) {
            // A tab in a note is nobody's wish; it goes on to the next control.
            var direction = event.isShiftDown()
                    ? javafx.scene.TraversalDirection.PREVIOUS
                    : javafx.scene.TraversalDirection.NEXT;
            requestFocusTraversal(direction);
            event.consume();
        }
    }

    /// One line while there is nothing to see; as many as the note has, up to six.
    private void fit() {
        int lines = (int) getText().lines().count() + getText().length() / 34;
        int least = isFocused() ? 3 : 1;
        setPrefRowCount(Math.clamp(lines, least, 6));
    }
}
