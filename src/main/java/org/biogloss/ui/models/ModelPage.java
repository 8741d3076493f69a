package org.biogloss.ui.models;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.Texts;

/// The card of one model: what it finds, how well it scored and where, and what it was made from.
final class ModelPage extends VBox {

    private static final Texts TEXT = new Texts(ModelPage.class);

    ModelPage(ModelsViewModel viewModel, ModelsDesk.Card card) {
        getStyleClass().add("model-page");
        setSpacing(14);
        setMaxWidth(760);
        var name = new Label(card.name());
        name.getStyleClass().add("heading");
        name.setWrapText(true);
        getChildren().addAll(name, ModelsView.hint(card.description()));
        if (card.canHighlight()) getChildren().add(verbs(viewModel, card));
        if (!card.types().isEmpty()) getChildren().addAll(ModelsView.heading("finds"), types(card));
        if (!card.scores().isEmpty()) getChildren().addAll(ModelsView.heading("scores"), scores(card));
        if (card.canHighlight()) getChildren().add(ModelsView.hint(TEXT.get("caveat")));
        getChildren().addAll(ModelsView.heading("facts"), facts(card));
    }

    private static HBox verbs(ModelsViewModel viewModel, ModelsDesk.Card card) {
        var on = new CheckBox(TEXT.get("highlights"));
        on.setId("model-highlights");
        on.setSelected(card.highlights());
        on.setOnAction(_ -> viewModel.highlight(card, on.isSelected()));
        var all = new Button(TEXT.get("highlightAll"));
        all.setId("highlight-all");
        all.setOnAction(_ -> viewModel.highlightAll(card));
        var row = new HBox(16, all, on);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    private static FlowPane types(ModelsDesk.Card card) {
        var chips = new FlowPane(6, 6);
        for (var type : card.types()) {
            var chip = new Label(type);
            chip.getStyleClass().add("type-chip");
            chips.getChildren().add(chip);
        }
        return chips;
    }

    private static FlowPane scores(ModelsDesk.Card card) {
        var tiles = new FlowPane(28, 10);
        card.scores().forEach((what, score) -> {
            var value = new Label(ModelsView.percent(score));
            value.getStyleClass().add("big-number");
            tiles.getChildren().add(new VBox(value, ModelsView.hint(what)));
        });
        return tiles;
    }

    private static GridPane facts(ModelsDesk.Card card) {
        var grid = new GridPane(18, 6);
        card.facts().forEach((what, said) -> {
            var key = new Label(what);
            key.getStyleClass().add("muted");
            key.setMinWidth(110);
            var text = new Label(said);
            text.setWrapText(true);
            grid.addRow(grid.getRowCount(), key, text);
        });
        return grid;
    }
}
