package org.biogloss.ui.leaderboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.biogloss.benchmark.Row;

/// Rows as points: size or speed from left to right on a logarithmic scale, a score from bottom to top. A name stands
/// beside its point where there is room for it; the others tell theirs when pointed at.
final class ScatterPane extends Pane {

    /// @param x above 0
    record Point(Row row, double x, double y, String words) {}

    /// What is shown, and what the axes are called.
    record Content(List<Point> points, String xName, String yName, Optional<Row> selected) {

        static final Content NONE = new Content(List.of(), "", "", Optional.empty());

        Content {
            points = List.copyOf(points);
        }
    }

    private static final double LEFT = 52;
    private static final double RIGHT = 24;
    private static final double TOP = 26;
    private static final double BOTTOM = 42;
    private static final double RADIUS = 5;
    private static final double GAP = 4;

    private final Consumer<Row> choose;
    private Content content = Content.NONE;

    /// @param choose told of the point that was clicked
    ScatterPane(Consumer<Row> choose) {
        this.choose = choose;
        setId("leaderboard-plot");
        getStyleClass().add("scatter");
        setMinSize(280, 160);
        widthProperty().subscribe(this::draw);
        heightProperty().subscribe(this::draw);
    }

    void show(Content now) {
        content = now;
        setAccessibleText(Words.TEXT.get(
                "plotName", now.yName(), now.xName(), now.points().size()));
        draw();
    }

    private void draw() {
        getChildren().clear();
        if (content.points().isEmpty() || getWidth() < LEFT + RIGHT || getHeight() < TOP + BOTTOM) return;
        var across = Scale.logarithmic(
                content.points().stream().mapToDouble(Point::x).toArray());
        var up = Scale.linear(content.points().stream().mapToDouble(Point::y).toArray());
        axes(across, up);
        var taken = new ArrayList<Bounds>();
        for (var point : content.points()) taken.add(dot(point, x(across, point.x()), y(up, point.y())));
        var names = new ArrayList<>(content.points());
        names.sort(Comparator.comparing(point -> !isSelected(point))); // the chosen one's name has its pick
        for (var point : names) name(point, x(across, point.x()), y(up, point.y()), taken);
    }

    private double x(Scale scale, double value) {
        return LEFT + scale.share(value) * (getWidth() - LEFT - RIGHT);
    }

    private double y(Scale scale, double value) {
        return getHeight() - BOTTOM - scale.share(value) * (getHeight() - TOP - BOTTOM);
    }

    private void axes(Scale across, Scale up) {
        for (double tick : up.ticks()) {
            line(LEFT, y(up, tick), getWidth() - RIGHT, y(up, tick));
            var label = label(number(tick), "scatter-words");
            label.relocate(LEFT - 8 - label.prefWidth(-1), y(up, tick) - label.prefHeight(-1) / 2);
        }
        for (double tick : across.ticks()) {
            line(x(across, tick), TOP, x(across, tick), getHeight() - BOTTOM);
            var label = label(number(tick), "scatter-words");
            label.relocate(x(across, tick) - label.prefWidth(-1) / 2, getHeight() - BOTTOM + 4);
        }
        label(content.yName(), "scatter-title").relocate(8, 2);
        var below = label(content.xName(), "scatter-title");
        below.relocate(getWidth() - RIGHT - below.prefWidth(-1), getHeight() - below.prefHeight(-1) - 2);
    }

    private void line(double fromX, double fromY, double toX, double toY) {
        var line = new Line(fromX, fromY, toX, toY);
        line.getStyleClass().add("scatter-grid");
        getChildren().add(line);
    }

    private Bounds dot(Point point, double x, double y) {
        var dot = new Circle(x, y, RADIUS);
        dot.getStyleClass().addAll("scatter-dot", kind(point));
        if (isSelected(point)) {
            var ring = new Circle(x, y, RADIUS + 3);
            ring.getStyleClass().add("scatter-ring");
            getChildren().add(ring);
        }
        listen(dot, point);
        getChildren().add(dot);
        return dot.getBoundsInParent();
    }

    /// To the right of the point, else to its left, above or below; nowhere if all of that is taken.
    private void name(Point point, double x, double y, List<Bounds> taken) {
        var name = label(point.row().name(), "scatter-name");
        if (isSelected(point)) name.getStyleClass().add("scatter-selected");
        name.applyCss();
        double width = name.prefWidth(-1);
        double height = name.prefHeight(-1);
        double away = RADIUS + GAP;
        for (var place : List.of(
                new BoundingBox(x + away, y - height / 2, width, height),
                new BoundingBox(x - away - width, y - height / 2, width, height),
                new BoundingBox(x - width / 2, y - away - height, width, height),
                new BoundingBox(x - width / 2, y + away, width, height))) {
            boolean inside = place.getMinX() >= LEFT && place.getMaxX() <= getWidth();
            if (!inside || taken.stream().anyMatch(place::intersects)) continue;
            taken.add(place);
            name.relocate(place.getMinX(), place.getMinY());
            listen(name, point);
            return;
        }
        getChildren().remove(name);
    }

    private void listen(Node node, Point point) {
        Tooltip.install(node, new Tooltip(point.words()));
        node.setOnMouseClicked(_ -> choose.accept(point.row()));
    }

    private Label label(String words, String style) {
        var label = new Label(words);
        label.getStyleClass().add(style);
        getChildren().add(label);
        label.applyCss();
        return label;
    }

    private boolean isSelected(Point point) {
        return content.selected().filter(row -> row.equals(point.row())).isPresent();
    }

    private static String kind(Point point) {
        return point.row().kind() == Row.Kind.LOCAL ? "scatter-local" : "scatter-published";
    }

    private static String number(double value) {
        return value >= 1000
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.4g", value).replaceAll("\\.?0+$", "");
    }
}
