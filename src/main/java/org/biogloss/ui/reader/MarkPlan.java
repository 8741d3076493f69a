package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.biogloss.document.Span;

/// Where each mark is drawn: which stretch of which paragraph, on which of the stacked lines. Made off the window's
/// thread; drawing only reads it.
///
/// Marks that overlap never share a line. The shorter of two nested marks lies nearer to the text. Where there are more
/// than [#LANES], the rest is counted in a badge.
final class MarkPlan {

    static final int LANES = 3;
    static final MarkPlan EMPTY = new MarkPlan(Page.EMPTY, List.of());

    /// A stretch of one paragraph that belongs to a mark.
    ///
    /// @param lane  0 is nearest to the text
    /// @param first whether the mark begins here
    record Piece(Mark mark, int from, int to, int lane, boolean first) {}

    /// How many marks over this stretch find no line.
    record Badge(int from, int to, int hidden) {}

    private final Page page;
    private final List<Mark> marks;
    private final Map<String, Mark> byId = new HashMap<>();
    private final List<List<Piece>> pieces;
    private final List<List<Badge>> badges;

    /// @param marks in any order
    MarkPlan(Page page, List<Mark> marks) {
        this.page = page;
        this.marks = marks.stream().sorted(Comparator.comparing(Mark::hull)).toList();
        this.marks.forEach(mark -> byId.put(mark.id(), mark));
        pieces = IntStream.range(0, page.paragraphs().size())
                .<List<Piece>>mapToObj(_ -> new ArrayList<>())
                .toList();
        badges = IntStream.range(0, page.paragraphs().size())
                .<List<Badge>>mapToObj(_ -> new ArrayList<>())
                .toList();
        plan(this.marks.stream().filter(mark -> !mark.band()).toList());
        plan(this.marks.stream().filter(Mark::band).toList());
    }

    Page page() {
        return page;
    }

    /// In text order.
    List<Mark> marks() {
        return marks;
    }

    Optional<Mark> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<Piece> pieces(int paragraph) {
        return paragraph < pieces.size() ? pieces.get(paragraph) : List.of();
    }

    List<Badge> badges(int paragraph) {
        return paragraph < badges.size() ? badges.get(paragraph) : List.of();
    }

    /// What lies over an offset, the shortest first.
    List<Mark> at(int offset) {
        var place = page.place(offset);
        return pieces(place.paragraph()).stream()
                .filter(piece -> piece.from() <= place.column() && place.column() < piece.to())
                .map(Piece::mark)
                .distinct()
                .sorted(Comparator.comparingInt(Mark::length))
                .toList();
    }

    /// Marks whose hulls hang together are laid out together.
    private void plan(List<Mark> inOrder) {
        var group = new ArrayList<Mark>();
        int reach = 0;
        for (var mark : inOrder) {
            if (!group.isEmpty() && mark.hull().start() >= reach) {
                layOut(group);
                group.clear();
            }
            group.add(mark);
            reach = group.size() == 1
                    ? mark.hull().end()
                    : Math.max(reach, mark.hull().end());
        }
        layOut(group);
    }

    private void layOut(List<Mark> group) {
        if (group.size() == 1) {
            place(group.getFirst(), 0);
            return;
        }
        var lanes = IntStream.range(0, LANES)
                .<List<Mark>>mapToObj(_ -> new ArrayList<>())
                .toList();
        var hidden = new ArrayList<Mark>();
        var shortestFirst = group.stream()
                .sorted(Comparator.comparingInt(Mark::length).thenComparing(Mark::hull))
                .toList();
        for (var mark : shortestFirst) {
            int lane = 0;
            while (lane < LANES && lanes.get(lane).stream().anyMatch(other -> overlap(mark, other))) lane++;
            if (lane == LANES) {
                hidden.add(mark);
            } else {
                lanes.get(lane).add(mark);
                place(mark, lane);
            }
        }
        count(hidden);
    }

    /// One badge for each run of hidden marks that hang together.
    private void count(List<Mark> hidden) {
        var inOrder = hidden.stream().map(Mark::hull).sorted().toList();
        int i = 0;
        while (i < inOrder.size()) {
            var run = inOrder.get(i);
            int size = 0;
            for (; i < inOrder.size() && (size == 0 || inOrder.get(i).start() < run.end()); i++, size++) {
                run = run.union(inOrder.get(i));
            }
            int paragraph = page.place(run.start()).paragraph();
            var cut = columns(run, paragraph);
            badges.get(paragraph).add(new Badge(cut.start(), cut.end(), size));
        }
    }

    private void place(Mark mark, int lane) {
        boolean first = true;
        for (var span : mark.spans()) {
            var reach = page.reach(span);
            for (int paragraph = reach.paragraph(); paragraph <= reach.column(); paragraph++) {
                if (!page.paragraphs().get(paragraph).isText()) continue;
                var columns = columns(span, paragraph);
                if (columns.isEmpty()) continue;
                pieces.get(paragraph).add(new Piece(mark, columns.start(), columns.end(), lane, first));
                first = false;
            }
        }
    }

    private Span columns(Span span, int paragraph) {
        var of = page.paragraphs().get(paragraph).span();
        int from = Math.clamp(span.start() - (long) of.start(), 0, of.length());
        int to = Math.clamp(span.end() - (long) of.start(), from, of.length());
        return new Span(from, to);
    }

    private static boolean overlap(Mark one, Mark other) {
        for (var a : one.spans()) for (var b : other.spans()) if (a.overlaps(b)) return true;
        return false;
    }
}
