package org.biogloss.ui.reader;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws relations as arcs with their type on them, and the dotted link that joins the parts of one mention. An end out
/// of sight is pinned to the edge, with its name.
final class RelationPainter {

    /// One relation to draw.
    record Arc(String type, boolean forward, Mark from, Optional<Mark> to, String name) {}

    private static final int MOST = 60;

    private final GraphicsContext over;
    private final Ink ink;
    private final MarkPainter marks;
    private final double width;
    private final double height;
    private final List<Lines> inSight;
    private final List<Double> gaps;

    RelationPainter(
            GraphicsContext over, Ink ink, MarkPainter marks, double width, double height, List<Lines> inSight) {
        this.over = over;
        this.ink = ink;
        this.marks = marks;
        this.width = width;
        this.height = height;
        this.inSight = inSight;
        gaps = inSight.stream()
                .flatMap(lines -> lines.gaps(ink.chipHeight()).stream())
                .toList();
    }

    void paint(List<Arc> arcs, int firstOffsetInSight) {
        arcs.stream().limit(MOST).forEach(arc -> paint(arc, firstOffsetInSight));
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
            if (Math.abs(one.getMinY() - next.getMinY()) < 1) {
                over.strokeLine(one.getMaxX() + 3, one.getMaxY(), next.getMinX() - 3, next.getMaxY());
            } else {
                over.strokeLine(one.getMaxX() + 3, one.getMaxY(), next.getMinX() - 3, next.getMinY());
            }
        }
        over.setLineDashes();
    }

    private void paint(Arc arc, int firstOffsetInSight) {
        var near = inSight(arc.from());
        if (near.isEmpty()) return;
        var far = arc.to().flatMap(this::inSight);
        if (far.isPresent()) {
            if (Math.abs(near.get().getMinY() - far.get().getMinY()) < 2) along(arc, near.get(), far.get());
            else across(arc, near.get(), far.get());
        } else {
            pin(
                    arc,
                    near.get(),
                    arc.to()
                            .filter(to -> to.hull().start() < firstOffsetInSight)
                            .isPresent());
        }
    }

    /// Both ends on one line: in the gap above it.
    private void along(Arc arc, Bounds near, Bounds far) {
        double foot = near.getMinY() + Lines.capital(near.getHeight());
        double y = foot - ink.chipHeight() / 2;
        double a = near.getCenterX();
        double b = far.getCenterX();
        double bend = Math.copySign(Math.min(6, Math.abs(b - a) / 2), b - a);
        pen();
        over.beginPath();
        over.moveTo(a, foot);
        over.quadraticCurveTo(a, y, a + bend, y);
        over.lineTo(b - bend, y);
        over.quadraticCurveTo(b, y, b, foot);
        over.stroke();
        head(arc.forward() ? b : a, foot, true);
        label(arc.type(), (a + b) / 2, y);
    }

    /// On two lines: from the upper one's foot to the lower one's head.
    private void across(Arc arc, Bounds near, Bounds far) {
        var upper = near.getMinY() < far.getMinY() ? near : far;
        var lower = upper == near ? far : near;
        double a = upper.getCenterX();
        double b = lower.getCenterX();
        double top = upper.getMaxY() + 3;
        double bottom = lower.getMinY() + Lines.capital(lower.getHeight()) - 1;
        double reach = Math.max(12, (bottom - top) / 2);
        pen();
        over.beginPath();
        over.moveTo(a, top);
        over.bezierCurveTo(a, top + reach, b, bottom - reach, b, bottom);
        over.stroke();
        boolean pointsDown = (lower == far) == arc.forward();
        head(pointsDown ? b : a, pointsDown ? bottom : top, pointsDown);
        double y = gap((top + bottom) / 2, top);
        double share = Math.clamp((y - top) / Math.max(1, bottom - top), 0, 1);
        label(arc.type(), bezier(a, b, share), y);
    }

    private void pin(Arc arc, Bounds near, boolean above) {
        double x = near.getCenterX();
        var text = (above ? "↑ " : "↓ ") + arc.type() + ": " + Correction.shortened(arc.name());
        double w = marks.width(text);
        double left = Math.clamp(x - w / 2, 8, Math.max(8, width - w - 16));
        double y = above ? 4 : height - ink.chipHeight() - 4;
        while (marks.isTaken(left, y, w)) y += (above ? 1 : -1) * (ink.chipHeight() + 3);
        pen();
        over.setGlobalAlpha(0.55);
        double from = above ? near.getMinY() + ink.size() * 0.1 : near.getMaxY() + 3;
        over.strokeLine(x, from, Math.clamp(x, left + 4, left + w - 4), above ? y + ink.chipHeight() : y);
        over.setGlobalAlpha(1);
        marks.pill(over, text, left, y, ink.accent(), ink.on(ink.accent()));
    }

    private void label(String text, double x, double y) {
        double w = marks.width(text);
        double left = Math.clamp(x - w / 2, 4, Math.max(4, width - w - 16));
        double top = y - ink.chipHeight() / 2;
        for (int i = 0; i < 6 && marks.isTaken(left, top, w); i++)
            top = gap(y, top + ink.chipHeight()) - ink.chipHeight() / 2;
        marks.pill(over, text, left, top, ink.ground(), ink.accent());
        over.setStroke(ink.accent());
        over.setLineWidth(0.8);
        over.strokeRoundRect(left, top, w, ink.chipHeight(), 5, 5);
    }

    private void head(double x, double y, boolean down) {
        double tip = down ? 4.5 : -4.5;
        over.setFill(ink.accent());
        over.fillPolygon(new double[] {x - 3.5, x + 3.5, x}, new double[] {y - tip, y - tip, y + tip / 4}, 3);
    }

    private void pen() {
        Color accent = ink.accent();
        over.setStroke(accent.deriveColor(0, 1, 1, 0.7));
        over.setLineWidth(1.5);
        over.setLineDashes();
    }

    private Optional<Bounds> inSight(Mark mark) {
        return boxes(mark).stream()
                .filter(box -> box.getMaxY() > 0 && box.getMinY() < height)
                .findFirst();
    }

    /// The gap between two lines that lies nearest to a height, below another.
    private double gap(double wanted, double below) {
        double best = wanted;
        double distance = Double.MAX_VALUE;
        for (double gap : gaps) {
            if (gap < below || Math.abs(gap - wanted) >= distance) continue;
            best = gap;
            distance = Math.abs(gap - wanted);
        }
        return best;
    }

    private List<Bounds> boxes(Mark mark) {
        return mark.spans().stream()
                .flatMap(span -> Lines.boxes(span, inSight).stream())
                .toList();
    }

    /// The x of the curve where its y has gone this share of the way; near enough for a label.
    private static double bezier(double a, double b, double share) {
        double s = share * share * (3 - 2 * share);
        return a + (b - a) * s;
    }
}
