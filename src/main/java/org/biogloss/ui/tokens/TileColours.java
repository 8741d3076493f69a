package org.biogloss.ui.tokens;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.paint.Color;
import org.biogloss.ui.kit.TypeColours;

/// A ground for each piece, always the same for the same piece: its hue comes from a hash of its letters. Text on it
/// keeps a contrast of 7:1.
final class TileColours {

    static final Color LIGHT_TEXT = Color.web("#1f2328");
    static final Color DARK_TEXT = Color.web("#f0f3f6");

    private static final double CONTRAST = 7;

    private final Map<String, Color> light = new HashMap<>();
    private final Map<String, Color> dark = new HashMap<>();

    Color ground(String piece, boolean onDark) {
        return onDark
                ? dark.computeIfAbsent(piece, one -> readable(hue(one), true))
                : light.computeIfAbsent(piece, one -> readable(hue(one), false));
    }

    static Color text(boolean onDark) {
        return onDark ? DARK_TEXT : LIGHT_TEXT;
    }

    /// Spread over the circle, so that pieces that differ in one letter differ in colour.
    private static double hue(String piece) {
        return Math.floorMod((piece.hashCode() * 0x9E3779B9) >>> 8, 360);
    }

    private static Color readable(double hue, boolean onDark) {
        var colour = onDark ? Color.hsb(hue, 0.55, 0.42) : Color.hsb(hue, 0.24, 0.98);
        var away = onDark ? Color.BLACK : Color.WHITE;
        for (int i = 0; i < 20 && TypeColours.contrast(colour, text(onDark)) < CONTRAST; i++) {
            colour = colour.interpolate(away, 0.06);
        }
        return colour;
    }
}
