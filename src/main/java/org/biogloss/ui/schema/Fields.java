package org.biogloss.ui.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.biogloss.document.Schema;

/// The fields of one type: its name, and what its kind has beside. What is typed holds at Enter, or when the field is
/// left; Esc takes it back.
class Fields extends VBox {

    final SchemaViewModel viewModel;
    final String name;
    private final TextField nameField = new TextField();
    private final VBox problems = new VBox(4);

    Fields(SchemaViewModel viewModel, String name) {
        super(12);
        this.viewModel = viewModel;
        this.name = name;
        nameField.setId("schema-name");
        nameField.setText(name);
        takes(nameField, () -> name, viewModel::rename);
        row("name", nameField);
        getChildren().add(problems);
    }

    /// Shows the type as it is now.
    void fill(Schema schema, SchemaViewModel.Item item) {
        problems.getChildren()
                .setAll(item.problems().stream().map(SchemaView::problem).toList());
        problems.setManaged(!item.problems().isEmpty());
    }

    /// After a person has thought better of a new name.
    final void resetName() {
        nameField.setText(name);
    }

    final void focusName() {
        org.biogloss.ui.kit.Fx.later(() -> {
            nameField.requestFocus();
            nameField.selectAll();
        });
    }

    /// @param now what holds, to come back to
    static void takes(TextInputControl field, Supplier<String> now, Consumer<String> take) {
        Runnable keep = () -> {
            if (!field.getText().strip().equals(now.get()))
                take.accept(field.getText().strip());
        };
        if (field instanceof TextField line) line.setOnAction(_ -> keep.run());
        field.focusedProperty().subscribe((was, focused) -> {
            if (was && !focused) keep.run();
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ESCAPE) return;
            field.setText(now.get());
            event.consume();
        });
    }

    static void set(TextInputControl field, String text) {
        if (!field.isFocused() || field.getText().isEmpty()) field.setText(text);
    }

    final void row(String key, Node control) {
        var label = new Label(SchemaView.TEXT.get("field." + key));
        label.setLabelFor(control);
        label.setMinWidth(110);
        label.setPrefWidth(110);
        control.setAccessibleText(label.getText());
        HBox.setHgrow(control, Priority.ALWAYS);
        var row = new HBox(12, label, control);
        row.setAlignment(Pos.BASELINE_LEFT);
        getChildren().add(row);
    }

    final void hint(String key) {
        getChildren().add(SchemaView.muted(SchemaView.TEXT.get("hint." + key)));
    }

    /// Ticks types in a menu; none means any.
    static MenuButton types(String id) {
        var menu = new MenuButton();
        menu.setId(id);
        menu.setMaxWidth(Double.MAX_VALUE);
        return menu;
    }

    static void fillTypes(MenuButton menu, List<String> all, List<String> ticked, Consumer<List<String>> take) {
        var names = new LinkedHashSet<>(all);
        names.addAll(ticked);
        menu.setText(ticked.isEmpty() ? SchemaView.TEXT.get("types.any") : String.join(", ", ticked));
        menu.getItems()
                .setAll(names.stream()
                        .map(type -> {
                            var item = new CheckMenuItem(type);
                            item.setMnemonicParsing(false);
                            item.setSelected(ticked.contains(type));
                            item.setOnAction(_ -> take.accept(names.stream()
                                    .filter(other -> other.equals(type) ? item.isSelected() : ticked.contains(other))
                                    .toList()));
                            return item;
                        })
                        .toList());
    }
}
