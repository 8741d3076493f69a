package org.biogloss.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A small chart as SVG, which a page in Markdown can show: lines, or points with their spread.
final class Plot {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int LEFT = 64;
    private static final int RIGHT = 24;
    private static final int TOP = 48;
    private static final int BOTTOM = 56;

    /// Told apart by people who see few colours (Okabe and Ito), and dark enough on white.
    private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7");

    /// @param x rising
    record Point(double x, double y) {}

    record Line(String name, List<Point> points) {

        Line {
            points = List.copyOf(points);
        }
    }

    /// What a group of bars stands for, such as a data set.
    record Group(String name, List<Dot> dots) {

        Group {
            dots = List.copyOf(dots);
        }
    }

    /// @param single the values whose mean it is
    record Dot(String name, double mean, List<Double> single) {

        Dot {
            single = List.copyOf(single);
        }
    }

    private final StringBuilder svg = new StringBuilder();
    private final Range x;
    private final Range y;

    private record Range(double low, double high) {

        static Range of(List<Double> values) {
            double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
            double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
            double step = step(high - low);
            return new Range(Math.floor(low / step) * step, Math.max(Math.ceil(high / step) * step, low + step));
        }

        /// 1, 2 or 5 times a power of ten, so that about five steps fill the range.
        static double step(double range) {
            double raw = Math.max(range, 1e-9) / 5;
            double power = Math.pow(10, Math.floor(Math.log10(raw)));
            for (double factor : new double[] {1, 2, 5}) if (factor * power >= raw) return factor * power;
            return 10 * power;
        }

        double share(double value) {
            return (value - low) / (high - low);
        }

        List<Double> ticks() {
            double step = step(high - low);
            var ticks = new ArrayList<Double>();
            for (int i = 0; low + i * step <= high + step / 1e6; i++) ticks.add(low + i * step);
            return ticks;
        }
    }

    private Plot(Range x, Range y) {
        this.x = x;
        this.y = y;
    }

    static String lines(String title, String xName, String yName, List<Line> lines) {
        var points = lines.stream().flatMap(line -> line.points().stream()).toList();
        var plot = new Plot(
                Range.of(points.stream().map(Point::x).toList()),
                Range.of(points.stream().map(Point::y).toList()));
        plot.begin(title, yName);
        for (double tick : plot.x.ticks()) plot.text(plot.across(tick), HEIGHT - BOTTOM + 20, "middle", number(tick));
        plot.text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", xName);
        for (int i = 0; i < lines.size(); i++) {
            var path = new StringBuilder();
            for (var point : lines.get(i).points()) {
                path.append(String.format(Locale.ROOT, "%.1f,%.1f ", plot.across(point.x()), plot.up(point.y())));
            }
            plot.add("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>", colour(i), path);
        }
        plot.legend(lines.stream().map(Line::name).toList());
        return plot.end();
    }

    static String dots(String title, String yName, List<Group> groups) {
        var values = groups.stream()
                .flatMap(group -> group.dots().stream())
                .flatMap(dot -> dot.single().stream())
                .toList();
        var plot = new Plot(new Range(0, groups.size()), Range.of(values));
        plot.begin(title, yName);
        for (int g = 0; g < groups.size(); g++) {
            var group = groups.get(g);
            plot.text(plot.across(g + 0.5), HEIGHT - BOTTOM + 24, "middle", group.name());
            for (int i = 0; i < group.dots().size(); i++) {
                plot.dot(group.dots().get(i), g + (i + 1.0) / (group.dots().size() + 1), colour(i));
            }
        }
        plot.legend(groups.getFirst().dots().stream().map(Dot::name).toList());
        return plot.end();
    }

    private void dot(Dot dot, double at, String colour) {
        for (double value : dot.single()) {
            add(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\" fill-opacity=\"0.45\"/>",
                    across(at), up(value), colour);
        }
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"28\" height=\"3\" fill=\"%s\"/>",
                across(at) - 14, up(dot.mean()) - 1.5, colour);
        text(across(at) + 18, up(dot.mean()) + 4, "start", number(dot.mean()));
    }

    private void begin(String title, String yName) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                WIDTH, HEIGHT);
        add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
        add(
                "<text x=\"%d\" y=\"20\" font-size=\"14\" font-weight=\"bold\" fill=\"#1c1c1c\">%s</text>",
                16, escape(title));
        for (double tick : y.ticks()) {
            add(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>",
                    LEFT, WIDTH - RIGHT, up(tick), up(tick));
            text(LEFT - 8, up(tick) + 4, "end", number(tick));
        }
        add(
                "<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\" fill=\"#1c1c1c\">%s</text>",
                (TOP + HEIGHT - BOTTOM) / 2, escape(yName));
    }

    private void legend(List<String> names) {
        double at = LEFT;
        for (int i = 0; i < names.size(); i++) {
            add("<rect x=\"%.1f\" y=\"30\" width=\"12\" height=\"4\" fill=\"%s\"/>", at, colour(i));
            text(at + 18, 36, "start", names.get(i));
            at += 18 + 7.2 * names.get(i).length() + 20;
        }
    }

    private String end() {
        return svg.append("</svg>\n").toString();
    }

    private void text(double at, double height, String anchor, String words) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#1c1c1c\">%s</text>",
                at, height, anchor, escape(words));
    }

    private double across(double value) {
        return LEFT + x.share(value) * (WIDTH - LEFT - RIGHT);
    }

    private double up(double value) {
        return HEIGHT - BOTTOM - y.share(value) * (HEIGHT - BOTTOM - TOP);
    }

    private void add(String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values)).append('\n');
    }

    private static String colour(int number) {
        return COLOURS.get(number % COLOURS.size());
    }

    private static String number(double value) {
        var words = String.format(Locale.ROOT, "%.2f", value);
        return words.contains(".") ? words.replaceAll("0+$", "").replaceAll("[.]$", "") : words;
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
