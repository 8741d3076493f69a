package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Draws the marks of the paragraphs in sight: grounds and underlines behind the text, chips and badges in the gaps
/// above it.
final class MarkPainter {

    /// What stands out at the moment.
    record Focus(Optional<String> selected, Optional<String> hovered, Optional<String> linking, boolean labels) {

        boolean rings(Mark mark) {
            return selected.filter(mark.id()::equals).isPresent()
                    || linking.filter(mark.id()::equals).isPresent();
        }

        boolean names(Mark mark) {
            return labels || rings(mark) || hovered.filter(mark.id()::equals).isPresent();
        }
    }

    private final GraphicsContext under;
    private final GraphicsContext over;
    private final Ink ink;
    private final double height;

    /// Where the chips already stand, by line, so that none covers another.
    private final Map<Long, Double> taken = new HashMap<>();

    private final List<Bounds> pills = new ArrayList<>();

    MarkPainter(GraphicsContext under, GraphicsContext over, Ink ink, double height) {
        this.under = under;
        this.over = over;
        this.ink = ink;
        this.height = height;
    }

    void paint(List<Lines> inSight, MarkPlan plan, Finder finder, Focus focus) {
        for (var lines : inSight) {
            if (!lines.paragraph().isText()) continue;
            var pieces = plan.pieces(lines.paragraph().index()).stream()
                    .sorted(Comparator.comparing(
                                    (MarkPlan.Piece piece) -> !piece.mark().band())
                            .thenComparing(piece -> -piece.lane()))
                    .toList();
            for (var piece : pieces) ground(lines, piece);
            paintFound(lines, plan.page(), finder);
            for (var piece : pieces) {
                if (piece.mark().band()) bar(lines, piece);
                else underline(lines, piece);
            }
            for (var piece : pieces) if (focus.rings(piece.mark())) ring(lines, piece);
            chips(lines, pieces, focus);
            for (var badge : plan.badges(lines.paragraph().index())) badge(lines, badge);
        }
    }

    /// The inner of two nested marks replaces the ground of the outer, so that text keeps its contrast.
    private void ground(Lines lines, MarkPlan.Piece piece) {
        var mark = piece.mark();
        if (mark.suggested() && !mark.band()) return;
        under.setFill(mark.band() ? ink.types().tint(mark.type(), mark.suggested() ? 0.04 : 0.08) : ink.tint(mark));
        for (var box : seen(lines, piece)) {
            under.clearRect(box.getMinX() - 0.5, box.getMinY(), box.getWidth() + 1, box.getHeight());
            under.fillRoundRect(box.getMinX() - 0.5, box.getMinY(), box.getWidth() + 1, box.getHeight(), 4, 4);
        }
    }

    private void paintFound(Lines lines, Page page, Finder finder) {
        for (int i = 0; i < finder.hits().size(); i++) {
            var hit = finder.hits().get(i);
            var span = lines.paragraph().span();
            if (!hit.overlaps(span)) continue;
            under.setFill(ink.found(i == finder.current()));
            int from = Math.max(hit.start(), span.start()) - span.start();
            int to = Math.min(hit.end(), span.end()) - span.start();
            for (var box : lines.boxes(from, to)) {
                under.fillRoundRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight(), 4, 4);
            }
        }
    }

    private void underline(Lines lines, MarkPlan.Piece piece) {
        var mark = piece.mark();
        under.setStroke(ink.line(mark));
        under.setLineWidth(2);
        under.setLineCap(StrokeLineCap.BUTT);
        if (mark.suggested()) under.setLineDashes(4, 3);
        else under.setLineDashes();
        for (var box : seen(lines, piece)) {
            double y = lineY(box, piece.lane());
            under.strokeLine(box.getMinX(), y, box.getMaxX(), y);
        }
        under.setLineDashes();
    }

    private double lineY(Bounds box, int lane) {
        return Math.rint(box.getMaxY() - ink.size() * 0.06) + lane * 3;
    }

    /// A long mention: a bar beside its lines, with the letter of its type where it begins.
    private void bar(Lines lines, MarkPlan.Piece piece) {
        var boxes = lines.boxes(piece.from(), piece.to());
        if (boxes.isEmpty()) return;
        var mark = piece.mark();
        double x = lines.x() - 14 - piece.lane() * 13.0;
        double top = boxes.getFirst().getMinY();
        double bottom = boxes.getLast().getMaxY();
        under.setStroke(ink.line(mark));
        under.setLineWidth(3);
        under.setLineCap(StrokeLineCap.ROUND);
        if (mark.suggested()) under.setLineDashes(1, 6);
        double lineTop = piece.first() ? top + ink.size() * 0.95 : top + 2;
        if (bottom - 2 > lineTop) under.strokeLine(x, lineTop, x, bottom - 2);
        under.setLineDashes();
        if (piece.first()) {
            under.setFill(ink.line(mark));
            under.setFont(
                    javafx.scene.text.Font.font(ink.family(), javafx.scene.text.FontWeight.BOLD, ink.size() * 0.72));
            under.setTextAlign(TextAlignment.CENTER);
            under.setTextBaseline(VPos.TOP);
            under.fillText(ink.types().letter(mark.type()), x, top + 1);
        }
    }

    private void ring(Lines lines, MarkPlan.Piece piece) {
        under.setStroke(ink.accent());
        under.setLineWidth(2);
        for (var box : seen(lines, piece)) {
            double below = piece.mark().band() ? 0 : piece.lane() * 3.0 + 2;
            under.strokeRoundRect(
                    box.getMinX() - 3, box.getMinY() - 1, box.getWidth() + 6, box.getHeight() + below + 2, 7, 7);
        }
    }

    /// The name of the type, in the gap above the first word. Where there is no room, its letter, or nothing.
    private void chips(Lines lines, List<MarkPlan.Piece> pieces, Focus focus) {
        var named = pieces.stream()
                .filter(piece -> piece.first() && focus.names(piece.mark()))
                .sorted(Comparator.comparingInt(MarkPlan.Piece::from))
                .toList();
        for (int i = 0; i < named.size(); i++) {
            var boxes = seen(lines, named.get(i));
            if (boxes.isEmpty()) continue;
            var box = boxes.getFirst();
            double end = i + 1 == named.size() ? Double.MAX_VALUE : left(lines, named.get(i + 1), box);
            chip(named.get(i).mark(), box, end, focus);
        }
    }

    private void chip(Mark mark, Bounds box, double end, Focus focus) {
        boolean ringed = focus.rings(mark);
        double left = box.getMinX() - 1;
        if (!ringed && left < taken.getOrDefault((long) box.getMinY(), 0.0)) return;
        var name = left + width(mark.type()) <= end ? mark.type() : ink.types().letter(mark.type());
        var fill = ink.types().line(mark.type());
        double y = box.getMinY() + Lines.capital(box.getHeight()) - ink.chipHeight() - (ringed ? 1.5 : 0);
        pill(over, name, left, y, fill, ink.on(fill));
        taken.put((long) box.getMinY(), left + width(name) + 2);
    }

    /// Where a piece begins, if it begins on the line of this box.
    private static double left(Lines lines, MarkPlan.Piece piece, Bounds box) {
        var next = lines.boxes(piece.from(), piece.from() + 1);
        return next.isEmpty() || Math.abs(next.getFirst().getMinY() - box.getMinY()) > 1
                ? Double.MAX_VALUE
                : next.getFirst().getMinX() - 3;
    }

    private void badge(Lines lines, MarkPlan.Badge badge) {
        var boxes = lines.boxes(badge.from(), badge.to());
        if (boxes.isEmpty()) return;
        var box = boxes.getFirst();
        var text = "+" + badge.hidden();
        pill(over, text, box.getMaxX() - 2, lineY(box, 0) - 1, ink.quiet(), ink.ground());
    }

    /// Whether a chip or label already stands there.
    boolean isTaken(double x, double y, double width) {
        return pills.stream().anyMatch(pill -> pill.intersects(x, y, width, ink.chipHeight()));
    }

    /// Keeps a place free of other chips and names.
    void reserve(Bounds box) {
        pills.add(box);
    }

    void pill(GraphicsContext on, String text, double x, double y, Color fill, Color letters) {
        pills.add(new BoundingBox(x, y, width(text), ink.chipHeight()));
        on.setFill(fill);
        on.fillRoundRect(x, y, width(text), ink.chipHeight(), 5, 5);
        on.setFill(letters);
        on.setFont(ink.small());
        on.setTextAlign(TextAlignment.LEFT);
        on.setTextBaseline(VPos.CENTER);
        on.fillText(text, x + 4, y + ink.chipHeight() / 2);
    }

    double width(String text) {
        var measured = new Text(text);
        measured.setFont(ink.small());
        return measured.getLayoutBounds().getWidth() + 8;
    }

    private List<Bounds> seen(Lines lines, MarkPlan.Piece piece) {
        return lines.boxes(piece.from(), piece.to()).stream()
                .filter(box -> box.getMaxY() > -20 && box.getMinY() < height + 20)
                .toList();
    }
}
