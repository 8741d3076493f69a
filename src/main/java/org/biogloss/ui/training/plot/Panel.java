package org.biogloss.ui.training.plot;

import java.util.List;
import java.util.function.DoubleFunction;

/// One quantity over the steps, for one run or for several: what a [PlotSheet] draws in one of its strips.
///
/// @param share  of the sheet's height, beside those of its siblings
/// @param format writes a value for a person
/// @param lines  drawn in this order
/// @param logarithmic whether the y axis counts powers of ten; values that have no logarithm are left out
public record Panel(
        String title,
        double share,
        DoubleFunction<String> format,
        boolean logarithmic,
        List<Band> bands,
        List<Line> lines) {

    public Panel {
        bands = List.copyOf(bands);
        lines = List.copyOf(lines);
    }

    /// How a line is drawn.
    public enum Look {
        /// Behind and light: every value as it came. Not read by the crosshair.
        FAINT,
        CLEAR,
        /// Dashes with a dot on each value: for the few that come once in a while.
        DOTTED
    }

    /// @param name   what the crosshair calls it
    /// @param colour counted from 0, in the order of [Inks]
    /// @param ringed the step of a value that deserves a ring, or NaN
    public record Line(String name, Series points, int colour, Look look, double ringed) {

        public Line(String name, Series points, int colour, Look look) {
            this(name, points, colour, look, Double.NaN);
        }
    }

    /// What a line says at a step: the last value told there, and nothing where a clear line has ended
    /// before.
    static double read(Line line, double step) {
        if (line.look() == Look.CLEAR && step > line.points().lastX()) return Double.NaN;
        return line.points().at(step);
    }

    /// Between the least and the greatest of several curves.
    public record Band(Series low, Series high, int colour) {}

    /// The lines that the crosshair reads.
    List<Line> legible() {
        return lines.stream().filter(line -> line.look() != Look.FAINT).toList();
    }
}
