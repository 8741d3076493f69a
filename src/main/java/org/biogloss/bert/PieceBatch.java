package org.biogloss.bert;

import java.util.Arrays;
import java.util.List;

/// Rows of word-piece ids, filled up to one length: what a network takes at once.
///
/// @param ids     row by row
/// @param lengths how many pieces of each row are real
/// @param types   the segment each piece belongs to, row by row
@SuppressWarnings("ArrayRecordComponent") // on its way into a tensor
public record PieceBatch(int rows, int length, long[] ids, long[] lengths, long[] types) {

    /// One segment a row.
    public static PieceBatch of(List<int[]> rows, int pad) {
        int length = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        if (length == 0) throw new IllegalArgumentException("A batch without pieces");
        var ids = new long[rows.size() * length];
        var lengths = new long[rows.size()];
        Arrays.fill(ids, pad);
        for (int row = 0; row < rows.size(); row++) {
            var pieces = rows.get(row);
            lengths[row] = pieces.length;
            for (int i = 0; i < pieces.length; i++) ids[row * length + i] = pieces[i];
        }
        return new PieceBatch(rows.size(), length, ids, lengths, new long[ids.length]);
    }

    /// How many pieces are real.
    public long pieces() {
        return Arrays.stream(lengths).sum();
    }
}
