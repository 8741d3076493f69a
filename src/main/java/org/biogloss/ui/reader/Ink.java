package org.biogloss.ui.reader;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.biogloss.ui.kit.TypeColours;

/// With what the marks are drawn: the colours of the theme, and sizes that grow with the letters.
///
/// @param size the text's letters in pixels
record Ink(TypeColours types, boolean dark, double size, String family) {

    Color accent() {
        return Color.web(dark ? "#58a6ff" : "#0969da");
    }

    Color ground() {
        return Color.web(dark ? "#0d1117" : "#ffffff");
    }

    Color quiet() {
        return Color.web(dark ? "#8b949e" : "#57606a");
    }

    /// For what breaks a rule and may stand.
    Color warning() {
        return Color.web(dark ? "#d29922" : "#9a6700");
    }

    Color found(boolean current) {
        var yellow = Color.web(dark ? "#bb8009" : "#fae17d");
        return current ? yellow : yellow.deriveColor(0, 1, 1, dark ? 0.45 : 0.55);
    }

    Color line(Mark mark) {
        var line = types.line(mark.type());
        return mark.suggested() ? line.deriveColor(0, 1, 1, 0.45 + 0.55 * mark.confidence()) : line;
    }

    Color tint(Mark mark) {
        return types.tint(mark.type(), mark.suggested() ? 0.05 : 0.25);
    }

    /// Text on a filled chip of this colour.
    Color on(Color fill) {
        return TypeColours.contrast(fill, Color.WHITE) >= TypeColours.contrast(fill, Color.BLACK)
                ? Color.WHITE
                : Color.BLACK;
    }

    /// For chips, badges and labels of arcs: small enough for the gap between two lines.
    Font small() {
        return Font.font(family, Math.max(8, size * 0.6));
    }

    double chipHeight() {
        return Math.max(9.5, size * 0.68);
    }
}
