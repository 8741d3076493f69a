package org.biogloss.ui.agree;

import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// Asks under which name somebody else's work comes in, and for its files.
final class BringInRow extends HBox {

    BringInRow(AgreePage page) {
        super(8);
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
    }
}
