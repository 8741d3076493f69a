package org.biogloss.ui.training.plot;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/// Draws what stays while the pointer moves: headings, axes, bands and curves.
record Painter(GraphicsContext pen, Inks inks) {

    private static final double DOT = 3.2;

    /// @param emptyWords stand where no value is known yet
    void paint(List<Strip> strips, String emptyWords) {
        for (var strip : strips) {
            heading(strip);
            grid(strip);
            if (strip.y().isEmpty()) nothing(strip, emptyWords);
            pen.save();
            pen.beginPath();
            pen.rect(
                    strip.left() - 1,
                    strip.top() - 8,
                    strip.right() - strip.left() + 10,
                    strip.bottom() - strip.top() + 9);
            pen.clip();
            strip.panel().bands().forEach(band -> band(strip, band));
            strip.panel().lines().forEach(line -> line(strip, line));
            pen.restore();
        }
    }

    private void heading(Strip strip) {
        pen.setFont(inks.titleFont());
        pen.setFill(inks.title());
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(VPos.BASELINE);
        pen.fillText(strip.panel().title(), strip.left(), strip.top() - 7);
    }

    private void nothing(Strip strip, String words) {
        pen.setFont(inks.wordsFont());
        pen.setFill(inks.words());
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        pen.fillText(words, (strip.left() + strip.right()) / 2, (strip.top() + strip.bottom()) / 2);
    }

    private void grid(Strip strip) {
        pen.setFont(inks.wordsFont());
        pen.setLineWidth(1);
        pen.setLineDashes();
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setTextBaseline(VPos.CENTER);
        for (double tick : strip.ticks()) {
            double y = crisp(strip.py(tick));
            pen.setStroke(inks.grid());
            pen.strokeLine(strip.left(), y, strip.right(), y);
            pen.setFill(inks.words());
            pen.fillText(strip.panel().format().apply(tick), strip.left() - 7, y);
        }
        pen.setStroke(inks.cross().deriveColor(0, 1, 1, 0.45));
        pen.strokeLine(strip.left(), crisp(strip.bottom()), strip.right(), crisp(strip.bottom()));
    }

    private void band(Strip strip, Panel.Band band) {
        if (band.low().size() < 2) return;
        var low = shown(strip, band.low());
        var high = shown(strip, band.high());
        pen.setFill(inks.curve(band.colour(), 0.2));
        pen.beginPath();
        pen.moveTo(strip.px(low.x(0)), floor(strip, low.y(0)));
        for (int i = 1; i < low.size(); i++) pen.lineTo(strip.px(low.x(i)), floor(strip, low.y(i)));
        for (int i = high.size() - 1; i >= 0; i--) pen.lineTo(strip.px(high.x(i)), floor(strip, high.y(i)));
        pen.closePath();
        pen.fill();
    }

    private static double floor(Strip strip, double value) {
        double y = strip.py(value);
        return Double.isNaN(y) ? strip.bottom() : y;
    }

    private void line(Strip strip, Panel.Line line) {
        var points = shown(strip, line.points());
        if (points.isEmpty()) return;
        pen.setLineJoin(StrokeLineJoin.ROUND);
        pen.setLineCap(StrokeLineCap.BUTT);
        switch (line.look()) {
            case FAINT -> stroke(strip, points, line.colour(), 0.32, 1);
            case CLEAR -> stroke(strip, points, line.colour(), 1, 1.8);
            case DOTTED -> {
                pen.setLineDashes(5, 4);
                stroke(strip, points, line.colour(), 0.9, 1.5);
                pen.setLineDashes();
                dots(strip, points, line);
            }
        }
    }

    private void stroke(Strip strip, Series points, int colour, double opacity, double width) {
        pen.setStroke(inks.curve(colour, opacity));
        pen.setLineWidth(width);
        pen.beginPath();
        boolean on = false;
        for (int i = 0; i < points.size(); i++) {
            double y = strip.py(points.y(i));
            if (Double.isNaN(y)) {
                on = false;
            } else if (on) {
                pen.lineTo(strip.px(points.x(i)), y);
            } else {
                pen.moveTo(strip.px(points.x(i)), y);
                on = true;
            }
        }
        pen.stroke();
    }

    private void dots(Strip strip, Series points, Panel.Line line) {
        if (points.size() * 9 > strip.right() - strip.left()) return;
        for (int i = 0; i < points.size(); i++) {
            double y = strip.py(points.y(i));
            if (Double.isNaN(y)) continue;
            dot(strip.px(points.x(i)), y, line.colour(), DOT);
            if (points.x(i) == line.ringed()) ring(strip.px(points.x(i)), y, line.colour());
        }
    }

    void dot(double x, double y, int colour, double radius) {
        pen.setFill(inks.page());
        pen.fillOval(x - radius - 1, y - radius - 1, 2 * radius + 2, 2 * radius + 2);
        pen.setFill(inks.curve(colour));
        pen.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private void ring(double x, double y, int colour) {
        pen.setStroke(inks.curve(colour));
        pen.setLineWidth(1.5);
        pen.strokeOval(x - 6.5, y - 6.5, 13, 13);
    }

    private static Series shown(Strip strip, Series points) {
        return points.decimated(strip.x().low(), strip.x().high(), strip.stepsPerPixel());
    }

    private static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }
}
