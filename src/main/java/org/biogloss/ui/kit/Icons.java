package org.biogloss.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of the Feather set, coloured and sized by the stylesheet.
public final class Icons {

    private static final Duration PATIENCE = Duration.millis(400);

    private Icons() {}

    /// @param literal such as `fth-search`
    public static FontIcon of(String literal) {
        var icon = new FontIcon(literal);
        icon.setFocusTraversable(false);
        return icon;
    }

    /// A flat button that shows an icon only; its name is its tooltip and what a screen reader says.
    public static Button button(String literal, String name, Runnable action) {
        var button = new Button("", of(literal));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(name);
        button.setTooltip(tooltip(name));
        button.setOnAction(_ -> action.run());
        return button;
    }

    public static Tooltip tooltip(String text) {
        var tooltip = new Tooltip(text);
        tooltip.setShowDelay(PATIENCE);
        return tooltip;
    }
}
