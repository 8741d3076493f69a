package org.biogloss.ui.training.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;

/// The colours and letters of a sheet. A canvas knows no stylesheet: these unseen nodes do, and are asked.
public final class Inks extends Pane {

    /// As many curves as can be told apart; then the colours begin again.
    public static final int COLOURS = 8;

    private final List<Line> curves = new ArrayList<>();
    private final Line grid = probe("ink-grid");
    private final Line cross = probe("ink-cross");
    private final Line page = probe("ink-page");
    private final Label words = new Label("0");
    private final Label title = new Label("0");

    /// @param onChange called when the stylesheet says otherwise than before
    Inks(Runnable onChange) {
        setManaged(false);
        setOpacity(0);
        setMouseTransparent(true);
        words.getStyleClass().add("plot-words");
        title.getStyleClass().add("plot-title");
        for (int i = 0; i < COLOURS; i++) curves.add(probe("ink-" + i));
        getChildren().addAll(curves);
        getChildren().addAll(grid, cross, page, words, title);
        for (var line : List.of(grid, cross, page, curves.getFirst()))
            line.strokeProperty().subscribe(onChange);
        for (var label : List.of(words, title)) {
            label.textFillProperty().subscribe(onChange);
            label.fontProperty().subscribe(onChange);
        }
    }

    private static Line probe(String styleClass) {
        var line = new Line();
        line.getStyleClass().add(styleClass);
        return line;
    }

    Color curve(int colour) {
        return colour(curves.get(Math.floorMod(colour, COLOURS)).getStroke());
    }

    Color curve(int colour, double opacity) {
        return curve(colour).deriveColor(0, 1, 1, opacity);
    }

    Color grid() {
        return colour(grid.getStroke());
    }

    Color cross() {
        return colour(cross.getStroke());
    }

    Color page() {
        return colour(page.getStroke());
    }

    Paint words() {
        return words.getTextFill();
    }

    Font wordsFont() {
        return words.getFont();
    }

    Paint title() {
        return title.getTextFill();
    }

    Font titleFont() {
        return title.getFont();
    }

    private static Color colour(Paint paint) {
        return paint instanceof Color color ? color : Color.GRAY;
    }
}
