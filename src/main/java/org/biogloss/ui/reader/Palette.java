package org.biogloss.ui.reader;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.Swatch;
import org.biogloss.ui.kit.TypeColours;

/// A small list at the selection that one filters by typing: entity types, or relation types. Lies inside the window.
final class Palette extends VBox {

    /// @param key   the key that does the same without the palette; may be empty
    /// @param note  what else is to be known of it; may be empty
    /// @param warns whether the note is a warning
    record Choice(String name, String key, boolean coloured, String note, boolean warns) {

        Choice(String name, String key, boolean coloured) {
            this(name, key, coloured, "", false);
        }
    }

    private static final double ROW = 28;

    private final TextField filter = new TextField();
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private final ListView<Choice> list = new ListView<>(choices);
    private final Runnable onClosed;
    private List<Choice> all = List.of();
    private Consumer<String> onChosen = _ -> {};
    private boolean free;

    /// The key that opened the palette is still to be typed: its letter is not meant for the filter.
    private boolean opening;

    /// @param onClosed gives the focus back
    Palette(TypeColours colours, Runnable onClosed) {
        this.onClosed = onClosed;
        getStyleClass().add("reader-palette");
        setManaged(false);
        setVisible(false);
        setId("type-palette");
        filter.setId("palette-filter");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new ChoiceCell(colours));
        list.setOnMouseClicked(_ -> choose());
        filter.textProperty().subscribe(this::filter);
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        filter.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (opening) event.consume();
            opening = false;
        });
        filter.focusedProperty().subscribe(focused -> {
            if (!focused && isVisible() && !list.isFocused()) close();
        });
        getChildren().addAll(filter, list);
    }

    /// @param prompt what is chosen here
    /// @param at     in the parent's coordinates
    /// @param free   whether a name that is not in the list may be typed
    void show(String prompt, List<Choice> offered, boolean free, Point2D at, Consumer<String> chosen) {
        this.free = free;
        onChosen = chosen;
        all = offered;
        filter.setPromptText(prompt);
        filter.setAccessibleText(prompt);
        filter.clear();
        filter("");
        double width = offered.stream().anyMatch(choice -> !choice.note().isEmpty()) ? 460 : 250;
        double height = 34 + Math.clamp(offered.size(), 1, 9) * ROW + 12;
        var room = getParent().getLayoutBounds();
        double x = Math.clamp(at.getX(), 4, Math.max(4, room.getWidth() - width - 4));
        double y = at.getY() + height > room.getHeight() ? Math.max(4, at.getY() - height - 34) : at.getY();
        resizeRelocate(x, y, width, height);
        setVisible(true);
        toFront();
        opening = true;
        filter.requestFocus();
    }

    void close() {
        if (!isVisible()) return;
        setVisible(false);
        onClosed.run();
    }

    private void filter(String typed) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        var fitting = all.stream()
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        choices.setAll(fitting);
        boolean known = all.stream().anyMatch(choice -> choice.name().equalsIgnoreCase(typed.strip()));
        if (free && !wanted.isEmpty() && !known) choices.add(new Choice(typed.strip(), "", false));
        list.getSelectionModel().selectFirst();
    }

    private void steer(KeyEvent event) {
        opening = false;
        var model = list.getSelectionModel();
        switch (event.getCode()) {
            case DOWN -> model.selectNext();
            case UP -> model.selectPrevious();
            case ENTER -> choose();
            case ESCAPE -> close();
            case TAB -> close();
            default -> {
                digit(event);
                return;
            }
        }
        event.consume();
    }

    /// A digit chooses as it does outside the palette.
    private void digit(KeyEvent event) {
        if (!event.getCode().isDigitKey() || event.isShortcutDown() || event.isAltDown()) return;
        var key = event.getCode().getName();
        choices.stream().filter(choice -> choice.key().equals(key)).findFirst().ifPresent(choice -> {
            event.consume();
            choose(choice);
        });
    }

    private void choose() {
        var choice = list.getSelectionModel().getSelectedItem();
        if (choice != null) choose(choice);
    }

    private void choose(Choice choice) {
        close();
        onChosen.accept(choice.name());
    }

    private static final class ChoiceCell extends ListCell<Choice> {

        private final TypeColours colours;

        ChoiceCell(TypeColours colours) {
            this.colours = colours;
            setPrefWidth(0); // never wider than the list: a long note is cut, not scrolled to
        }

        @Override
        protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setGraphic(empty || choice == null ? null : row(choice));
        }

        private Node row(Choice choice) {
            var name = new Label(choice.name());
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var key = new Label(choice.key());
            key.getStyleClass().add("keycap");
            key.setVisible(!choice.key().isEmpty());
            key.setManaged(key.isVisible());
            var note = new Label(choice.warns() ? "⚠ " + choice.note() : choice.note());
            note.getStyleClass().add(choice.warns() ? "warning-text" : "muted");
            note.setMinWidth(0);
            name.setMinWidth(Region.USE_PREF_SIZE);
            var row = choice.note().isEmpty() ? new HBox(8, name, gap, key) : new HBox(8, name, gap, note, key);
            if (choice.coloured()) row.getChildren().addFirst(Swatch.of(choice.name(), colours));
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            return row;
        }
    }
}
