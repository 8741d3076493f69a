package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.List;
import org.biogloss.bert.PieceBatch;
import org.biogloss.tokens.Encoding;
import org.biogloss.tokens.Tokenizer;

/// How texts become rows for the network: cut into windows, and framed by the special pieces.
///
/// @param limit   the most pieces of a row, the two special ones included
/// @param overlap how many pieces two windows of a long text share
record PieceReader(Tokenizer tokenizer, int limit, int overlap) {

    /// The two pieces that frame a row.
    private static final int FRAME = 2;

    static final int USUAL_OVERLAP = 128;

    static PieceReader of(Tokenizer tokenizer, int limit) {
        return new PieceReader(tokenizer, limit, Math.min(USUAL_OVERLAP, (limit - FRAME) / 4));
    }

    List<PieceWindow> windows(Encoding encoding) {
        return PieceWindow.over(encoding, limit - FRAME, overlap);
    }

    int[] row(Encoding encoding, PieceWindow window) {
        var row = new int[window.size() + FRAME];
        row[0] = tokenizer.cls();
        System.arraycopy(encoding.ids(), window.from(), row, 1, window.size());
        row[row.length - 1] = tokenizer.sep();
        return row;
    }

    /// Where a piece of the encoding stands in the window's row.
    static int place(PieceWindow window, int piece) {
        return piece - window.from() + 1;
    }

    PieceBatch batch(List<int[]> rows) {
        return PieceBatch.of(new ArrayList<>(rows), tokenizer.pad());
    }
}
