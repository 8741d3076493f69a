package org.biogloss.ui.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.biogloss.document.Schema;
import org.biogloss.document.Schema.RelationType;
import org.biogloss.document.Schema.Role;
import org.biogloss.document.SchemaPart;
import org.biogloss.ui.kit.Icons;

/// A type of relations: its direction, and what may play which part.
final class RelationFields extends Fields {

    private final CheckBox directed = new CheckBox(SchemaView.TEXT.get("field.directed.what"));
    private final VBox roles = new VBox(6);
    private List<Role> shown = List.of();
    private List<String> known = List.of();

    RelationFields(SchemaViewModel viewModel, String name) {
        super(viewModel, name);
        directed.setId("schema-directed");
        directed.setOnAction(_ -> change(type -> new RelationType(type.name(), directed.isSelected(), type.roles())));
        row("directed", directed);
        var heading = new Label(SchemaView.TEXT.get("roles"));
        heading.getStyleClass().add("section-heading");
        var add = new Button(SchemaView.TEXT.get("role.add"), Icons.of("fth-plus"));
        add.setId("role-add");
        add.setOnAction(_ -> changeRoles(all -> {
            var more = new ArrayList<>(all);
            more.add(new Role(SchemaView.TEXT.get("role.new", all.size() + 1), List.of(), true));
            return more;
        }));
        getChildren().addAll(heading, SchemaView.muted(SchemaView.TEXT.get("roles.what")), roles, add);
    }

    @Override
    void fill(Schema schema, SchemaViewModel.Item item) {
        super.fill(schema, item);
        var now = schema.relation(name);
        if (now.isEmpty()) return;
        directed.setSelected(now.get().directed());
        var types = SchemaPart.ENTITY.names(schema);
        if (now.get().roles().equals(shown) && types.equals(known)) return;
        shown = now.get().roles();
        known = types;
        roles.getChildren().clear();
        for (int i = 0; i < shown.size(); i++) roles.getChildren().add(role(i, shown.get(i), types));
    }

    private Node role(int place, Role role, List<String> types) {
        var called = new TextField(role.name());
        called.setId("role-name-" + place);
        called.setAccessibleText(SchemaView.TEXT.get("role.name", place + 1));
        called.setPrefColumnCount(9);
        called.setMinWidth(90);
        takes(called, role::name, typed -> {
            if (typed.isEmpty()) called.setText(role.name());
            else set(place, new Role(typed, role.types(), role.optional()));
        });
        var filledBy = types("role-types-" + place);
        filledBy.setAccessibleText(SchemaView.TEXT.get("role.types", role.name()));
        fillTypes(filledBy, types, role.types(), ticked -> set(place, new Role(role.name(), ticked, role.optional())));
        filledBy.setMinWidth(60);
        HBox.setHgrow(filledBy, Priority.ALWAYS);
        var optional = new CheckBox(SchemaView.TEXT.get("role.optional"));
        optional.setId("role-optional-" + place);
        optional.setMinWidth(USE_PREF_SIZE);
        optional.setSelected(role.optional());
        optional.setOnAction(_ -> set(place, new Role(role.name(), role.types(), optional.isSelected())));
        var remove = Icons.button(
                "fth-x",
                SchemaView.TEXT.get("role.remove", role.name()),
                () -> changeRoles(all -> {
                    var fewer = new ArrayList<>(all);
                    fewer.remove(place);
                    return fewer;
                }));
        remove.setDisable(shown.size() <= 2);
        var row = new HBox(8, called, filledBy, optional, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void set(int place, Role role) {
        changeRoles(all -> {
            var changed = new ArrayList<>(all);
            if (place < changed.size()) changed.set(place, role);
            return changed;
        });
    }

    private void changeRoles(UnaryOperator<List<Role>> change) {
        change(type -> new RelationType(type.name(), type.directed(), change.apply(type.roles())));
    }

    private void change(UnaryOperator<RelationType> change) {
        viewModel.change(SchemaView.TEXT.get("title.change", name), SchemaEdits.relation(name, change));
    }
}
