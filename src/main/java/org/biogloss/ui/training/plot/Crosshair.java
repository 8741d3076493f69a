package org.biogloss.ui.training.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Draws what follows the pointer: the line through all strips, and in their headings the values there; the
/// newest values while nobody points.
record Crosshair(GraphicsContext pen, Inks inks) {

    private static final double CHIP = 8;

    /// @param step where to read, or NaN for the newest values
    void paint(List<Strip> strips, String stepWord, double step, double height) {
        for (var strip : strips) readings(strip, step);
        if (strips.isEmpty()) return;
        double middle = height - Strip.FOOT / 2 + 1;
        if (Double.isNaN(step)) {
            steps(strips.getLast(), stepWord, middle, new Range(-1, -1));
            return;
        }
        double x = Math.floor(strips.getFirst().px(step)) + 0.5;
        pen.setStroke(inks.cross());
        pen.setLineWidth(1);
        for (var strip : strips) {
            pen.strokeLine(x, strip.top(), x, strip.bottom());
            dots(strip, step, x);
        }
        steps(strips.getLast(), stepWord, middle, stepLabel(strips.getLast(), step, x, middle));
    }

    /// Where the clear lines cross; the dotted ones have a value at their dots alone.
    private void dots(Strip strip, double step, double x) {
        var painter = new Painter(pen, inks);
        for (var line : strip.panel().lines()) {
            double y = strip.py(Panel.read(line, step));
            if (line.look() != Panel.Look.CLEAR || Double.isNaN(y)) continue;
            painter.dot(x, Math.clamp(y, strip.top(), strip.bottom()), line.colour(), 3);
        }
    }

    /// @return the room it takes on the axis
    private Range stepLabel(Strip strip, double step, double x, double middle) {
        var words = String.format(Locale.ROOT, "%,.0f", step);
        double width = width(words, inks.titleFont()) + 16;
        double left = Math.clamp(x - width / 2, strip.left() - 8, Math.max(strip.left(), strip.right() - width + 8));
        pen.setFont(inks.titleFont());
        pen.setFill(inks.title());
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        pen.fillText(words, left + width / 2, middle);
        return new Range(left, left + width);
    }

    /// The numbers under the x axis, where the crosshair's own leaves room for them.
    private void steps(Strip strip, String stepWord, double middle, Range taken) {
        pen.setFont(inks.wordsFont());
        pen.setFill(inks.words());
        pen.setStroke(inks.cross().deriveColor(0, 1, 1, 0.45));
        pen.setLineWidth(1);
        pen.setTextBaseline(VPos.CENTER);
        int about = Math.max(2, (int) ((strip.right() - strip.left()) / 90));
        for (double tick : Ticks.linear(strip.x(), about, 1)) {
            double x = Math.floor(strip.px(tick)) + 0.5;
            pen.strokeLine(x, strip.bottom(), x, strip.bottom() + 4);
            var words = String.format(Locale.ROOT, "%,.0f", tick);
            double half = width(words, inks.wordsFont()) / 2;
            double centre = Math.min(x, strip.right() + Strip.RIGHT - half - 1);
            if (centre + half > taken.low() && centre - half < taken.high()) continue;
            pen.setTextAlign(TextAlignment.CENTER);
            pen.fillText(words, centre, middle);
        }
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(stepWord, 4, middle);
    }

    private record Reading(int colour, String name, String value) {}

    private void readings(Strip strip, double step) {
        var readings = new ArrayList<Reading>();
        for (var line : strip.panel().legible()) {
            double value = value(line, step);
            var words = Double.isFinite(value) ? strip.panel().format().apply(value) : "–";
            readings.add(new Reading(line.colour(), line.name(), words));
        }
        double free = strip.right() - strip.left() - width(strip.panel().title(), inks.titleFont()) - 24;
        boolean named = widthOf(readings, true) <= free;
        while (!readings.isEmpty() && widthOf(readings, named) > free) readings.removeLast();
        double x = strip.right() - widthOf(readings, named);
        for (var reading : readings) x += paint(reading, named, x, strip.top() - 7);
    }

    private static double value(Panel.Line line, double step) {
        return Double.isNaN(step) ? line.points().lastY() : Panel.read(line, step);
    }

    private double widthOf(List<Reading> readings, boolean named) {
        return readings.stream().mapToDouble(reading -> width(reading, named)).sum();
    }

    private double width(Reading reading, boolean named) {
        double name = named && !reading.name().isEmpty() ? width(reading.name(), inks.wordsFont()) + 6 : 0;
        return 16 + CHIP + 5 + name + width(reading.value(), inks.titleFont());
    }

    private double paint(Reading reading, boolean named, double left, double baseline) {
        double x = left + 16;
        pen.setFill(inks.curve(reading.colour()));
        pen.fillRoundRect(x, baseline - CHIP, CHIP, CHIP, 3, 3);
        x += CHIP + 5;
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(VPos.BASELINE);
        if (named && !reading.name().isEmpty()) {
            pen.setFont(inks.wordsFont());
            pen.setFill(inks.words());
            pen.fillText(reading.name(), x, baseline);
            x += width(reading.name(), inks.wordsFont()) + 6;
        }
        pen.setFont(inks.titleFont());
        pen.setFill(inks.title());
        pen.fillText(reading.value(), x, baseline);
        return width(reading, named);
    }

    /// All that the headings say, for those who cannot see them.
    static String inWords(List<Strip> strips, String stepWord, double step) {
        var words = new StringJoiner("; ");
        if (!Double.isNaN(step)) words.add(stepWord + " " + String.format(Locale.ROOT, "%,.0f", step));
        for (var strip : strips) {
            var values = new StringJoiner(", ", strip.panel().title() + ": ", "");
            for (var line : strip.panel().legible()) {
                double value = value(line, step);
                if (Double.isFinite(value))
                    values.add(line.name() + " " + strip.panel().format().apply(value));
            }
            words.add(values.toString());
        }
        return words.toString();
    }

    private static double width(String words, Font font) {
        var text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }
}
