package org.biogloss.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.training.plot.Panel;
import org.biogloss.ui.training.plot.Panel.Look;
import org.biogloss.ui.training.plot.Series;
import org.biogloss.ui.training.plot.Spread;

/// The panels that show some runs: loss with the dev data's, dev score, learning rate, gradient norm,
/// tokens a second.
///
/// One run alone has its raw loss faint behind the smoothed one, and the dev data a colour of its own. Of
/// several, each has a colour; seeds of one recipe are their mean in the band from the least to the greatest.
///
/// @param smoothing   share of a run's steps, see [RunCurve#smoothed]
/// @param logarithmic whether the loss is drawn by powers of ten
record RunPlots(List<Trace> traces, double smoothing, boolean logarithmic) {

    private static final Texts TEXT = new Texts(RunPlots.class);

    /// With more traces than this, raw curves would only hide each other.
    private static final int RAW_UP_TO = 3;

    /// A line of the table with its curves.
    ///
    /// @param colour see [org.biogloss.ui.training.plot.Inks]
    record Trace(String name, int colour, List<RunCurve> curves) {

        boolean isGroup() {
            return curves.size() > 1;
        }

        RunCurve first() {
            return curves.getFirst();
        }
    }

    /// One quantity of a trace, its seeds put together.
    private record Drawn(Trace trace, Series mean, Optional<Spread> spread) {}

    List<Panel> panels() {
        var metric = traces.isEmpty()
                ? new Metric("f1")
                : traces.getFirst().first().figures().metric();
        var panels = new ArrayList<>(List.of(loss(), scores(metric)));
        boolean pretrains = traces.stream()
                .flatMap(trace -> trace.curves().stream())
                .anyMatch(curve -> !curve.perplexity().isEmpty());
        if (pretrains) panels.add(small("chart.perplexity", RunPlots::inPerplexity, RunCurve::perplexity, 0));
        panels.addAll(List.of(
                small("chart.rate", RunPlots::inRate, RunCurve::rate, 0),
                small("chart.norm", RunPlots::inNorm, RunCurve::gradientNorm, smoothing),
                small("chart.speed", v -> String.format(Locale.ROOT, "%,.0f", v), RunCurve::speed, smoothing / 4)));
        return panels;
    }

    private static String inPerplexity(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }

    /// The right end of the x axis.
    double steps() {
        return traces.stream()
                .flatMap(trace -> trace.curves().stream())
                .mapToDouble(curve ->
                        Math.max(curve.figures().totalSteps(), curve.figures().step()))
                .max()
                .orElse(1);
    }

    private Panel loss() {
        var train = drawn(RunCurve::loss, smoothing);
        var lines = new ArrayList<Panel.Line>();
        if (traces.size() <= RAW_UP_TO) {
            for (var trace : traces)
                if (!trace.isGroup()) lines.add(faint(trace, trace.first().loss()));
        }
        for (var one : train) {
            var trace = one.trace();
            lines.add(new Panel.Line(named(trace, "train"), one.mean(), trace.colour(), Look.CLEAR));
        }
        for (var one : drawn(RunCurve::devLoss, 0)) {
            if (one.mean().isEmpty()) continue;
            lines.add(new Panel.Line(named(one.trace(), "dev"), one.mean(), devColour(one.trace()), Look.DOTTED));
        }
        return new Panel(TEXT.get("chart.loss"), 3.4, RunPlots::inLoss, logarithmic, bands(train), lines);
    }

    private Panel scores(Metric metric) {
        var drawn = drawn(RunCurve::devScore, 0);
        var lines = new ArrayList<Panel.Line>();
        for (var one : drawn) {
            var trace = one.trace();
            double best = trace.isGroup() ? Double.NaN : trace.first().figures().bestStep();
            var name = isAlone() ? TEXT.get("chart.dev") : trace.name();
            lines.add(new Panel.Line(name, one.mean(), devColour(trace), Look.DOTTED, best));
        }
        var bands = drawn.stream()
                .flatMap(one -> one.spread().stream()
                        .map(spread -> new Panel.Band(spread.low(), spread.high(), devColour(one.trace()))))
                .toList();
        return new Panel(TEXT.get("chart.score", metric.name()), 2, metric::number, false, bands, lines);
    }

    private Panel small(String key, DoubleFunction<String> format, Function<RunCurve, Series> figure, double share) {
        var drawn = drawn(figure, share);
        var lines = new ArrayList<Panel.Line>();
        if (isAlone() && share > 0 && !traces.getFirst().isGroup()) {
            lines.add(faint(traces.getFirst(), figure.apply(traces.getFirst().first())));
        }
        for (var one : drawn) {
            var name = isAlone() ? "" : one.trace().name();
            lines.add(new Panel.Line(name, one.mean(), one.trace().colour(), Look.CLEAR));
        }
        return new Panel(TEXT.get(key), 1, format, false, bands(drawn), lines);
    }

    private static Panel.Line faint(Trace trace, Series raw) {
        return new Panel.Line(trace.name(), raw, trace.colour(), Look.FAINT);
    }

    private List<Drawn> drawn(Function<RunCurve, Series> figure, double share) {
        var all = new ArrayList<Drawn>();
        for (var trace : traces) {
            var curves = trace.curves().stream()
                    .map(curve -> curve.smoothed(figure.apply(curve), share))
                    .toList();
            if (trace.isGroup()) {
                var spread = Spread.of(curves);
                all.add(new Drawn(trace, spread.mean(), Optional.of(spread)));
            } else {
                all.add(new Drawn(trace, curves.getFirst(), Optional.empty()));
            }
        }
        return all;
    }

    private static List<Panel.Band> bands(List<Drawn> drawn) {
        return drawn.stream()
                .flatMap(one -> one.spread().stream()
                        .map(spread -> new Panel.Band(
                                spread.low(), spread.high(), one.trace().colour())))
                .toList();
    }

    private boolean isAlone() {
        return traces.size() == 1;
    }

    private int devColour(Trace trace) {
        return isAlone() ? trace.colour() + 1 : trace.colour();
    }

    private String named(Trace trace, String kind) {
        return isAlone() ? TEXT.get("chart." + kind) : trace.name() + " " + TEXT.get("chart." + kind);
    }

    private static String inLoss(double value) {
        return String.format(Locale.ROOT, value != 0 && Math.abs(value) < 0.01 ? "%.4f" : "%.3f", value);
    }

    private static String inRate(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
    }

    private static String inNorm(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    }
}
