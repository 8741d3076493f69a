package org.biogloss.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.biogloss.ui.kit.StatusLine;

/// The foot of the window: short facts with a dot between them.
final class StatusBar extends HBox {

    StatusBar(StatusLine status) {
        setId("status");
        getStyleClass().add("status-foot");
        setAlignment(Pos.CENTER_LEFT);
        for (var part : StatusLine.Part.values()) {
            status.textProperty(part).subscribe(_ -> fill(status));
        }
        fill(status);
    }

    private void fill(StatusLine status) {
        getChildren().clear();
        for (var part : StatusLine.Part.values()) {
            var text = status.textProperty(part).get();
            if (text.isEmpty()) continue;
            if (!getChildren().isEmpty()) getChildren().add(label("·", "dot"));
            var label = label(text, "status-part");
            label.setId("status-" + part.name().toLowerCase(java.util.Locale.ROOT));
            getChildren().add(label);
        }
    }

    private static Label label(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
