package org.biogloss.ui.schema;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import org.biogloss.document.Schema;
import org.biogloss.document.Schema.AttributeType;
import org.biogloss.document.SchemaPart;

/// An attribute: its values, and the types that it fits.
final class AttributeFields extends Fields {

    private final TextArea values = new TextArea();
    private final MenuButton types = types("schema-attribute-types");
    private List<String> held = List.of();

    AttributeFields(SchemaViewModel viewModel, String name) {
        super(viewModel, name);
        values.setId("schema-values");
        values.setPrefRowCount(6);
        values.setPromptText(SchemaView.TEXT.get("values.prompt"));
        takes(values, () -> String.join("\n", held), typed -> {
            var wanted = typed.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .toList();
            change(type -> new AttributeType(type.name(), wanted, type.types()));
        });
        row("values", values);
        hint("values");
        row("types", types);
        hint("types");
    }

    @Override
    void fill(Schema schema, SchemaViewModel.Item item) {
        super.fill(schema, item);
        schema.attribute(name).ifPresent(now -> {
            held = now.values();
            set(values, String.join("\n", held));
            var all = Stream.concat(
                            SchemaPart.ENTITY.names(schema).stream(), SchemaPart.RELATION.names(schema).stream())
                    .toList();
            fillTypes(
                    types,
                    all,
                    now.types(),
                    ticked -> change(type -> new AttributeType(type.name(), type.values(), ticked)));
        });
    }

    private void change(UnaryOperator<AttributeType> change) {
        viewModel.change(SchemaView.TEXT.get("title.change", name), SchemaEdits.attribute(name, change));
    }
}
