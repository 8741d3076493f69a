package org.biogloss.ui.reader;

import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import org.biogloss.ui.kit.TypeColours;

/// The reader's way to [org.biogloss.ui.kit.Swatch].
final class Swatch {

    private Swatch() {}

    static Label of(String type, TypeColours colours) {
        return org.biogloss.ui.kit.Swatch.of(type, colours);
    }

    static String css(Color colour) {
        return org.biogloss.ui.kit.Swatch.css(colour);
    }
}
