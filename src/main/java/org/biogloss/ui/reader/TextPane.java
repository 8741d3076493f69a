package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Span;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.TypeColours;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.StyledTextArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.wellbehaved.event.EventPattern;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/// The text itself: a read-only text area between two canvases.
///
/// The area knows nothing of marks. They are drawn for the paragraphs in sight, after each layout in which something
/// moved or changed, so a change of one mark costs no layout. Longer than other classes because area, canvases and
/// mouse share one set of coordinates.
final class TextPane extends Region {

    private static final Page.Paragraph NOWHERE = new Page.Paragraph(0, Page.Kind.BODY, "", new Span(0, 0));
    private static final String SAMPLE =
            "Loss of function in the tumour suppressor was associated with resistance to the ";
    private static final double MARGIN = 56;

    /// A request to show the palette of types, at a point of the screen.
    interface OnPalette extends Consumer<Point2D> {}

    private final ReaderViewModel viewModel;
    private final TypeColours colours;
    private final ReadOnlyDoubleProperty size;
    private final Canvas under = new Canvas();
    private final Canvas over = new Canvas();
    private final Map<TextFlow, Page.Paragraph> flows = new WeakHashMap<>();
    private final StyledTextArea<Page.Paragraph, String> area;
    private final VirtualizedScrollPane<StyledTextArea<Page.Paragraph, String>> scroll;
    private final Runnable afterLayout = this::afterLayout;

    /// Never seen: the stylesheet gives it the font of the text, whose width it tells.
    private final Text measure = new Text(SAMPLE);

    private Page page = Page.EMPTY;
    private Optional<String> hovered = Optional.empty();
    private Optional<Arcs> arcs = Optional.empty();
    private List<RelationPainter.Spot> spots = List.of();

    /// The press that is going on was on a spot: what follows from it is not about the text.
    private boolean spotted;

    private Optional<Span> toReveal = Optional.empty();
    private int revealTries;
    private long painted;
    private boolean stale = true;
    private boolean following;
    private OnPalette onPalette = _ -> {};

    TextPane(ReaderViewModel viewModel, TypeColours colours, ReadOnlyDoubleProperty size) {
        this.viewModel = viewModel;
        this.colours = colours;
        this.size = size;
        area = new StyledTextArea<>(NOWHERE, this::dress, "", (_, _) -> {}, false);
        scroll = new VirtualizedScrollPane<>(area);
        getStyleClass().add("text-pane");
        configureArea();
        for (var canvas : List.of(under, over)) {
            canvas.setMouseTransparent(true);
            canvas.setManaged(false);
        }
        measure.setManaged(false);
        measure.setVisible(false);
        measure.layoutBoundsProperty().subscribe(_ -> requestLayout());
        getChildren().addAll(measure, under, scroll, over);
        watch();
    }

    StyledTextArea<Page.Paragraph, String> area() {
        return area;
    }

    void onPalette(OnPalette asked) {
        onPalette = asked;
    }

    /// Where a palette for the selection belongs: below its first line, in screen coordinates.
    Point2D besideSelection() {
        var span = viewModel
                .selectedProperty()
                .get()
                .map(Mention::hull)
                .orElse(viewModel.markedProperty().get());
        var box = boxes(span).stream().findFirst();
        return localToScreen(
                box.map(Bounds::getMinX).orElse(getWidth() / 3),
                box.map(b -> b.getMaxY() + 6).orElse(80.0));
    }

    private void configureArea() {
        area.setEditable(false);
        area.setWrapText(true);
        area.setShowCaret(CaretVisibility.ON);
        area.setUndoManager(org.fxmisc.richtext.util.UndoUtils.noOpUndoManager());
        area.setId("text");
        area.setAccessibleRole(AccessibleRole.TEXT_AREA);
        area.setContextMenu(null);
        // The area would swallow letters and trap Tab; both belong to the window here.
        Nodes.addInputMap(area, InputMap.ignore(EventPattern.keyPressed().onlyIf(TextPane::isForTheWindow)));
        addEventFilter(MouseEvent.ANY, this::followSpot);
        area.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        area.addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(Optional.of(event)));
        area.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(Optional.empty()));
        addEventHandler(ScrollEvent.SCROLL, event -> area.scrollYBy(-event.getDeltaY()));
        setOnContextMenuRequested(event -> {
            choose(event.getX(), event.getY());
            onPalette.accept(new Point2D(event.getScreenX(), event.getScreenY()));
            event.consume();
        });
    }

    private static boolean isForTheWindow(KeyEvent event) {
        var code = event.getCode();
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        return code == KeyCode.TAB
                || code == KeyCode.ENTER
                || code == KeyCode.ESCAPE
                || code == KeyCode.DELETE
                || code == KeyCode.OPEN_BRACKET
                || code == KeyCode.CLOSE_BRACKET
                || plain && (code.isLetterKey() || code.isDigitKey());
    }

    private void watch() {
        viewModel.sceneProperty().subscribe(this::show);
        viewModel.selectedProperty().subscribe(_ -> repaint());
        viewModel.linkingProperty().subscribe(_ -> repaint());
        viewModel.finderProperty().subscribe(_ -> repaint());
        viewModel.allRelationsProperty().subscribe(_ -> repaint());
        viewModel.relating().chosenProperty().subscribe(_ -> repaint());
        viewModel.relating().shownTypesProperty().subscribe(_ -> repaint());
        viewModel.labelsProperty().subscribe(_ -> restyle());
        viewModel.markedProperty().subscribe(this::follow);
        viewModel.revealProperty().subscribe(span -> {
            toReveal = span;
            revealTries = 0;
            repaint();
        });
        colours.subscribe(this::repaint);
        size.subscribe(_ -> restyle());
        area.selectionProperty().addListener((_, _, _) -> tellSelection());
        sceneProperty().subscribe((before, now) -> {
            if (before != null) before.removePostLayoutPulseListener(afterLayout);
            if (now != null) now.addPostLayoutPulseListener(afterLayout);
        });
        Scene now = getScene();
        if (now != null) now.addPostLayoutPulseListener(afterLayout);
    }

    // The text.

    private void show(Optional<ReaderViewModel.Scene> scene) {
        var next = scene.map(ReaderViewModel.Scene::page).orElse(Page.EMPTY);
        if (next != page) {
            page = next;
            following = true;
            flows.clear();
            area.replace(0, area.getLength(), document(next));
            area.moveTo(0);
            area.scrollYToPixel(0);
            following = false;
        }
        scene.ifPresent(now -> area.setAccessibleText(
                now.document().document().title() + ". " + now.visible().size() + " mentions"));
        repaint();
    }

    private static org.fxmisc.richtext.model.ReadOnlyStyledDocument<Page.Paragraph, String, String> document(
            Page page) {
        var builder = new ReadOnlyStyledDocumentBuilder<Page.Paragraph, String, String>(
                SegmentOps.styledTextOps((_, _) -> Optional.empty()), NOWHERE);
        for (var paragraph : page.paragraphs()) builder.addParagraph(paragraph.shown(), "", paragraph);
        if (page.paragraphs().isEmpty()) builder.addParagraph("", "", NOWHERE);
        return builder.build();
    }

    private void dress(TextFlow flow, Page.Paragraph paragraph) {
        flow.getStyleClass().removeIf(style -> style.startsWith("page-"));
        flow.getStyleClass().add("page-" + paragraph.kind().name().toLowerCase(java.util.Locale.ROOT));
        flow.setStyle(spacing(paragraph));
        flows.put(flow, paragraph);
        stale = true;
    }

    /// A line height of 1.6, or of 2 where every mark has its name above it.
    private String spacing(Page.Paragraph paragraph) {
        double extra = paragraph.isText() ? 0.39 : 0;
        if (paragraph.isText() && viewModel.labelsProperty().get()) extra += 0.35;
        return "-fx-line-spacing: " + extra * size.get() + "px;";
    }

    private void restyle() {
        setStyle("-fx-font-size: " + size.get() + "px;");
        flows.forEach((flow, paragraph) -> flow.setStyle(spacing(paragraph)));
        requestLayout();
        repaint();
    }

    @Override
    protected void layoutChildren() {
        scroll.resizeRelocate(0, 0, getWidth(), getHeight());
        for (var canvas : List.of(under, over)) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
        }
        double side = Math.max(MARGIN, (getWidth() - columnWidth()) / 2);
        var insets = new Insets(0, side, 0, side);
        if (!insets.equals(area.getPadding())) area.setPadding(insets);
        stale = true;
    }

    /// Eighty characters of running text.
    private double columnWidth() {
        return measure.getLayoutBounds().getWidth();
    }

    // Selecting.

    private void tellSelection() {
        if (following) return;
        following = true;
        viewModel.select(
                offsets(area.getSelection().getStart(), area.getSelection().getEnd()));
        following = false;
    }

    private void follow(Span marked) {
        if (following || page.paragraphs().isEmpty()) return;
        following = true;
        area.selectRange(position(marked.start()), position(marked.end()));
        following = false;
    }

    private Span offsets(int start, int end) {
        var from = area.offsetToPosition(start, org.fxmisc.richtext.model.TwoDimensional.Bias.Forward);
        var to = area.offsetToPosition(end, org.fxmisc.richtext.model.TwoDimensional.Bias.Forward);
        int first = page.offset(from.getMajor(), from.getMinor());
        return new Span(first, Math.max(first, page.offset(to.getMajor(), to.getMinor())));
    }

    private int position(int offset) {
        var place = page.place(offset);
        return area.getAbsolutePosition(place.paragraph(), place.column());
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || viewModel.document().isEmpty()) return;
        var text = viewModel.document().get().text();
        var marked = viewModel.markedProperty().get();
        if (event.getClickCount() == 2) {
            viewModel.select(
                    Words.around(text, offsetAt(event.getX(), event.getY()).orElse(marked.start())));
        } else if (event.isStillSincePress() && !event.isShiftDown()) {
            offsetAt(event.getX(), event.getY()).ifPresentOrElse(viewModel::selectAt, viewModel::deselect);
        } else if (!event.isAltDown()) {
            viewModel.select(Words.snapped(text, marked));
        }
    }

    /// What a right click is about: the selected text, else the mention under the pointer, else the word.
    private void choose(double x, double y) {
        if (!viewModel.markedProperty().get().isEmpty()) return;
        var offset = offsetAt(x, y);
        if (offset.isEmpty() || viewModel.document().isEmpty()) return;
        viewModel.selectAt(offset.get());
        if (viewModel.selectedProperty().get().isEmpty()) {
            viewModel.select(Words.around(viewModel.document().get().text(), offset.get()));
        }
    }

    private Optional<Integer> offsetAt(double x, double y) {
        var hit = area.hit(x, y);
        if (hit.getCharacterIndex().isEmpty()) return Optional.empty();
        var at = area.offsetToPosition(
                hit.getCharacterIndex().getAsInt(), org.fxmisc.richtext.model.TwoDimensional.Bias.Forward);
        var paragraph =
                page.paragraphs().get(Math.min(at.getMajor(), page.paragraphs().size() - 1));
        return paragraph.isText() ? Optional.of(page.offset(at.getMajor(), at.getMinor())) : Optional.empty();
    }

    private void hover(Optional<MouseEvent> event) {
        var plan =
                viewModel.sceneProperty().get().map(ReaderViewModel.Scene::plan).orElse(MarkPlan.EMPTY);
        var now = event.flatMap(at -> offsetAt(at.getX(), at.getY()))
                .flatMap(offset -> plan.at(offset).stream().findFirst())
                .map(Mark::id);
        if (now.equals(hovered)) return;
        hovered = now;
        repaint();
    }

    /// A pinned end leads to its mention; the name of a relation chooses it.
    private void followSpot(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_MOVED) {
            area.setCursor(spotAt(event).isPresent() ? Cursor.HAND : Cursor.TEXT);
            return;
        }
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            var spot = spotAt(event).filter(_ -> event.getButton() == MouseButton.PRIMARY);
            spotted = spot.isPresent();
            spot.ifPresent(at -> {
                viewModel.relating().choose(at.relation());
                at.mention().ifPresent(viewModel.relating()::jump);
            });
        }
        if (!spotted) return;
        event.consume();
        if (event.getEventType() == MouseEvent.MOUSE_CLICKED) spotted = false;
    }

    /// What was drawn last that answers a click.
    List<RelationPainter.Spot> spots() {
        return spots;
    }

    private Optional<RelationPainter.Spot> spotAt(MouseEvent event) {
        var at = sceneToLocal(event.getSceneX(), event.getSceneY());
        return spots.stream().filter(spot -> spot.box().contains(at)).findFirst();
    }

    // Drawing.

    private void repaint() {
        stale = true;
        requestLayout();
    }

    private void afterLayout() {
        if (getWidth() <= 0 || page.paragraphs().isEmpty() && !stale) return;
        var inSight = inSight();
        long now = fingerprint(inSight);
        if (!stale && now == painted) return;
        stale = false;
        painted = now;
        reveal(inSight);
        paint(inSight);
    }

    private List<Lines> inSight() {
        flows.keySet().removeIf(flow -> flow.getScene() == null);
        var lines = new ArrayList<Lines>();
        flows.forEach((flow, paragraph) -> {
            var at = sceneToLocal(flow.localToScene(0, 0));
            var one = new Lines(paragraph, flow, at.getX(), at.getY());
            if (one.bottom() > -40 && one.y() < getHeight() + 40) lines.add(one);
        });
        lines.sort(Comparator.comparingInt(one -> one.paragraph().index()));
        return lines;
    }

    private static long fingerprint(List<Lines> inSight) {
        long print = 17;
        for (var lines : inSight) {
            print = print * 31
                    + Objects.hash(
                            lines.paragraph().index(),
                            lines.x(),
                            lines.y(),
                            lines.flow().getWidth(),
                            lines.flow().getHeight());
        }
        return print;
    }

    private void paint(List<Lines> inSight) {
        var below = under.getGraphicsContext2D();
        var above = over.getGraphicsContext2D();
        below.clearRect(0, 0, getWidth(), getHeight());
        if (over.isVisible()) above.clearRect(0, 0, getWidth(), getHeight());
        var scene = viewModel.sceneProperty().get();
        if (scene.isEmpty()) return;
        var plan = scene.get().plan();
        var focus = new MarkPainter.Focus(
                viewModel.selectedProperty().get().map(Mention::id),
                hovered,
                viewModel.linkingProperty().get().map(Mention::id),
                viewModel.labelsProperty().get());
        var ink = new Ink(
                colours,
                colours.darkProperty().get(),
                size.get(),
                measure.getFont().getFamily());
        var marks = new MarkPainter(below, above, ink, getHeight());
        marks.paint(inSight, plan, viewModel.finderProperty().get(), focus);
        var relations = new RelationPainter(above, ink, marks, getWidth(), getHeight(), inSight);
        viewModel.selectedProperty().get().flatMap(plan::find).ifPresent(relations::join);
        spots = relations.paint(arcs(scene.get()));
    }

    private List<Arcs.Arc> arcs(ReaderViewModel.Scene scene) {
        if (arcs.filter(now -> now.isOf(scene)).isEmpty()) arcs = Optional.of(new Arcs(scene, viewModel.schema()));
        var relating = viewModel.relating();
        return arcs.get()
                .of(new Arcs.Wanted(
                        viewModel.selectedProperty().get(),
                        relating.chosenProperty().get().map(Relation::id),
                        relating.shownTypesProperty().get(),
                        viewModel.allRelationsProperty().get()));
    }

    private List<Bounds> boxes(Span span) {
        return Lines.boxes(span, inSight());
    }

    /// Scrolls only if the place is out of sight or at the very edge; then to the upper third.
    private void reveal(List<Lines> inSight) {
        if (toReveal.isEmpty()) return;
        var span = toReveal.get();
        var box = Lines.boxes(span, inSight).stream().findFirst();
        double room = Math.min(60, getHeight() / 5);
        if (box.isPresent()) {
            double top = box.get().getMinY();
            if (top < room || box.get().getMaxY() > getHeight() - room) area.scrollYBy(top - getHeight() / 3);
            toReveal = Optional.empty();
        } else if (revealTries++ < 5) {
            area.showParagraphAtTop(page.place(span.start()).paragraph());
            Fx.later(this::repaint); // What is asked for inside a pulse would wait for an event.
        } else {
            toReveal = Optional.empty();
        }
    }
}
