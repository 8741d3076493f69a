package org.biogloss.ui.kit;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;

/// A type's colour with its letter in it, so that colour is never alone.
public final class Swatch {

    private Swatch() {}

    public static Label of(String type, TypeColours colours) {
        var swatch = new Label(colours.letter(type));
        swatch.getStyleClass().add("type-swatch");
        var fill = colours.line(type);
        boolean white = TypeColours.contrast(fill, Color.WHITE) >= TypeColours.contrast(fill, Color.BLACK);
        swatch.setStyle("-fx-background-color: " + css(fill) + "; -fx-text-fill: " + (white ? "white" : "black") + ";");
        return swatch;
    }

    public static String css(Color colour) {
        return String.format(
                Locale.ROOT,
                "rgba(%d,%d,%d,%.3f)",
                Math.round(colour.getRed() * 255),
                Math.round(colour.getGreen() * 255),
                Math.round(colour.getBlue() * 255),
                colour.getOpacity());
    }
}
