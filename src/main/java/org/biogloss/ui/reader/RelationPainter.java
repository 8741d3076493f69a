package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws relations as arcs with their type on them, events as a hub whose spokes carry the roles, and the dotted link
/// that joins the parts of one mention.
///
/// Names stand in the gaps between lines, never over text, and are left out where there is no room. An end out of sight
/// is pinned to the edge with its name, or, where the relation is one of many, only hinted at. Longer than other
/// classes
/// because arcs, hubs and pins share one set of gaps and names.
final class RelationPainter {

    /// A place that answers a click: a pinned end leads to its mention, a name to its relation.
    record Spot(Bounds box, Optional<String> mention, String relation) {}

    private static final int MOST = 150;

    private final GraphicsContext over;
    private final Ink ink;
    private final MarkPainter marks;
    private final double width;
    private final double height;
    private final List<Lines> inSight;
    private final int first;
    private final int last;
    private final List<Double> gaps;
    private final List<Spot> spots = new ArrayList<>();

    /// Names are written when all lines are drawn, so that none is struck through.
    private final List<Runnable> names = new ArrayList<>();

    /// How many lines run in a gap already.
    private final Map<Long, Integer> inGap = new HashMap<>();

    RelationPainter(
            GraphicsContext over, Ink ink, MarkPainter marks, double width, double height, List<Lines> inSight) {
        this.over = over;
        this.ink = ink;
        this.marks = marks;
        this.width = width;
        this.height = height;
        this.inSight =
                inSight.stream().filter(lines -> lines.paragraph().isText()).toList();
        first = this.inSight.isEmpty()
                ? 0
                : this.inSight.getFirst().paragraph().span().start();
        last = this.inSight.isEmpty()
                ? 0
                : this.inSight.getLast().paragraph().span().end();
        gaps = this.inSight.stream()
                .flatMap(lines -> lines.gaps(ink.chipHeight()).stream())
                .toList();
    }

    /// @param arcs what matters most first
    List<Spot> paint(List<Arcs.Arc> arcs) {
        int drawn = 0;
        for (var arc : arcs) {
            if (drawn == MOST) break;
            boolean isArc = arc.ends().size() == 2;
            if (isArc ? arc(arc) : hub(arc)) drawn++;
        }
        names.forEach(Runnable::run);
        return spots;
    }

    /// Joins the parts of a discontinuous mention.
    void join(Mark mark) {
        if (mark.spans().size() < 2) return;
        var parts = boxes(mark);
        over.setStroke(ink.types().line(mark.type()));
        over.setLineWidth(1.2);
        over.setLineDashes(1.5, 3);
        for (int i = 1; i < parts.size(); i++) {
            var one = parts.get(i - 1);
            var next = parts.get(i);
            double to = isOneLine(one, next) ? next.getMaxY() : next.getMinY();
            over.strokeLine(one.getMaxX() + 3, one.getMaxY(), next.getMinX() - 3, to);
        }
        over.setLineDashes();
    }

    // Two ends.

    private boolean arc(Arcs.Arc arc) {
        var from = seen(arc.ends().get(0));
        var to = seen(arc.ends().get(1));
        if (from.isPresent() && to.isPresent()) {
            if (isOneLine(from.get(), to.get())) along(arc, from.get(), to.get());
            else across(arc, from.get(), to.get());
            return true;
        }
        if (from.isEmpty() && to.isEmpty()) return false;
        var near = from.or(() -> to).orElseThrow();
        boolean leaves = from.isPresent();
        out(arc, near, arc.ends().get(leaves ? 1 : 0), leaves ? "→ " : "← ", arc.label());
        return true;
    }

    /// Both ends on one line: in the gap above it.
    private void along(Arcs.Arc arc, Bounds from, Bounds to) {
        double foot = foot(from);
        double y = lane(foot - ink.chipHeight() / 2);
        double a = from.getCenterX();
        double b = to.getCenterX();
        elbow(arc, a, foot, y, b, foot);
        if (arc.directed()) head(arc, b, foot, true);
        name(arc, arc.label(), at -> new Point2D(a + (b - a) * at, y), List.of());
    }

    /// On two lines: from the upper one's foot to the lower one's head.
    private void across(Arcs.Arc arc, Bounds from, Bounds to) {
        boolean down = from.getMinY() < to.getMinY();
        var upper = down ? from : to;
        var lower = down ? to : from;
        double top = upper.getMaxY() + 3;
        double bottom = foot(lower) - 1;
        var way = between(arc, upper.getCenterX(), top, lower.getCenterX(), bottom);
        if (arc.directed()) head(arc, down ? lower.getCenterX() : upper.getCenterX(), down ? bottom : top, down);
        name(arc, arc.label(), way, List.of());
    }

    /// From above to below: through the gap where the lines are neighbours, else as a curve.
    private Way between(Arcs.Arc arc, double a, double top, double b, double bottom) {
        if (bottom - top < ink.size() * 1.3) {
            double y = lane((top + bottom) / 2);
            elbow(arc, a, top, y, b, bottom);
            return at -> new Point2D(a + (b - a) * at, y);
        }
        curve(arc, a, top, b, bottom);
        return at -> onCurve(a, top, b, bottom, at);
    }

    /// Lines in one gap lie a little apart, as far as there is room.
    private double lane(double y) {
        int before = inGap.merge(Math.round(gapNear(y)), 1, Integer::sum) - 1;
        double step = ink.chipHeight() / 5;
        return y + new double[] {0, step, -step, 2 * step, -2 * step}[before % 5];
    }

    // More than two.

    private boolean hub(Arcs.Arc arc) {
        var near = new ArrayList<Bounds>();
        for (var end : arc.ends()) seen(end).ifPresent(near::add);
        if (near.isEmpty()) return false;
        double w = marks.width(arc.label());
        var middle = place(near, w);
        var box = new BoundingBox(middle.getX() - w / 2, middle.getY() - ink.chipHeight() / 2, w, ink.chipHeight());
        marks.reserve(box);
        for (var end : arc.ends()) {
            var bounds = seen(end);
            if (bounds.isPresent()) spoke(arc, box, bounds.get(), end.role());
            else out(arc, box, end, "", end.role());
        }
        var fill = arc.troubled() ? ink.warning() : colour(arc);
        names.add(() -> marks.pill(over, arc.label(), box.getMinX(), box.getMinY(), fill, ink.on(fill)));
        spots.add(new Spot(box, Optional.empty(), arc.relation().id()));
        return true;
    }

    /// In the gap nearest to the middle of the ends in which there is room, near to their middle.
    private Point2D place(List<Bounds> near, double w) {
        double x = near.stream().mapToDouble(Bounds::getCenterX).average().orElse(0);
        double y = near.stream().mapToDouble(this::foot).average().orElse(0);
        var byDistance = gaps.stream()
                .filter(gap -> gap > 0 && gap < height)
                .sorted(Comparator.comparingDouble(gap -> Math.abs(gap - y)))
                .limit(5)
                .toList();
        for (double gap : byDistance) {
            for (int step = 0; step < 7; step++) {
                double left = inside(x - w / 2 + (step % 2 == 0 ? step : -step) * (w / 2 + 6), w);
                if (!marks.isTaken(left, gap - ink.chipHeight() / 2, w)) return new Point2D(left + w / 2, gap);
            }
        }
        return new Point2D(inside(x - w / 2, w) + w / 2, byDistance.isEmpty() ? y : byDistance.getFirst());
    }

    private void spoke(Arcs.Arc arc, Bounds hub, Bounds end, String role) {
        double x = end.getCenterX();
        double hubX = Math.clamp(x, hub.getMinX() + 4, hub.getMaxX() - 4);
        double foot = foot(end);
        double gap = foot - ink.chipHeight() / 2;
        double w = marks.width(role);
        var beside = List.of(
                new Point2D(x - w / 2 - 5, gap),
                new Point2D(x + w / 2 + 5, gap),
                new Point2D(end.getMinX() - w / 2 - 2, gap),
                new Point2D(end.getMaxX() + w / 2 + 2, gap));
        if (Math.abs(gap - hub.getCenterY()) < 2) {
            double from = Math.clamp(x, hub.getMinX(), hub.getMaxX());
            elbow(arc, from, gap, gap, x, foot);
            if (arc.directed()) head(arc, x, foot, true);
            name(arc, role, at -> new Point2D(from + (x - from) * at, gap), beside);
        } else if (foot > hub.getCenterY()) {
            var way = between(arc, hubX, hub.getMaxY(), x, foot - 1);
            if (arc.directed()) head(arc, x, foot - 1, true);
            name(arc, role, way, beside);
        } else {
            var way = between(arc, x, end.getMaxY() + 3, hubX, hub.getMinY());
            if (arc.directed()) head(arc, x, end.getMaxY() + 3, false);
            name(arc, role, way, List.of());
        }
    }

    // Ends out of sight.

    private void out(Arcs.Arc arc, Bounds near, Arcs.End end, String arrow, String role) {
        boolean above =
                end.mark().filter(mark -> mark.start() < first || isAbove(mark)).isPresent();
        if (arc.weight() == Arcs.Weight.OTHER) hint(arc, near, above);
        else pin(arc, near, end, above, (above ? "↑ " : "↓ ") + arrow + role + ": " + Correction.shortened(end.name()));
    }

    /// Whether a mark in a paragraph that begins or ends in sight lies above what is seen of it.
    private boolean isAbove(Mark mark) {
        return boxes(mark).stream().anyMatch(box -> box.getMaxY() <= 0);
    }

    private void pin(Arcs.Arc arc, Bounds near, Arcs.End end, boolean above, String text) {
        double x = near.getCenterX();
        double w = marks.width(text);
        double left = Math.clamp(x - w / 2, 8, Math.max(8, width - w - 16));
        double y = above ? 4 : height - ink.chipHeight() - 4;
        while (marks.isTaken(left, y, w)) y += (above ? 1 : -1) * (ink.chipHeight() + 3);
        pen(arc);
        over.setGlobalAlpha(0.55);
        double from = above ? near.getMinY() + ink.size() * 0.1 : near.getMaxY() + 3;
        over.strokeLine(x, from, Math.clamp(x, left + 4, left + w - 4), above ? y + ink.chipHeight() : y);
        over.setGlobalAlpha(1);
        var box = new BoundingBox(left, y, w, ink.chipHeight());
        marks.reserve(box);
        double top = y;
        names.add(() -> marks.pill(over, text, left, top, ink.accent(), ink.on(ink.accent())));
        spots.add(new Spot(box, end.mark().map(Mark::id), arc.relation().id()));
    }

    /// A short line that fades: there is more where it points to.
    private void hint(Arcs.Arc arc, Bounds near, boolean above) {
        pen(arc);
        double x = near.getCenterX();
        double y = above ? near.getMinY() + 2 : near.getMaxY() + 3;
        double step = (above ? -1 : 1) * ink.size() * 0.4;
        for (int i = 0; i < 3; i++) {
            over.setGlobalAlpha(0.8 - 0.3 * i);
            over.strokeLine(x, y + i * step, x, y + (i + 0.7) * step);
        }
        over.setGlobalAlpha(1);
    }

    // With what they are drawn.

    private void curve(Arcs.Arc arc, double a, double top, double b, double bottom) {
        double reach = Math.max(12, (bottom - top) / 2);
        pen(arc);
        over.beginPath();
        over.moveTo(a, top);
        over.bezierCurveTo(a, top + reach, b, bottom - reach, b, bottom);
        over.stroke();
        over.setLineDashes();
    }

    /// Down or up to a height, along it, and down to the end.
    private void elbow(Arcs.Arc arc, double a, double top, double y, double b, double bottom) {
        double bend = Math.copySign(Math.min(6, Math.abs(b - a) / 2), b - a);
        pen(arc);
        over.beginPath();
        over.moveTo(a, top);
        over.quadraticCurveTo(a, y, a + bend, y);
        over.lineTo(b - bend, y);
        over.quadraticCurveTo(b, y, b, bottom);
        over.stroke();
        over.setLineDashes();
    }

    private interface Way {
        Point2D at(double share);
    }

    /// A name somewhere on the way, or else at one of the other points, in a gap in which there is room.
    private void name(Arcs.Arc arc, String text, Way way, List<Point2D> orElse) {
        var points = new ArrayList<Point2D>();
        for (double share : new double[] {0.5, 0.62, 0.38, 0.75, 0.25, 0.9, 0.1}) points.add(way.at(share));
        points.addAll(orElse);
        names.add(() -> name(arc, text, points));
    }

    private void name(Arcs.Arc arc, String text, List<Point2D> points) {
        double w = marks.width(text);
        for (var point : points) {
            double left = inside(point.getX() - w / 2, w);
            double top = gapNear(point.getY()) - ink.chipHeight() / 2;
            if (marks.isTaken(left, top, w)) continue;
            var letters = arc.troubled() ? ink.warning() : colour(arc);
            marks.pill(over, text, left, top, ink.ground(), letters);
            over.setStroke(letters);
            over.setLineWidth(0.8);
            over.setLineDashes();
            over.strokeRoundRect(left, top, w, ink.chipHeight(), 5, 5);
            spots.add(new Spot(
                    new BoundingBox(left, top, w, ink.chipHeight()),
                    Optional.empty(),
                    arc.relation().id()));
            return;
        }
    }

    private void head(Arcs.Arc arc, double x, double y, boolean down) {
        double tip = down ? 4.5 : -4.5;
        over.setFill(colour(arc));
        over.fillPolygon(new double[] {x - 3.5, x + 3.5, x}, new double[] {y - tip, y - tip, y + tip / 4}, 3);
    }

    private void pen(Arcs.Arc arc) {
        over.setStroke(colour(arc).deriveColor(0, 1, 1, arc.weight() == Arcs.Weight.CHOSEN ? 1 : 0.7));
        over.setLineWidth(
                switch (arc.weight()) {
                    case CHOSEN -> 2.2;
                    case OF_SELECTION -> 1.5;
                    case OTHER -> 1.2;
                });
        if (arc.suggested()) over.setLineDashes(4, 3);
        else over.setLineDashes();
    }

    private Color colour(Arcs.Arc arc) {
        return arc.weight() == Arcs.Weight.OTHER ? ink.quiet() : ink.accent();
    }

    private double foot(Bounds end) {
        return end.getMinY() + Lines.capital(end.getHeight());
    }

    private double inside(double left, double w) {
        return Math.clamp(left, 4, Math.max(4, width - w - 16));
    }

    private static boolean isOneLine(Bounds one, Bounds other) {
        return Math.abs(one.getMinY() - other.getMinY()) < 2;
    }

    private Optional<Bounds> seen(Arcs.End end) {
        return end.mark()
                .filter(mark -> mark.end() > first && mark.start() < last)
                .flatMap(mark -> boxes(mark).stream()
                        .filter(box -> box.getMaxY() > 0 && box.getMinY() < height)
                        .findFirst());
    }

    private double gapNear(double wanted) {
        return gaps.stream()
                .min(Comparator.comparingDouble(gap -> Math.abs(gap - wanted)))
                .orElse(wanted);
    }

    private List<Bounds> boxes(Mark mark) {
        return mark.spans().stream()
                .flatMap(span -> Lines.boxes(span, inSight).stream())
                .toList();
    }

    /// Where a curve is when it has gone this share of the way down; near enough for a name.
    private static Point2D onCurve(double a, double top, double b, double bottom, double share) {
        double s = share * share * (3 - 2 * share);
        return new Point2D(a + (b - a) * s, top + (bottom - top) * share);
    }
}
