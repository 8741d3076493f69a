package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.TextFlow;
import org.biogloss.document.Span;

/// A paragraph as it is laid out now, and where on the canvas its stretches lie. About a microsecond a call, against a
/// millisecond for the text area's own bounds.
///
/// @param x where the text flow lies on the canvas
record Lines(Page.Paragraph paragraph, TextFlow flow, double x, double y) {

    /// One box for each line that the stretch touches.
    List<Bounds> boxes(int from, int to) {
        if (from >= to) return List.of();
        var boxes = new ArrayList<Bounds>();
        double left = Double.NaN;
        double right = 0;
        double top = 0;
        double bottom = 0;
        for (PathElement element : flow.getRangeShape(from, to, false)) {
            switch (element) {
                case MoveTo move -> {
                    add(boxes, left, top, right, bottom);
                    left = right = move.getX();
                    top = bottom = move.getY();
                }
                case LineTo line -> {
                    left = Math.min(left, line.getX());
                    right = Math.max(right, line.getX());
                    top = Math.min(top, line.getY());
                    bottom = Math.max(bottom, line.getY());
                }
                default -> {}
            }
        }
        add(boxes, left, top, right, bottom);
        return boxes;
    }

    /// The boxes of a stretch of the document among the paragraphs in sight.
    static List<Bounds> boxes(Span span, List<Lines> inSight) {
        var boxes = new ArrayList<Bounds>();
        for (var lines : inSight) {
            var of = lines.paragraph().span();
            if (!lines.paragraph().isText() || !of.overlaps(span)) continue;
            int from = Math.max(span.start(), of.start()) - of.start();
            boxes.addAll(lines.boxes(from, Math.min(span.end(), of.end()) - of.start()));
        }
        return boxes;
    }

    /// The heights at which nothing is written: above the capitals of each line.
    List<Double> gaps(double needed) {
        return flow.getLayoutInfo().getTextLines(false).stream()
                .map(line -> y + line.bounds().getMinY() + capital(line.bounds().getHeight()) - needed / 2)
                .toList();
    }

    /// From the top of a line to the top of its capitals.
    static double capital(double lineHeight) {
        return lineHeight * 0.19;
    }

    double bottom() {
        return y + flow.getHeight();
    }

    /// A stretch of one line may come in runs that touch; they are one box.
    private void add(List<Bounds> boxes, double left, double top, double right, double bottom) {
        if (Double.isNaN(left) || right <= left) return;
        var box = new BoundingBox(x + left, y + top, right - left, bottom - top);
        if (!boxes.isEmpty()) {
            var last = boxes.getLast();
            if (Math.abs(last.getMinY() - box.getMinY()) < 1 && box.getMinX() - last.getMaxX() < 1) {
                boxes.set(
                        boxes.size() - 1,
                        new BoundingBox(
                                last.getMinX(), last.getMinY(), box.getMaxX() - last.getMinX(), last.getHeight()));
                return;
            }
        }
        boxes.add(box);
    }
}
