package org.biogloss.ui.tokens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.biogloss.ui.kit.TypeColours;

/// The colours and letters of the sheet. A canvas knows no stylesheet: these unseen nodes do, and are asked.
final class TileInks extends Pane {

    private final Line page = probe("ink-page");
    private final Line line = probe("ink-line");
    private final Line ring = probe("ink-ring");
    private final Line danger = probe("ink-danger");
    private final Line accent = probe("ink-accent");
    private final Label letters = new Label("0");
    private final Label small = new Label("0");
    private final Text measure = new Text();
    private final Map<Integer, Double> advances = new HashMap<>();
    private Font measured = Font.getDefault();

    /// @param onChange called when the stylesheet says otherwise than before
    TileInks(Runnable onChange) {
        setManaged(false);
        setOpacity(0);
        setMouseTransparent(true);
        letters.getStyleClass().add("tile-letters");
        small.getStyleClass().add("tile-number");
        getChildren().addAll(page, line, ring, danger, accent, letters, small);
        for (var probe : List.of(page, line, ring, danger, accent))
            probe.strokeProperty().subscribe(onChange);
        for (var label : List.of(letters, small)) {
            label.fontProperty().subscribe(onChange);
            label.textFillProperty().subscribe(onChange);
        }
    }

    private static Line probe(String styleClass) {
        var line = new Line();
        line.getStyleClass().add(styleClass);
        return line;
    }

    /// Whether the ground is dark.
    boolean isDark() {
        return TypeColours.contrast(page(), Color.WHITE) > TypeColours.contrast(page(), Color.BLACK);
    }

    Color page() {
        return colour(page);
    }

    Color line() {
        return colour(line);
    }

    Color ring() {
        return colour(ring);
    }

    Color danger() {
        return colour(danger);
    }

    Color accent() {
        return colour(accent);
    }

    Color muted() {
        return small.getTextFill() instanceof Color colour ? colour : Color.GRAY;
    }

    Font letters() {
        return letters.getFont();
    }

    Font small() {
        return small.getFont();
    }

    /// How wide a label is: the sum of its characters, each measured once.
    double width(String label) {
        if (!letters().equals(measured)) {
            measured = letters();
            advances.clear();
            measure.setFont(measured);
        }
        double width = 0;
        for (int at = 0; at < label.length(); ) {
            int point = label.codePointAt(at);
            width += advances.computeIfAbsent(point, this::advance);
            at += Character.charCount(point);
        }
        return width;
    }

    /// How wide a number is in small letters.
    double smallWidth(String number) {
        return number.length() * small().getSize() * 0.66;
    }

    private double advance(int point) {
        measure.setText(Character.toString(point));
        return measure.getLayoutBounds().getWidth();
    }

    private static Color colour(Line probe) {
        return probe.getStroke() instanceof Color colour ? colour : Color.GRAY;
    }
}
