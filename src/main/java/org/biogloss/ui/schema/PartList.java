package org.biogloss.ui.schema;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.biogloss.document.Schema;
import org.biogloss.document.SchemaPart;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Swatch;
import org.biogloss.ui.kit.TypeColours;

/// The names of one part of the schema, in their order, with what uses them and what is wrong with them.
final class PartList extends BorderPane {

    private final SchemaViewModel viewModel;
    private final TypeColours colours;
    private final ListView<SchemaViewModel.Item> list = new ListView<>();
    private boolean showing;

    PartList(SchemaViewModel viewModel, TypeColours colours) {
        this.viewModel = viewModel;
        this.colours = colours;
        getStyleClass().add("schema-list");
        setMinWidth(240);
        list.setId("schema-names");
        list.setAccessibleText(SchemaView.TEXT.get("names"));
        list.setCellFactory(_ -> new ItemCell());
        list.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> {
            if (!showing && item != null) viewModel.choose(item.name());
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::keys);
        setBottom(verbs());
        viewModel.stateProperty().subscribe(this::show);
        colours.subscribe(list::refresh);
    }

    private void show(SchemaViewModel.State state) {
        showing = true;
        if (!list.getItems().equals(state.items())) list.getItems().setAll(state.items());
        state.chosenItem()
                .ifPresentOrElse(
                        item -> list.getSelectionModel().select(item), list.getSelectionModel()::clearSelection);
        setCenter(state.items().isEmpty() ? empty(state.part()) : list);
        showing = false;
    }

    private Node empty(SchemaPart part) {
        return new EmptyState(
                "fth-sliders",
                SchemaView.TEXT.get("empty." + part),
                SchemaView.TEXT.get("empty.text." + part),
                Optional.empty());
    }

    private void keys(KeyEvent event) {
        if (event.isAltDown() && event.getCode() == KeyCode.UP) viewModel.move(-1);
        else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) viewModel.move(1);
        else if (event.getCode() == KeyCode.DELETE) viewModel.delete();
        else return;
        event.consume();
    }

    private Node verbs() {
        var add = new Button(SchemaView.TEXT.get("add"), Icons.of("fth-plus"));
        add.setId("schema-add");
        add.setOnAction(_ -> viewModel.add());
        var up = Icons.button("fth-arrow-up", SchemaView.TEXT.get("up"), () -> viewModel.move(-1));
        var down = Icons.button("fth-arrow-down", SchemaView.TEXT.get("down"), () -> viewModel.move(1));
        var delete = Icons.button("fth-trash-2", SchemaView.TEXT.get("delete"), viewModel::delete);
        up.setId("schema-up");
        down.setId("schema-down");
        delete.setId("schema-delete");
        for (var button : java.util.List.of(up, down, delete)) {
            button.disableProperty()
                    .bind(list.getSelectionModel().selectedItemProperty().isNull());
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(4, add, gap, up, down, delete);
        bar.getStyleClass().add("schema-verbs");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private final class ItemCell extends ListCell<SchemaViewModel.Item> {

        @Override
        protected void updateItem(SchemaViewModel.Item item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : row(item));
        }

        private Node row(SchemaViewModel.Item item) {
            var state = viewModel.stateProperty().get();
            var name = new Label(item.name());
            name.setMinWidth(0);
            if (!item.known()) name.getStyleClass().add("muted");
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var row = new HBox(8, name, gap);
            row.setAlignment(Pos.CENTER_LEFT);
            if (state.part() == SchemaPart.ENTITY) {
                row.getChildren().addFirst(Swatch.of(item.name(), colours));
                state.schema()
                        .entity(item.name())
                        .map(Schema.EntityType::key)
                        .filter(key -> !key.isEmpty())
                        .ifPresent(key -> row.getChildren().add(keycap(key)));
            }
            if (!item.problems().isEmpty()) {
                var sign = Icons.of("fth-alert-triangle");
                sign.getStyleClass().add("schema-sign");
                sign.setAccessibleText(String.join(" ", item.problems()));
                row.getChildren().add(sign);
            }
            if (item.count() > 0) {
                var count = new Label(String.format(java.util.Locale.ROOT, "%,d", item.count()));
                count.getStyleClass().add("badge");
                count.setMinWidth(USE_PREF_SIZE);
                row.getChildren().add(count);
            }
            return row;
        }

        private static Label keycap(String key) {
            var cap = new Label(key);
            cap.getStyleClass().add("keycap");
            cap.setMinWidth(USE_PREF_SIZE);
            return cap;
        }
    }
}
