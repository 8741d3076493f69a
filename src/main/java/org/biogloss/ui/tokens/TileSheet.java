package org.biogloss.ui.tokens;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;
import org.biogloss.document.Span;
import org.biogloss.tokens.compare.SideBySide;
import org.biogloss.tokens.compare.Tile;
import org.biogloss.ui.kit.Shown;

/// The pieces of all columns on one canvas, of which only the rows that show are drawn: a book is as quick as a
/// sentence. Arrow keys walk from piece to piece, with Shift from column to column.
final class TileSheet extends Region {

    /// On both sides of a column.
    static final double MARGIN = 12;

    private static final double BAR = 12;
    private static final double TALLEST_PICTURE = 4000;

    private final TokensViewModel viewModel;
    private final TileInks inks = new TileInks(this::restyled);
    private final TileColours colours = new TileColours();
    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private TileLayout layout = TileLayout.EMPTY;
    private double layoutWidth = -1;

    TileSheet(TokensViewModel viewModel) {
        this.viewModel = viewModel;
        setId("tiles");
        getStyleClass().add("tile-sheet");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(Words.TEXT.get("sheet"));
        bar.setOrientation(Orientation.VERTICAL);
        bar.valueProperty().subscribe(this::paint);
        getChildren().addAll(inks, canvas, bar);
        viewModel.sidesProperty().subscribe(_ -> restyled());
        viewModel.idsProperty().subscribe(_ -> restyled());
        viewModel.selectedProperty().subscribe(this::follow);
        focusedProperty().subscribe(_ -> paint());
        addEventHandler(KeyEvent.KEY_PRESSED, new TileKeys(this, viewModel)::pressed);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            bar.setValue(Math.clamp(bar.getValue() - event.getDeltaY(), 0, bar.getMax()));
            event.consume();
        });
        setMinHeight(80);
    }

    TileLayout tiles() {
        return layout;
    }

    /// Rows that show at once.
    int rowsShown() {
        return Math.max(1, (int) (getHeight() / painter(canvas).rowHeight()) - 1);
    }

    double columnWidth() {
        int columns = Math.max(1, columns());
        return (getWidth() - BAR) / columns;
    }

    private int columns() {
        return viewModel
                .sidesProperty()
                .get()
                .map(sides -> sides.columns().size())
                .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(0, getWidth() - BAR));
        canvas.setHeight(getHeight());
        bar.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
        if (layoutWidth != columnWidth()) {
            lay();
            reveal(viewModel.selectedProperty().get());
        }
        paint();
    }

    private void restyled() {
        lay();
        paint();
    }

    private void lay() {
        layoutWidth = columnWidth();
        var sides = viewModel.sidesProperty().get();
        boolean isReady = sides.isPresent() && getWidth() > 0;
        layout = isReady
                ? TileLayout.of(sides.get(), Math.max(40, layoutWidth - 2 * MARGIN), painter(canvas))
                : TileLayout.EMPTY;
        double tall = layout.rows() * painter(canvas).rowHeight() + 8;
        bar.setMax(Math.max(0, tall - getHeight()));
        bar.setVisibleAmount(bar.getMax() * Math.min(1, getHeight() / Math.max(1, tall)));
        bar.setBlockIncrement(getHeight() * 0.9);
        bar.setUnitIncrement(painter(canvas).rowHeight());
        bar.setVisible(bar.getMax() > 0);
        bar.setValue(Math.clamp(bar.getValue(), 0, bar.getMax()));
    }

    private TilePainter painter(Canvas on) {
        return new TilePainter(
                on.getGraphicsContext2D(),
                inks,
                colours,
                viewModel.idsProperty().get());
    }

    private void paint() {
        paint(canvas, layout, columnWidth(), bar.isVisible() ? bar.getValue() : 0);
    }

    private void paint(Canvas on, TileLayout tiles, double width, double scrolled) {
        var pen = on.getGraphicsContext2D();
        pen.clearRect(0, 0, on.getWidth(), on.getHeight());
        var sides = viewModel.sidesProperty().get();
        if (sides.isEmpty() || tiles.columns().size() != sides.get().columns().size()) return;
        var selected = viewModel.selectedProperty().get();
        Optional<Span> linked = viewModel.selectedTile().map(Tile::span);
        for (int c = 0; c < tiles.columns().size(); c++) {
            int column = c;
            int tile = selected.filter(at -> at.column() == column)
                    .map(TokensViewModel.Selected::tile)
                    .orElse(-1);
            painter(on)
                    .column(
                            sides.get().columns().get(c),
                            tiles,
                            c,
                            c * width + MARGIN,
                            4 - scrolled,
                            on.getHeight(),
                            linked,
                            tile);
            if (c > 0) {
                pen.setStroke(inks.line());
                pen.setLineWidth(1);
                pen.strokeLine(Math.floor(c * width) + 0.5, 0, Math.floor(c * width) + 0.5, on.getHeight());
            }
        }
    }

    private void reveal(Optional<TokensViewModel.Selected> selected) {
        selected.filter(at -> at.column() < layout.columns().size())
                .flatMap(at -> layout.find(at.column(), at.tile()))
                .ifPresent(placed -> {
                    double height = painter(canvas).rowHeight();
                    double top = placed.row() * height;
                    if (top < bar.getValue()) bar.setValue(top);
                    if (top + height + 8 > bar.getValue() + getHeight()) {
                        bar.setValue(Math.min(bar.getMax(), top + height + 8 - getHeight()));
                    }
                });
    }

    /// Brings the selected piece into view, and says it.
    private void follow(Optional<TokensViewModel.Selected> selected) {
        reveal(selected);
        selected.flatMap(at -> viewModel.sidesProperty().get().map(sides -> said(sides, at)))
                .ifPresent(words -> {
                    setAccessibleText(words);
                    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
                });
        paint();
    }

    private static String said(SideBySide sides, TokensViewModel.Selected at) {
        var column = sides.columns().get(at.column());
        var tile = column.tiles().get(at.tile());
        var words = Words.TEXT.get(
                "said", tile.piece(), column.name(), at.tile() + 1, column.count(), Shown.count(tile.id()));
        return words
                + (tile.ringed() ? " " + Words.TEXT.get("saidRinged") : "")
                + (tile.unknown() ? " " + Words.TEXT.get("saidUnknown") : "")
                + (tile.altered() ? " " + Words.TEXT.get("saidAltered") : "");
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        if (columns() == 0 || event.getX() > getWidth() - BAR) return;
        int column = Math.clamp((int) (event.getX() / columnWidth()), 0, columns() - 1);
        int row = (int) ((event.getY() - 4 + (bar.isVisible() ? bar.getValue() : 0))
                / painter(canvas).rowHeight());
        int tile = layout.tileAt(column, row, event.getX() - column * columnWidth() - MARGIN);
        if (tile >= 0) viewModel.select(column, tile);
    }

    /// All pieces as a picture, not only those that show, as far as a picture may be tall.
    Image picture(double scale) {
        double tall = Math.min(TALLEST_PICTURE, layout.rows() * painter(canvas).rowHeight() + 16);
        var whole = new Canvas(canvas.getWidth(), tall);
        paint(whole, layout, columnWidth(), -4);
        var parameters = new SnapshotParameters();
        parameters.setFill(inks.page());
        parameters.setTransform(Transform.scale(scale, scale));
        return whole.snapshot(parameters, null);
    }
}
