package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.biogloss.document.Mention;
import org.biogloss.document.Span;

/// Where each mark is drawn: which stretch of which paragraph, on which of the stacked lines.
///
/// Marks that overlap never share a line. The shorter of two nested marks lies nearer to the text. Where there are more
/// than [#LANES], the rest is counted in a badge. Only what is asked for is laid out, together with all that hangs
/// together with it: a plan of thousands of marks costs what is seen of it. For the window's thread.
final class MarkPlan {

    static final int LANES = 3;

    private static final Comparator<Mark> ORDER = (one, other) -> {
        int byStart = Integer.compare(one.start(), other.start());
        return byStart != 0 ? byStart : Integer.compare(one.end(), other.end());
    };

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
    private final List<Overlaps> kinds;
    private final Map<String, Mark> byId = new HashMap<>();
    private final Map<Integer, List<Piece>> pieces = new HashMap<>();
    private final Map<Integer, List<Badge>> badges = new HashMap<>();

    /// @param marks in any order
    MarkPlan(Page page, List<Mark> marks) {
        this.page = page;
        var sorted = new ArrayList<>(marks);
        sorted.sort(ORDER);
        this.marks = Collections.unmodifiableList(sorted);
        var lines = new ArrayList<Mark>(sorted.size());
        var bands = new ArrayList<Mark>();
        for (var mark : sorted) (mark.band() ? bands : lines).add(mark);
        kinds = List.of(new Overlaps(lines), new Overlaps(bands));
    }

    Page page() {
        return page;
    }

    /// In text order.
    List<Mark> marks() {
        return marks;
    }

    Optional<Mark> find(String id) {
        if (byId.isEmpty()) for (var mark : marks) byId.put(mark.id(), mark);
        return Optional.ofNullable(byId.get(id));
    }

    /// The mark of a mention, found by its place.
    Optional<Mark> find(Mention mention) {
        int low = 0;
        int high = marks.size();
        int start = mention.spans().getFirst().start();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks.get(middle).start() < start) low = middle + 1;
            else high = middle;
        }
        for (; low < marks.size() && marks.get(low).start() == start; low++) {
            if (marks.get(low).id().equals(mention.id())) return Optional.of(marks.get(low));
        }
        return Optional.empty();
    }

    List<Piece> pieces(int paragraph) {
        layOut(paragraph);
        return pieces.getOrDefault(paragraph, List.of());
    }

    List<Badge> badges(int paragraph) {
        layOut(paragraph);
        return badges.getOrDefault(paragraph, List.of());
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

    private void layOut(int paragraph) {
        if (paragraph >= page.paragraphs().size()) return;
        var span = page.paragraphs().get(paragraph).span();
        for (var kind : kinds) kind.forEachNewGroup(span, this::layOut);
    }

    private void layOut(List<Mark> group) {
        if (group.size() == 1) {
            place(group.getFirst(), 0);
            return;
        }
        var lanes = Stream.generate(Lane::new).limit(LANES).toList();
        var hidden = new ArrayList<Mark>();
        var shortestFirst = group.stream()
                .sorted(Comparator.comparingInt(Mark::length).thenComparing(ORDER))
                .toList();
        for (var mark : shortestFirst) {
            int lane = 0;
            while (lane < LANES && !lanes.get(lane).isFreeFor(mark)) lane++;
            if (lane == LANES) {
                hidden.add(mark);
            } else {
                lanes.get(lane).take(mark);
                place(mark, lane);
            }
        }
        count(hidden);
    }

    /// One of the stacked lines, and what of it is taken. What is taken never overlaps, so a neighbour tells.
    private static final class Lane {

        private final TreeMap<Integer, Integer> endOf = new TreeMap<>();

        boolean isFreeFor(Mark mark) {
            return mark.spans().stream().allMatch(span -> {
                var before = endOf.lowerEntry(span.end());
                return before == null || before.getValue() <= span.start();
            });
        }

        /// The parts of one mark may overlap each other.
        void take(Mark mark) {
            for (var span : mark.spans()) endOf.merge(span.start(), span.end(), Math::max);
        }
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
            badge(run, size);
        }
    }

    /// Stands in the first paragraph in which something of them is seen.
    private void badge(Span run, int size) {
        var reach = page.reach(run);
        for (int paragraph = reach.paragraph(); paragraph <= reach.column(); paragraph++) {
            var columns = columns(run, paragraph);
            if (columns.isEmpty() || !page.paragraphs().get(paragraph).isText()) continue;
            badges.computeIfAbsent(paragraph, _ -> new ArrayList<>())
                    .add(new Badge(columns.start(), columns.end(), size));
            return;
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
                pieces.computeIfAbsent(paragraph, _ -> new ArrayList<>())
                        .add(new Piece(mark, columns.start(), columns.end(), lane, first));
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
}
