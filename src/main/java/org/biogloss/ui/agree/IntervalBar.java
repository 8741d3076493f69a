package org.biogloss.ui.agree;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.biogloss.agreement.Figure;

/// A figure on a line from 0 to 1, with its interval. What is below 0 stands at 0.
final class IntervalBar extends Pane {

    private static final double WIDTH = 76;
    private static final double HEIGHT = 10;

    private final Region track = part("interval-track");
    private final Region range = part("interval-range");
    private final Region dot = part("interval-dot");
    private Figure figure = new Figure.Undefined("");

    IntervalBar() {
        getChildren().addAll(track, range, dot);
        setPrefSize(WIDTH, HEIGHT);
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
    }

    private static Region part(String style) {
        var region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    void show(Figure now) {
        figure = now;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        track.resizeRelocate(0, HEIGHT / 2 - 1, WIDTH, 2);
        switch (figure) {
            case Figure.Undefined _ -> {
                range.setVisible(false);
                dot.setVisible(false);
            }
            case Figure.Value(var value, var interval) -> {
                dot.setVisible(true);
                dot.resizeRelocate(at(value) - 3.5, HEIGHT / 2 - 3.5, 7, 7);
                range.setVisible(interval.isPresent());
                interval.ifPresent(found -> range.resizeRelocate(
                        at(found.from()), HEIGHT / 2 - 2, Math.max(2, at(found.to()) - at(found.from())), 4));
            }
        }
    }

    private static double at(double value) {
        return Math.clamp(value, 0, 1) * WIDTH;
    }
}
