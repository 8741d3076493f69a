package org.biogloss.bert;

import java.util.Arrays;
import java.util.List;

/// Rows of word-piece ids, filled up to one length: what a network takes at once.
///
/// @param ids     row by row
/// @param lengths how many pieces of each row are real
/// @param types   the segment each piece belongs to, row by row
/// @param places  rows × 2 × length: how much each piece counts in two places that a head reads; empty for
///     no such head
@SuppressWarnings("ArrayRecordComponent") // on its way into a tensor
public record PieceBatch(int rows, int length, long[] ids, long[] lengths, long[] types, float[] places) {

    public PieceBatch {
        if (rows < 1 || length < 1) throw new IllegalArgumentException("A batch without pieces");
        if (ids.length != rows * length || types.length != ids.length || lengths.length != rows) {
            throw new IllegalArgumentException("A batch of " + rows + "×" + length + " with " + ids.length + " ids");
        }
        if (places.length != 0 && places.length != 2 * ids.length) {
            throw new IllegalArgumentException("Places for " + places.length + " pieces, not twice " + ids.length);
        }
    }

    /// One segment a row.
    public static PieceBatch of(List<int[]> rows, int pad) {
        return of(rows, rows.stream().map(row -> new int[row.length]).toList(), pad);
    }

    /// @param types for each row the segment of each of its pieces, 0 or 1
    public static PieceBatch of(List<int[]> rows, List<int[]> types, int pad) {
        int length = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        var ids = new long[rows.size() * length];
        var lengths = new long[rows.size()];
        var segments = new long[ids.length];
        Arrays.fill(ids, pad);
        for (int row = 0; row < rows.size(); row++) {
            var pieces = rows.get(row);
            lengths[row] = pieces.length;
            for (int i = 0; i < pieces.length; i++) {
                ids[row * length + i] = pieces[i];
                segments[row * length + i] = types.get(row)[i];
            }
        }
        return new PieceBatch(rows.size(), length, ids, lengths, segments, new float[0]);
    }

    /// @param places for each row, two lists of weights, one weight for each of its pieces. A place that
    ///     is one piece has 1 there; a mention of n pieces has 1/n at each
    public PieceBatch withPlaces(List<float[][]> places) {
        var all = new float[2 * ids.length];
        for (int row = 0; row < rows; row++) {
            for (int place = 0; place < 2; place++) {
                var weights = places.get(row)[place];
                System.arraycopy(weights, 0, all, (2 * row + place) * length, weights.length);
            }
        }
        return new PieceBatch(rows, length, ids, lengths, types, all);
    }

    /// How many pieces are real.
    public long pieces() {
        return Arrays.stream(lengths).sum();
    }
}
