package org.biogloss.tasks;

import java.util.Arrays;
import java.util.List;
import org.biogloss.bert.BertConfig;
import org.biogloss.tokens.Encoding;
import org.biogloss.tokens.Tokenizer;

/// How texts become rows for the network: cut into windows or cut off, and framed by the special pieces.
///
/// @param limit    the most pieces of a row, the special ones included
/// @param overlap  how many pieces two windows of a long text share
/// @param segments whether the network tells the second text of a pair from the first by the kind of segment
record PieceReader(Tokenizer tokenizer, int limit, int overlap, boolean segments) {

    /// The two pieces that frame a row.
    private static final int FRAME = 2;

    static final int USUAL_OVERLAP = 128;

    /// What is shortened where a pair is too long.
    enum Cut {
        /// The longer text, until both are as long.
        LONGER,
        /// The second text; the first one only where there is no room for it alone.
        SECOND
    }

    /// A framed row.
    @SuppressWarnings("ArrayRecordComponent") // on its way into a tensor
    record Frame(int[] ids, int[] types) {

        int length() {
            return ids.length;
        }
    }

    /// @param limit no more than the network has positions
    static PieceReader of(Tokenizer tokenizer, BertConfig config, int limit) {
        int most = Math.min(limit, config.longest());
        return new PieceReader(tokenizer, most, Math.min(USUAL_OVERLAP, (most - FRAME) / 4), config.types() > 1);
    }

    /// How many pieces of text fit into a row.
    int room() {
        return limit - FRAME;
    }

    List<PieceWindow> windows(Encoding encoding) {
        return PieceWindow.over(encoding, room(), overlap);
    }

    Frame single(int[] pieces) {
        var ids = new int[pieces.length + FRAME];
        ids[0] = tokenizer.cls();
        System.arraycopy(pieces, 0, ids, 1, pieces.length);
        ids[ids.length - 1] = tokenizer.sep();
        return new Frame(ids, new int[ids.length]);
    }

    /// Two texts, parted by one `[SEP]`, or by two `</s>` as RoBERTa has it.
    Frame pair(int[] first, int[] second, Cut cut) {
        int between = tokenizer.vocabulary().get(tokenizer.sep()).equals("</s>") ? 2 : 1;
        int room = limit - FRAME - between;
        int firstKept = switch (cut) {
            case LONGER -> Math.min(first.length, Math.max(room - second.length, (room + 1) / 2));
            case SECOND -> Math.min(first.length, room);
        };
        int secondKept = Math.min(second.length, room - firstKept);
        var ids = new int[FRAME + between + firstKept + secondKept];
        Arrays.fill(ids, tokenizer.sep());
        ids[0] = tokenizer.cls();
        System.arraycopy(first, 0, ids, 1, firstKept);
        int start = 1 + firstKept + between;
        System.arraycopy(second, 0, ids, start, secondKept);
        var types = new int[ids.length];
        if (segments) Arrays.fill(types, start, types.length, 1);
        return new Frame(ids, types);
    }

    /// Where a piece of the encoding stands in the window's row.
    static int place(PieceWindow window, int piece) {
        return piece - window.from() + 1;
    }
}
