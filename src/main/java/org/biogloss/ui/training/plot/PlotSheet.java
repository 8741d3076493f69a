package org.biogloss.ui.training.plot;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// Panels under one another over the same steps, with a crosshair through all of them.
///
/// Ctrl with the wheel and `+` `-` zoom, a drag shows what was dragged over, a double click or `0` shows
/// everything again; the
/// arrow keys move the crosshair. Curves are drawn on a canvas, for 50,000 points at once, and only when
/// they change: the crosshair has a canvas of its own.
public final class PlotSheet extends Region {

    private final String stepWord;
    private final String emptyWords;
    private final Inks inks = new Inks(this::requestLayout);
    private final Canvas curves = new Canvas();
    private final Canvas pointer = new Canvas();
    private List<Panel> panels = List.of();
    private List<Strip> strips = List.of();
    private Range whole = new Range(0, 1);
    private Optional<Range> chosen = Optional.empty();
    private double step = Double.NaN;
    private double dragFrom = Double.NaN;
    private double dragTo = Double.NaN;

    /// @param stepWord   what the x axis counts
    /// @param emptyWords stand where no value is known yet
    public PlotSheet(String stepWord, String emptyWords) {
        this.stepWord = stepWord;
        this.emptyWords = emptyWords;
        getStyleClass().add("plot-sheet");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(160, 120);
        getChildren().addAll(inks, curves, pointer);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(Double.NaN));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusVisibleProperty().subscribe(this::requestLayout);
    }

    /// @param steps the right end of the x axis: all that the longest run will do
    public void show(List<Panel> nowPanels, double steps) {
        panels = List.copyOf(nowPanels);
        whole = new Range(0, Math.max(1, steps));
        chosen = chosen.filter(range -> range.low() < whole.high());
        requestLayout();
    }

    /// Takes the crosshair to a step, NaN to take it away.
    public void pointAt(double toStep) {
        step = toStep;
        paintPointer();
    }

    /// Where the crosshair stands, or NaN.
    public double pointed() {
        return step;
    }

    /// Shows these steps only; everything where nothing is given.
    public void zoom(Optional<Range> steps) {
        chosen = steps.map(range -> range.within(whole)).filter(range -> range.length() < whole.length());
        requestLayout();
    }

    /// The steps shown.
    public Range shown() {
        return chosen.map(range -> range.within(whole)).orElse(whole);
    }

    @Override
    protected void layoutChildren() {
        for (var canvas : List.of(curves, pointer)) {
            canvas.setWidth(Math.ceil(getWidth()));
            canvas.setHeight(Math.ceil(getHeight()));
        }
        strips = Strip.lay(panels, shown(), getWidth(), getHeight());
        var pen = curves.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        new Painter(pen, inks).paint(strips, emptyWords);
        paintPointer();
    }

    private void paintPointer() {
        var pen = pointer.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        if (strips.isEmpty()) return;
        if (!Double.isNaN(dragFrom) && Math.abs(dragTo - dragFrom) > 3) {
            pen.setFill(inks.curve(0, 0.14));
            double top = strips.getFirst().top();
            pen.fillRect(
                    Math.min(dragFrom, dragTo),
                    top,
                    Math.abs(dragTo - dragFrom),
                    strips.getLast().bottom() - top);
        }
        if (isFocusVisible()) {
            pen.setStroke(inks.curve(0));
            pen.setLineWidth(2);
            pen.strokeRoundRect(1, 1, getWidth() - 2, getHeight() - 2, 8, 8);
        }
        new Crosshair(pen, inks).paint(strips, stepWord, step, getHeight());
        setAccessibleText(Crosshair.inWords(strips, stepWord, step));
    }

    /// The sheet as it stands, without a crosshair.
    ///
    /// @param scale 2 for twice as many pixels each way
    public Image picture(double scale) {
        var canvas = new Canvas(Math.ceil(getWidth() * scale), Math.ceil(getHeight() * scale));
        var pen = canvas.getGraphicsContext2D();
        pen.scale(scale, scale);
        pen.setFill(inks.page());
        pen.fillRect(0, 0, getWidth() + 1, getHeight() + 1);
        new Painter(pen, inks).paint(strips, emptyWords);
        new Crosshair(pen, inks).paint(strips, stepWord, Double.NaN, getHeight());
        return canvas.snapshot(new SnapshotParameters(), null);
    }

    private void point(double x) {
        if (strips.isEmpty()) return;
        var strip = strips.getFirst();
        boolean inside = x >= strip.left() && x <= strip.right();
        pointAt(inside ? Math.rint(strip.step(x)) : Double.NaN);
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (event.getClickCount() == 2) zoom(Optional.empty());
        dragFrom = event.getX();
        dragTo = dragFrom;
    }

    private void drag(MouseEvent event) {
        dragTo = event.getX();
        point(dragTo);
    }

    private void release(MouseEvent event) {
        double from = Math.min(dragFrom, event.getX());
        double to = Math.max(dragFrom, event.getX());
        dragFrom = Double.NaN;
        if (!strips.isEmpty() && to - from > 6) {
            var strip = strips.getFirst();
            zoom(Optional.of(new Range(strip.step(from), strip.step(to))));
        }
        paintPointer();
    }

    private void scroll(ScrollEvent event) {
        if (strips.isEmpty() || event.getDeltaY() == 0 || !event.isShortcutDown()) return;
        event.consume();
        zoomAround(strips.getFirst().step(event.getX()), event.getDeltaY() > 0 ? 0.8 : 1.25);
    }

    private void zoomAround(double centre, double factor) {
        var now = shown();
        double length = Math.max(10, now.length() * factor);
        double share = (centre - now.low()) / now.length();
        zoom(Optional.of(new Range(centre - length * share, centre + length * (1 - share))));
    }

    private void key(KeyEvent event) {
        var now = shown();
        double centre = Double.isNaN(step) ? now.low() + now.length() / 2 : step;
        double stride = event.isShiftDown() ? now.length() / 10 : Math.max(1, Math.rint(now.length() / 200));
        switch (event.getCode()) {
            case LEFT -> pointAt(Math.max(now.low(), Math.rint(centre - stride)));
            case RIGHT -> pointAt(Math.min(now.high(), Math.rint(centre + stride)));
            case HOME -> pointAt(now.low());
            case END -> pointAt(now.high());
            case ESCAPE -> pointAt(Double.NaN);
            case PLUS, ADD, EQUALS -> zoomAround(centre, 0.6);
            case MINUS, SUBTRACT -> zoomAround(centre, 1 / 0.6);
            case DIGIT0, NUMPAD0 -> zoom(Optional.empty());
            default -> {
                return;
            }
        }
        event.consume();
    }
}
