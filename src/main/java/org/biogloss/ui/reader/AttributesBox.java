package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.biogloss.document.Annotation;
import org.biogloss.document.Schema;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Texts;

/// The attributes of a mention or relation: those of the schema, as values to choose or text to type, and any other
/// that a file brought.
///
/// Rows stay as long as the same attributes are asked for, so that going from mention to mention makes no controls.
final class AttributesBox extends VBox {

    /// What a row shows; equal rows need not be made again.
    private record Asked(String name, List<String> values, boolean known) {}

    /// A row, and how it shows a value.
    private interface Row {
        void show(String value);

        void commit();
    }

    private final Texts text;
    private final BiConsumer<String, String> set;
    private List<Asked> asked = List.of();
    private final List<Row> rows = new ArrayList<>();
    private boolean showing;

    /// @param set is handed the name of an attribute and the value it is to have, empty for none
    AttributesBox(Texts text, BiConsumer<String, String> set) {
        super(6);
        this.text = text;
        this.set = set;
        getStyleClass().add("attributes");
        managedProperty().bind(visibleProperty());
    }

    void show(Annotation annotation, Schema schema) {
        var now = asked(annotation, schema.attributesOf(annotation.type()));
        if (!now.equals(asked)) {
            asked = now;
            rows.clear();
            getChildren().clear();
            for (var one : now) getChildren().add(row(one));
            setVisible(!now.isEmpty());
        }
        showing = true;
        for (int i = 0; i < now.size(); i++) {
            rows.get(i).show(annotation.attributes().getOrDefault(now.get(i).name(), ""));
        }
        showing = false;
    }

    /// Keeps what is being typed.
    void commit() {
        rows.forEach(Row::commit);
    }

    private static List<Asked> asked(Annotation annotation, List<Schema.AttributeType> types) {
        var asked = new ArrayList<Asked>();
        var others = new TreeSet<>(annotation.attributes().keySet());
        others.remove(Annotation.NOTE);
        for (var type : types) {
            if (type.name().equals(Annotation.NOTE)) continue;
            var values = new ArrayList<>(type.values());
            var value = annotation.attributes().getOrDefault(type.name(), "");
            if (!type.isFreeText() && !value.isEmpty() && !values.contains(value)) values.add(value);
            asked.add(new Asked(type.name(), List.copyOf(values), true));
            others.remove(type.name());
        }
        for (var name : others) asked.add(new Asked(name, List.of(), false));
        return asked;
    }

    private Node row(Asked one) {
        var name = new Label(one.name());
        name.getStyleClass().add("muted");
        name.setMinWidth(0);
        name.setTooltip(Icons.tooltip(one.name()));
        return one.values().isEmpty() ? typed(one, name) : chosen(one, name);
    }

    private Node chosen(Asked one, Label name) {
        var chips = new FlowPane(4, 4);
        var buttons = new ArrayList<ToggleButton>();
        for (var value : one.values()) {
            var chip = new ToggleButton(value);
            chip.getStyleClass().add("chip");
            chip.setAccessibleText(one.name() + ": " + value);
            chip.setOnAction(_ -> put(one.name(), chip.isSelected() ? value : ""));
            buttons.add(chip);
        }
        chips.getChildren().setAll(buttons);
        rows.add(new Row() {
            @Override
            public void show(String value) {
                for (var chip : buttons) chip.setSelected(chip.getText().equals(value));
            }

            @Override
            public void commit() {}
        });
        return new VBox(3, name, chips);
    }

    private Node typed(Asked one, Label name) {
        var field = new TextField();
        field.setId("attribute-" + one.name());
        field.setAccessibleText(one.name());
        var row = new Row() {
            private String kept = "";

            @Override
            public void show(String value) {
                boolean typing = field.isFocused() && !field.getText().equals(kept);
                kept = value;
                if (!typing) field.setText(value);
            }

            @Override
            public void commit() {
                var typed = field.getText().strip();
                if (typed.equals(kept)) return;
                kept = typed;
                put(one.name(), typed);
            }
        };
        rows.add(row);
        field.setOnAction(_ -> row.commit());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) row.commit();
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        var line = new HBox(4, field);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!one.known()) {
            var remove = text.get("attribute.remove", one.name());
            line.getChildren().add(Icons.button("fth-x", remove, () -> put(one.name(), "")));
        }
        return new VBox(3, name, line);
    }

    private void put(String name, String value) {
        if (!showing) set.accept(name, value);
    }
}
