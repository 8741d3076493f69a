package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.biogloss.tokens.Encoding;

/// A part of an encoding short enough for the network, and the middle of it where its decisions count.
///
/// Windows overlap. Each word belongs to exactly one of them, the one that sees most of the text around it;
/// so what the windows decide can be laid end to end, and a mention across a border is put together like
/// any other.
///
/// @param from    first piece
/// @param to      after the last piece
/// @param ownFrom first piece that this window decides
/// @param ownTo   after the last piece that this window decides
public record PieceWindow(int from, int to, int ownFrom, int ownTo) {

    /// @param limit   the most pieces a window may have
    /// @param overlap how many pieces two windows share, about; at most half the limit
    public static List<PieceWindow> over(Encoding encoding, int limit, int overlap) {
        if (limit < 2 || overlap < 0 || overlap > limit / 2) {
            throw new IllegalArgumentException("Windows of " + limit + " pieces that share " + overlap);
        }
        int size = encoding.size();
        if (size == 0) return List.of();
        var windows = new ArrayList<PieceWindow>();
        int from = 0;
        int ownFrom = 0;
        while (true) {
            int to = size - from <= limit ? size : wordStart(encoding, from + limit, from);
            if (to == size) {
                windows.add(new PieceWindow(from, size, ownFrom, size));
                return windows;
            }
            int next = wordStart(encoding, to - overlap, from);
            int ownTo = wordStart(encoding, (next + to) >>> 1, ownFrom);
            windows.add(new PieceWindow(from, to, ownFrom, ownTo));
            from = next;
            ownFrom = ownTo;
        }
    }

    public int size() {
        return to - from;
    }

    /// The ids of its pieces.
    int[] of(Encoding encoding) {
        return Arrays.copyOfRange(encoding.ids(), from, to);
    }

    /// The start of the word that the piece belongs to, or the piece itself where a single word fills all
    /// from there.
    private static int wordStart(Encoding encoding, int piece, int after) {
        int start = piece;
        while (start > after && !encoding.startsWord(start)) start--;
        return start > after ? start : piece;
    }
}
