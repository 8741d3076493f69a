package org.biogloss.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/// The palette: a field and a list that hang from the top of the window. Esc or a click beside it puts it away.
final class PaletteView extends StackPane {

    private static final Texts TEXT = new Texts(PaletteView.class);
    private static final double ROW = 32;
    private static final int MOST_ROWS = 12;

    private final PaletteViewModel viewModel;
    private final TextField field = new TextField();
    private final ListView<PaletteViewModel.Entry> list;
    private @Nullable Node before;

    PaletteView(PaletteViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().addAll("overlay", "from-top");
        setAlignment(Pos.TOP_CENTER);
        field.setId("palette-field");
        field.setPromptText(TEXT.get("palette.prompt"));
        field.setAccessibleText(TEXT.get("palette.name"));
        field.textProperty().subscribe(viewModel::ask);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        list = new ListView<>(viewModel.entries());
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new EntryCell());
        list.getItems().addListener((javafx.beans.Observable _) -> fit());
        list.setOnMouseClicked(_ -> choose());
        var none = new Label(TEXT.get("palette.none"));
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
        var box = new VBox(field, list);
        box.getStyleClass().add("palette");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().add(box);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) viewModel.close();
        });
        visibleProperty().bind(viewModel.openProperty());
        managedProperty().bind(visibleProperty());
        viewModel.openProperty().subscribe(this::turn);
    }

    private void turn(boolean open) {
        if (getScene() == null) return;
        if (open) {
            before = getScene().getFocusOwner();
            field.clear();
            fit();
            field.requestFocus();
        } else if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    private void fit() {
        int rows = Math.clamp(list.getItems().size(), 1, MOST_ROWS);
        list.setPrefHeight(rows * ROW + 10);
        // Later: the list moves its selection itself while its lines change.
        Fx.later(() -> {
            if (list.getSelectionModel().getSelectedItem() == null)
                list.getSelectionModel().selectFirst();
        });
    }

    private void steer(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(MOST_ROWS);
            case PAGE_UP -> move(-MOST_ROWS);
            case ENTER -> choose();
            case ESCAPE -> viewModel.close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = list.getItems().size() - 1;
        if (last < 0) return;
        int row = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, last);
        list.getSelectionModel().select(row);
        list.scrollTo(Math.max(0, row - MOST_ROWS + 2));
    }

    private void choose() {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) viewModel.choose(chosen);
        else if (!list.getItems().isEmpty()) viewModel.choose(list.getItems().getFirst());
    }

    private static final class EntryCell extends ListCell<PaletteViewModel.Entry> {

        @Override
        protected void updateItem(PaletteViewModel.@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            setGraphic(empty || entry == null ? null : row(entry));
        }

        private static Node row(PaletteViewModel.Entry entry) {
            return switch (entry) {
                case PaletteViewModel.Entry.Act(var command) ->
                    row("fth-chevron-right", command.title(), command.group(), command.shownKeys());
                case PaletteViewModel.Entry.Read(var document) ->
                    row("fth-file-text", document.title(), document.id(), "");
            };
        }

        private static Node row(String icon, String title, String aside, String keys) {
            var name = new Label(title);
            name.setMinWidth(0);
            HBox.setHgrow(name, Priority.SOMETIMES);
            var place = new Label(aside);
            place.getStyleClass().addAll("muted", "small");
            place.setMinWidth(Region.USE_PREF_SIZE);
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            var row = new HBox(8, Icons.of(icon), name, space, place);
            row.setPrefWidth(0);
            row.setAlignment(Pos.CENTER_LEFT);
            if (!keys.isEmpty()) row.getChildren().add(keycap(keys));
            return row;
        }

        private static Label keycap(String keys) {
            var cap = new Label(keys);
            cap.getStyleClass().add("keycap");
            cap.setMinWidth(Region.USE_PREF_SIZE);
            return cap;
        }
    }
}
