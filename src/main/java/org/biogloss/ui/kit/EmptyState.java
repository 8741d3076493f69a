package org.biogloss.ui.kit;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Stands where nothing is yet: what belongs here, and the one button that fills it.
public final class EmptyState extends VBox {

    /// @param icon of the Feather set, such as `fth-inbox`
    public EmptyState(String icon, String title, String text, Optional<Button> button) {
        getStyleClass().add("empty-state");
        var symbol = Icons.of(icon);
        symbol.getStyleClass().add("empty-icon");
        var heading = new Label(title);
        heading.getStyleClass().add("empty-title");
        heading.setWrapText(true);
        var words = new Label(text);
        words.getStyleClass().add("empty-text");
        words.setWrapText(true);
        getChildren().addAll(symbol, heading, words);
        button.ifPresent(getChildren()::add);
    }
}
