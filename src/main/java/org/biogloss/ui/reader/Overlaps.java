package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.biogloss.document.Span;

/// Which marks hang together because they overlap, one by one or in a chain: these must be laid out together, others
/// need not. The parts of a mark hang together over whatever lies between them.
final class Overlaps {

    private final List<Mark> marks;

    /// Stretches of text that marks cover without a gap, in text order.
    private final int[] starts;

    private final int[] ends;
    private final int blocks;

    /// For each block another one of its group, until the one that stands for the group.
    private final int[] leader;

    /// For each mark the block in which it begins.
    private final int[] blockOf;

    /// For each leading block, where its group begins in [#members].
    private final int[] groupStart;

    private final int[] members;
    private final BitSet told = new BitSet();

    Overlaps(List<Mark> marks) {
        this.marks = marks;
        var spans = inOrder(marks);
        starts = new int[spans.length];
        ends = new int[spans.length];
        leader = new int[spans.length];
        blockOf = new int[marks.size()];
        Arrays.fill(blockOf, -1);
        int block = -1;
        for (var span : spans) {
            if (block < 0 || span.start >= ends[block]) {
                block++;
                starts[block] = span.start;
                ends[block] = span.end;
                leader[block] = block;
            } else {
                ends[block] = Math.max(ends[block], span.end);
            }
            if (blockOf[span.mark] < 0) blockOf[span.mark] = block;
            else leader[lead(block)] = lead(blockOf[span.mark]);
        }
        blocks = block + 1;
        groupStart = new int[blocks + 1];
        members = members();
    }

    private record Part(int start, int end, int mark) {}

    private static Part[] inOrder(List<Mark> marks) {
        var parts = new ArrayList<Part>(marks.size());
        for (int i = 0; i < marks.size(); i++) {
            for (var span : marks.get(i).spans()) parts.add(new Part(span.start(), span.end(), i));
        }
        var sorted = parts.toArray(Part[]::new);
        Arrays.sort(sorted, (a, b) -> Integer.compare(a.start, b.start));
        return sorted;
    }

    /// The marks, group after group.
    private int[] members() {
        for (int of : blockOf) groupStart[lead(of) + 1]++;
        for (int i = 0; i < blocks; i++) groupStart[i + 1] += groupStart[i];
        var next = Arrays.copyOf(groupStart, groupStart.length);
        var grouped = new int[blockOf.length];
        for (int i = 0; i < blockOf.length; i++) grouped[next[lead(blockOf[i])]++] = i;
        return grouped;
    }

    /// Shows each group that touches the span, unless it was shown before.
    void forEachNewGroup(Span span, Consumer<List<Mark>> consumer) {
        int block = Arrays.binarySearch(ends, 0, blocks, span.start());
        block = block < 0 ? -block - 1 : block + 1;
        for (; block < blocks && starts[block] < span.end(); block++) {
            int group = lead(block);
            if (told.get(group)) continue;
            told.set(group);
            var together = new ArrayList<Mark>();
            for (int i = groupStart[group]; i < groupStart[group + 1]; i++) together.add(marks.get(members[i]));
            consumer.accept(together);
        }
    }

    private int lead(int block) {
        int at = block;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }
}
