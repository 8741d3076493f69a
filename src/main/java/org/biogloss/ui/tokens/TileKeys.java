package org.biogloss.ui.tokens;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.biogloss.tokens.compare.SideBySide;
import org.biogloss.tokens.compare.Tile;
import org.biogloss.ui.kit.Saving;

/// The keys of the sheet: arrows from piece to piece and from line to line, with Shift to the same place in the next
/// column; Home, End, Page Up and Page Down. Ctrl+C copies the column's pieces.
record TileKeys(TileSheet sheet, TokensViewModel viewModel) {

    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    void pressed(KeyEvent event) {
        var sides = viewModel.sidesProperty().get();
        if (sides.isEmpty() || sides.get().columns().isEmpty()) return;
        var at = viewModel.selectedProperty().get().orElse(new TokensViewModel.Selected(0, -1));
        if (COPY.match(event)) {
            Saving.copy(pieces(sides.get().columns().get(at.column())));
            event.consume();
        }
        if (event.isShortcutDown() || event.isAltDown()) return;
        boolean known = switch (event.getCode()) {
            case RIGHT -> event.isShiftDown() ? beside(sides.get(), at, 1) : along(sides.get(), at, 1);
            case LEFT -> event.isShiftDown() ? beside(sides.get(), at, -1) : along(sides.get(), at, -1);
            case DOWN -> rows(at, 1);
            case UP -> rows(at, -1);
            case PAGE_DOWN -> rows(at, sheet.rowsShown());
            case PAGE_UP -> rows(at, -sheet.rowsShown());
            case HOME -> select(sides.get(), at.column(), 0);
            case END -> select(sides.get(), at.column(), Integer.MAX_VALUE);
            case ESCAPE -> deselect();
            default -> false;
        };
        if (known) event.consume();
    }

    private static String pieces(SideBySide.Column column) {
        return column.tiles().stream().map(Tile::piece).collect(Collectors.joining(" "));
    }

    private boolean along(SideBySide sides, TokensViewModel.Selected at, int step) {
        return select(sides, at.column(), at.tile() + step);
    }

    private boolean select(SideBySide sides, int column, int tile) {
        int count = sides.columns().get(column).count();
        if (count > 0) viewModel.select(column, Math.clamp(tile, 0, count - 1));
        return true;
    }

    /// To the piece of the next column that covers the same place.
    private boolean beside(SideBySide sides, TokensViewModel.Selected at, int step) {
        int column = Math.floorMod(at.column() + step, sides.columns().size());
        var tiles = sides.columns().get(column).tiles();
        int offset = at.tile() < 0
                ? 0
                : sides.columns().get(at.column()).tiles().get(at.tile()).span().start();
        int tile = 0;
        while (tile + 1 < tiles.size() && tiles.get(tile).span().end() <= offset) tile++;
        return select(sides, column, tile);
    }

    private boolean rows(TokensViewModel.Selected at, int step) {
        var layout = sheet.tiles();
        Optional<TileLayout.Placed> from = layout.find(at.column(), at.tile());
        int row = from.map(placed -> placed.row() + step).orElse(0);
        row = Math.clamp(row, 0, Math.max(0, layout.rows() - 1));
        double x = from.map(placed -> placed.x() + placed.width() / 2).orElse(0.0);
        int way = step < 0 ? -1 : 1;
        for (int tile; row >= 0 && row < layout.rows(); row += way) {
            tile = layout.tileAt(at.column(), row, x);
            if (tile >= 0) {
                viewModel.select(at.column(), tile);
                return true;
            }
        }
        return true;
    }

    private boolean deselect() {
        boolean was = viewModel.selectedProperty().get().isPresent();
        viewModel.deselect();
        return was;
    }
}
