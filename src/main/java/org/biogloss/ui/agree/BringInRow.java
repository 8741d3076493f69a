package org.biogloss.ui.agree;

import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.biogloss.ui.kit.Icons;

/// Asks under which name somebody else's work comes in, and for its files; or which model is to read.
final class BringInRow extends FlowPane {

    BringInRow(AgreeViewModel viewModel, AgreePage page) {
        super(8, 6);
        setAlignment(Pos.CENTER);
        var name = new TextField();
        name.setId("agree-import-name");
        name.setPromptText(Words.TEXT.get("import.name"));
        name.setAccessibleText(Words.TEXT.get("import.name"));
        name.setPrefColumnCount(12);
        var choose = AgreeView.button(
                "agree-import",
                Words.TEXT.get("import.choose"),
                () -> page.bringIn(name.getText().strip()));
        choose.getStyleClass().add("accent");
        choose.disableProperty()
                .bind(javafx.beans.binding.Bindings.createBooleanBinding(
                        () -> name.getText().isBlank(), name.textProperty()));
        name.setOnAction(_ -> choose.fire());
        getChildren().addAll(name, choose);
        if (!viewModel.models().isEmpty()) getChildren().add(letRead(viewModel));
    }

    private static MenuButton letRead(AgreeViewModel viewModel) {
        var menu = new MenuButton(Words.TEXT.get("model.letRead"));
        menu.setId("agree-let-read");
        menu.setTooltip(Icons.tooltip(Words.TEXT.get("model.hint")));
        for (var model : viewModel.models()) {
            var item = new MenuItem(model);
            item.setOnAction(_ -> viewModel.letRead(model));
            menu.getItems().add(item);
        }
        return menu;
    }
}
