package org.biogloss.ui.schema;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.biogloss.document.Schema;
import org.biogloss.ui.kit.Icons;

/// What is chosen in the list, field by field; above it what is asked before much changes.
final class PartForm extends ScrollPane {

    private final SchemaViewModel viewModel;
    private final VBox column = new VBox(14);
    private final VBox asked = new VBox();
    private Optional<String> shown = Optional.empty();
    private Optional<Fields> fields = Optional.empty();

    PartForm(SchemaViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("schema-form");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(320);
        column.getStyleClass().add("schema-column");
        setContent(column);
        viewModel.stateProperty().subscribe(this::show);
        viewModel.questionProperty().subscribe(question -> {
            asked.getChildren().clear();
            question.map(now -> new QuestionCard(viewModel, now)).ifPresent(asked.getChildren()::add);
            asked.setManaged(question.isPresent());
            if (question.isEmpty()) fields.ifPresent(Fields::resetName);
        });
    }

    /// A field that a person is typing in is not taken away under the hand: it is filled anew only for another type.
    private void show(SchemaViewModel.State state) {
        var item = state.chosenItem();
        var now = item.map(chosen -> state.part() + "/" + chosen.name() + "/" + chosen.known());
        boolean same = now.isPresent() && now.equals(shown);
        shown = now;
        if (same && fields.isPresent()) {
            fields.get().fill(state.schema(), item.orElseThrow());
            return;
        }
        column.getChildren().setAll(asked);
        fields = Optional.empty();
        if (item.isEmpty()) return;
        if (item.get().known()) known(state, item.get());
        else unknown(item.get());
    }

    private void known(SchemaViewModel.State state, SchemaViewModel.Item item) {
        var made = switch (state.part()) {
            case ENTITY -> new EntityFields(viewModel, item.name());
            case RELATION -> new RelationFields(viewModel, item.name());
            case ATTRIBUTE -> new AttributeFields(viewModel, item.name());
            case LABEL -> new Fields(viewModel, item.name());
        };
        made.fill(state.schema(), item);
        fields = Optional.of(made);
        column.getChildren().add(made);
        if (item.name().startsWith(SchemaView.TEXT.get("new." + state.part()))) made.focusName();
    }

    private void unknown(SchemaViewModel.Item item) {
        var name = new Label(item.name());
        name.getStyleClass().add("heading");
        var add = new Button(SchemaView.TEXT.get("unknown.add"), Icons.of("fth-plus"));
        add.setId("schema-add-known");
        add.getStyleClass().add("accent");
        add.setOnAction(_ -> viewModel.add(item.name()));
        Node words = SchemaView.muted(SchemaView.TEXT.get("unknown", item.count()));
        var rename = new Fields(viewModel, item.name());
        rename.fill(
                new Schema(java.util.List.of(), java.util.List.of(), java.util.List.of(), java.util.List.of()), item);
        column.getChildren().addAll(name, words, add, rename);
    }
}
