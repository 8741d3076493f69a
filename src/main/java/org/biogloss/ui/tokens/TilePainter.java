package org.biogloss.ui.tokens;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.biogloss.document.Span;
import org.biogloss.tokens.compare.PieceText;
import org.biogloss.tokens.compare.SideBySide;
import org.biogloss.tokens.compare.Tile;

/// Draws tiles: the ground by the piece, a ring where another column cuts elsewhere, and signs for what is unknown,
/// altered or lost.
///
/// @param ids whether the numbers of the pieces stand under them
record TilePainter(GraphicsContext pen, TileInks inks, TileColours colours, boolean ids) implements TileLayout.Letters {

    private static final double ARC = 7;
    private static final String CONTINUES = "##";
    private static final String AFTER_SPACE = "Ġ";

    /// Bytes that are whole characters are shown as these.
    @Override
    public String label(Tile tile) {
        var bytes = PieceText.of(tile.piece(), true);
        boolean isPlain = tile.piece().chars().allMatch(c -> c < 0x80);
        boolean seen = bytes.spelt().codePoints().noneMatch(Character::isISOControl);
        if (isPlain || !tile.bytes() || !seen) return tile.piece();
        return (bytes.afterSpace() ? AFTER_SPACE : "") + bytes.spelt();
    }

    @Override
    public double width(Tile tile) {
        double letters = inks.width(label(tile));
        return ids ? Math.max(letters, inks.smallWidth(String.valueOf(tile.id()))) : letters;
    }

    @Override
    public double width(String label) {
        return inks.width(label);
    }

    /// The height of a row, the gap below it included.
    double rowHeight() {
        return Math.ceil(inks.letters().getSize() * (ids ? 2.75 : 1.95)) + 6;
    }

    private double tileHeight() {
        return rowHeight() - 6;
    }

    /// Draws the rows that show.
    ///
    /// @param at     the column's left edge and the first row's upper edge
    /// @param linked what the piece looked at covers, in whichever column that stands
    void column(
            SideBySide.Column column,
            TileLayout layout,
            int number,
            double left,
            double top,
            double height,
            Optional<Span> linked,
            int selected) {
        int from = layout.firstOf(number, (int) Math.floor(-top / rowHeight()));
        var placed = layout.columns().get(number);
        for (int i = from; i < placed.size(); i++) {
            var one = placed.get(i);
            double y = top + one.row() * rowHeight() + 3;
            if (y > height) break;
            if (one.isLost()) lost(one, left + one.x(), y);
            else tile(column.tiles().get(one.tile()), one, left + one.x(), y, linked, one.tile() == selected);
        }
    }

    private void tile(
            Tile tile, TileLayout.Placed placed, double x, double y, Optional<Span> linked, boolean isSelected) {
        double width = placed.width();
        double height = tileHeight();
        pen.setFill(
                tile.unknown()
                        ? inks.danger().deriveColor(0, 1, 1, 0.16)
                        : colours.ground(tile.piece(), inks.isDark()));
        pen.fillRoundRect(x, y, width, height, ARC, ARC);
        if (tile.ringed() || tile.unknown()) {
            ring(x, y, width, height, tile.unknown() ? inks.danger() : inks.ring(), 1.6);
        }
        if (isSelected) ring(x - 1.5, y - 1.5, width + 3, height + 3, inks.accent(), 2.4);
        double baseline = y + (ids ? inks.letters().getSize() * 0.92 : height / 2);
        letters(tile, placed.label(), x + TileLayout.PAD, baseline);
        if (ids) number(tile.id(), x + width / 2, y + height - inks.small().getSize() * 0.72);
        if (tile.altered())
            altered(x + TileLayout.PAD, y + (ids ? inks.letters().getSize() * 1.62 : height - 3.5), width);
        if (!isSelected && linked.filter(span -> overlaps(span, tile.span())).isPresent()) {
            pen.setFill(inks.accent());
            pen.fillRect(x + 2, y + height - 2, width - 4, 2);
        }
    }

    private static boolean overlaps(Span one, Span other) {
        return one.overlaps(other) || one.equals(other);
    }

    /// The mark of continuing stands back behind the letters.
    private void letters(Tile tile, String label, double x, double middle) {
        pen.setFont(inks.letters());
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(VPos.CENTER);
        var ink = tile.unknown() ? inks.danger() : TileColours.text(inks.isDark());
        double at = x;
        var rest = label;
        for (var mark : List.of(CONTINUES, AFTER_SPACE)) {
            if (!label.startsWith(mark) || label.length() == mark.length() || tile.unknown()) continue;
            pen.setFill(ink.deriveColor(0, 1, 1, 0.55));
            pen.fillText(mark, at, middle);
            at += inks.width(mark);
            rest = label.substring(mark.length());
        }
        pen.setFill(ink);
        pen.fillText(rest, at, middle);
    }

    private void number(int id, double middle, double y) {
        pen.setFont(inks.small());
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        pen.setFill(TileColours.text(inks.isDark()).deriveColor(0, 1, 1, 0.75));
        pen.fillText(String.valueOf(id), middle, y);
    }

    /// Dots under letters that are not those of the text.
    private void altered(double x, double y, double width) {
        pen.setFill(inks.danger());
        for (double at = x; at < x + width - 2 * TileLayout.PAD - 1; at += 4) pen.fillOval(at, y, 1.8, 1.8);
    }

    private void lost(TileLayout.Placed placed, double x, double y) {
        double height = tileHeight();
        pen.setLineDashes(3, 3);
        ring(x, y, placed.width(), height, inks.danger(), 1.2);
        pen.setLineDashes();
        pen.setFont(inks.letters());
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(VPos.CENTER);
        pen.setFill(inks.danger());
        pen.fillText(placed.label(), x + TileLayout.PAD, y + height / 2);
        pen.setStroke(inks.danger());
        pen.setLineWidth(1.2);
        pen.strokeLine(x + 3, y + height / 2, x + placed.width() - 3, y + height / 2);
    }

    private void ring(double x, double y, double width, double height, Color colour, double thick) {
        pen.setStroke(colour);
        pen.setLineWidth(thick);
        pen.strokeRoundRect(x + thick / 2, y + thick / 2, width - thick, height - thick, ARC, ARC);
    }
}
