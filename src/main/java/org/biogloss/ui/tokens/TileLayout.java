package org.biogloss.ui.tokens;

import java.util.ArrayList;
import java.util.List;
import org.biogloss.document.Span;
import org.biogloss.tokens.compare.SideBySide;
import org.biogloss.tokens.compare.Tile;

/// Where each piece stands: every column flows by itself, but the same words stand on the same line in all of them.
///
/// @param columns of each, what stands in it, from top to bottom and from left to right
/// @param rows    how many lines there are
record TileLayout(List<List<Placed>> columns, int rows) {

    /// Inside a tile, on both sides of its letters.
    static final double PAD = 5;

    private static final double BETWEEN_PIECES = 2;
    private static final double BETWEEN_WORDS = 9;

    static final TileLayout EMPTY = new TileLayout(List.of(), 0);

    /// A piece, or characters that are lost.
    ///
    /// @param tile its number in the column; below zero for lost characters
    record Placed(int tile, Span span, String label, int row, double x, double width) {

        boolean isLost() {
            return tile < 0;
        }
    }

    /// What is written on tiles, and how much room that takes.
    interface Letters {

        String label(Tile tile);

        /// Of all that is written on a tile.
        double width(Tile tile);

        double width(String label);
    }

    private record Item(int tile, Span span, String label, boolean begins, double width) {}

    /// @param width of each column
    static TileLayout of(SideBySide sides, double width, Letters letters) {
        var flows = sides.columns().stream()
                .map(column -> new Flow(items(column, sides.text(), letters), width))
                .toList();
        int row = 0;
        boolean fresh = true;
        for (int at = 0; at < sides.text().length(); ) {
            int start = skipBlanks(sides.text(), at);
            boolean newLine = sides.text().substring(at, start).indexOf('\n') >= 0;
            int end = skipWord(sides.text(), start);
            boolean fits = flows.stream().allMatch(flow -> flow.fits(end));
            if (!fresh && (newLine || !fits)) {
                row++;
                for (var flow : flows) flow.startRow(row);
            }
            for (var flow : flows) row = Math.max(row, flow.place(end));
            for (var flow : flows) flow.catchUp(row);
            fresh = false;
            at = end;
        }
        var columns = flows.stream().map(flow -> List.copyOf(flow.placed)).toList();
        return new TileLayout(columns, row + 1);
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        return at;
    }

    private static int skipWord(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) at++;
        return at;
    }

    private static List<Item> items(SideBySide.Column column, String text, Letters letters) {
        var items = new ArrayList<Item>(column.count() + column.lost().size());
        int lost = 0;
        for (int i = 0; i < column.count(); i++) {
            var tile = column.tiles().get(i);
            while (lost < column.lost().size()
                    && column.lost().get(lost).start() <= tile.span().start()) {
                items.add(lost(column.lost().get(lost++), text, letters));
            }
            double width = letters.width(tile) + 2 * PAD;
            items.add(new Item(i, tile.span(), letters.label(tile), tile.begins(), width));
        }
        while (lost < column.lost().size()) items.add(lost(column.lost().get(lost++), text, letters));
        return items;
    }

    /// Characters without a look of their own are told by their number.
    private static Item lost(Span span, String text, Letters letters) {
        var label = new StringBuilder();
        span.in(text).codePoints().limit(8).forEach(point -> {
            boolean unseen = Character.getType(point) == Character.FORMAT || Character.isISOControl(point);
            label.append(unseen ? String.format("U+%04X", point) : Character.toString(point));
        });
        return new Item(-1, span, label.toString(), true, letters.width(label.toString()) + 2 * PAD);
    }

    /// The piece at a place, or the nearest one of its line.
    int tileAt(int column, int row, double x) {
        int nearest = -1;
        double least = Double.MAX_VALUE;
        for (int i = firstOf(column, row); i < columns.get(column).size(); i++) {
            var placed = columns.get(column).get(i);
            if (placed.row() != row) break;
            double away = Math.max(placed.x() - x, x - placed.x() - placed.width());
            if (!placed.isLost() && away < least) {
                least = away;
                nearest = placed.tile();
            }
        }
        return nearest;
    }

    /// The first of a column that stands in the row or below it.
    int firstOf(int column, int row) {
        var placed = columns.get(column);
        int low = 0;
        int high = placed.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (placed.get(middle).row() < row) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// Where a tile of a column stands.
    java.util.Optional<Placed> find(int column, int tile) {
        return columns.get(column).stream()
                .filter(placed -> placed.tile() == tile)
                .findFirst();
    }

    /// One column as it is filled.
    private static final class Flow {

        private final List<Item> items;
        private final double width;
        private final List<Placed> placed = new ArrayList<>();
        private int next;
        private int row;
        private double x;

        Flow(List<Item> items, double width) {
            this.items = items;
            this.width = width;
        }

        /// Whether all that begins before the offset fits into the row.
        boolean fits(int before) {
            double needed = x;
            for (int i = next; i < items.size() && items.get(i).span().start() < before; i++) {
                needed += gap(needed, i, i == next) + items.get(i).width();
            }
            return needed <= width;
        }

        private double gap(double at, int item, boolean firstOfWord) {
            if (at == 0) return 0;
            return firstOfWord ? BETWEEN_WORDS : items.get(item).begins() ? BETWEEN_PIECES + 2 : BETWEEN_PIECES;
        }

        void startRow(int newRow) {
            row = newRow;
            x = 0;
        }

        /// A word longer than the column goes on in further rows.
        ///
        /// @return the row it ends in
        int place(int before) {
            boolean first = true;
            for (; next < items.size() && items.get(next).span().start() < before; next++) {
                var item = items.get(next);
                double at = x + gap(x, next, first);
                if (x > 0 && at + item.width() > width) {
                    startRow(row + 1);
                    at = 0;
                }
                placed.add(new Placed(item.tile(), item.span(), item.label(), row, at, Math.min(item.width(), width)));
                x = at + item.width();
                first = false;
            }
            return row;
        }

        /// Goes on where the longest column is.
        void catchUp(int to) {
            if (to > row) startRow(to);
        }
    }
}
