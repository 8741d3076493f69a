package org.biogloss.ui.training.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A panel with its place on the sheet: from steps and values to pixels and back.
///
/// @param x steps shown, the same for all strips of a sheet
/// @param y values shown, as logarithms where the panel asks for them; nothing where no value is known
record Strip(Panel panel, Range x, Optional<Range> y, double left, double right, double top, double bottom) {

    static final double LEFT = 58;
    static final double RIGHT = 14;
    static final double HEADING = 21;
    static final double GAP = 9;
    static final double FOOT = 24;
    private static final double LEAST_BETWEEN = 15;

    /// Shares out a sheet.
    static List<Strip> lay(List<Panel> panels, Range x, double width, double height) {
        var strips = new ArrayList<Strip>();
        double shares = panels.stream().mapToDouble(Panel::share).sum();
        double free = height - FOOT - panels.size() * HEADING - (panels.size() - 1) * GAP;
        double right = Math.max(LEFT + 1, Math.rint(width - RIGHT));
        double top = 0;
        for (var panel : panels) {
            double plotTop = Math.rint(top + HEADING);
            double plotBottom = Math.rint(plotTop + Math.max(8, free * panel.share() / shares));
            strips.add(new Strip(panel, x, values(panel, x), LEFT, right, plotTop, plotBottom));
            top = plotBottom + GAP;
        }
        return strips;
    }

    private static Optional<Range> values(Panel panel, Range x) {
        Optional<Range> all = Optional.empty();
        for (var series : drawn(panel)) all = union(all, series.range(x.low(), x.high()));
        if (!panel.logarithmic()) return all.map(range -> range.padded(0.06));
        return all.filter(range -> range.high() > 0)
                .map(range -> new Range(Math.log10(leastAboveZero(panel, x)), Math.log10(range.high())))
                .map(range -> range.padded(0.04));
    }

    private static List<Series> drawn(Panel panel) {
        var all = new ArrayList<Series>();
        panel.lines().forEach(line -> all.add(line.points()));
        panel.bands().forEach(band -> {
            all.add(band.low());
            all.add(band.high());
        });
        return all;
    }

    private static double leastAboveZero(Panel panel, Range x) {
        double least = Double.POSITIVE_INFINITY;
        for (var series : drawn(panel)) {
            for (int i = Math.max(0, series.indexAt(x.low())); i < series.size() && series.x(i) <= x.high(); i++) {
                if (series.y(i) > 0) least = Math.min(least, series.y(i));
            }
        }
        return least;
    }

    private static Optional<Range> union(Optional<Range> one, Optional<Range> other) {
        if (one.isEmpty()) return other;
        return other.map(range -> range.and(one.get())).or(() -> one);
    }

    double stepsPerPixel() {
        return x.length() / (right - left);
    }

    double px(double step) {
        return left + (step - x.low()) / stepsPerPixel();
    }

    double step(double px) {
        return x.low() + (px - left) * stepsPerPixel();
    }

    /// NaN for a value that cannot be drawn.
    double py(double value) {
        if (y.isEmpty()) return Double.NaN;
        double at = panel.logarithmic() ? (value > 0 ? Math.log10(value) : Double.NaN) : value;
        return bottom - (at - y.get().low()) / y.get().length() * (bottom - top);
    }

    /// Round values to write on the y axis, none so near the next that they would touch.
    List<Double> ticks() {
        if (y.isEmpty()) return List.of();
        int about = Math.max(1, (int) ((bottom - top) / 32));
        var ticks = panel.logarithmic() ? Ticks.logarithmic(y.get(), about) : Ticks.linear(y.get(), about, 0);
        while (ticks.size() > 2 && Math.abs(py(ticks.get(1)) - py(ticks.get(0))) < LEAST_BETWEEN) {
            ticks = everySecond(ticks);
        }
        return ticks;
    }

    private static List<Double> everySecond(List<Double> ticks) {
        return IntStream.range(0, ticks.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(ticks::get)
                .toList();
    }
}
