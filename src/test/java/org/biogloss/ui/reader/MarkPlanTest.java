package org.biogloss.ui.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.biogloss.document.Document;
import org.biogloss.document.Section;
import org.biogloss.document.Span;
import org.junit.jupiter.api.Test;

class MarkPlanTest {

    private final Random random = new Random(7);

    @Test
    void marksThatOverlapNeverShareALine() {
        for (int round = 0; round < 200; round++) {
            var plan = randomPlan(40);
            for (int paragraph = 0; paragraph < plan.page().paragraphs().size(); paragraph++) {
                var pieces = plan.pieces(paragraph);
                for (var a : pieces) {
                    for (var b : pieces) {
                        if (a.mark() == b.mark() || a.lane() != b.lane()) continue;
                        assertFalse(a.from() < b.to() && b.from() < a.to(), a + " and " + b);
                    }
                }
            }
        }
    }

    @Test
    void aMarkIsDrawnOverExactlyItsText() {
        for (int round = 0; round < 200; round++) {
            var plan = randomPlan(6);
            var drawn = new HashMap<String, Set<Integer>>();
            for (var paragraph : plan.page().paragraphs()) {
                for (var piece : plan.pieces(paragraph.index())) {
                    for (int column = piece.from(); column < piece.to(); column++) {
                        drawn.computeIfAbsent(piece.mark().id(), _ -> new HashSet<>())
                                .add(paragraph.span().start() + column);
                    }
                }
            }
            drawn.forEach((id, offsets) -> {
                var mark = plan.find(id).orElseThrow();
                var wanted = new HashSet<Integer>();
                for (var span : mark.spans()) for (int i = span.start(); i < span.end(); i++) wanted.add(i);
                wanted.removeIf(offset -> !isShown(plan.page(), offset));
                assertEquals(wanted, offsets);
            });
        }
    }

    @Test
    void everyMarkIsDrawnOrCounted() {
        for (int round = 0; round < 200; round++) {
            var plan = randomPlan(60);
            var drawn = new HashSet<String>();
            int counted = 0;
            for (int paragraph = 0; paragraph < plan.page().paragraphs().size(); paragraph++) {
                plan.pieces(paragraph).forEach(piece -> drawn.add(piece.mark().id()));
                for (var badge : plan.badges(paragraph)) counted += badge.hidden();
            }
            assertEquals(plan.marks().size(), drawn.size() + counted);
        }
    }

    @Test
    void theInnerOfTwoNestedMarksLiesNearerToTheText() {
        var page = Page.of(Document.of("d", "von Hippel-Lindau disease"), "");
        var plan = new MarkPlan(page, List.of(mark("outer", 0, 25), mark("inner", 0, 17)));

        assertEquals(Map.of("outer", 1, "inner", 0), lanes(plan));
    }

    @Test
    void aDiscontinuousMarkLeavesItsGapFree() {
        var page = Page.of(Document.of("d", "breast and ovarian cancer"), "");
        var parts = new Mark("m", List.of(new Span(0, 6), new Span(19, 25)), "Disease", false, 1, false);
        var plan = new MarkPlan(page, List.of(parts));
        int body = page.place(0).paragraph();

        assertEquals(2, plan.pieces(body).size());
        assertTrue(plan.at(8).isEmpty());
        assertEquals(List.of(parts), plan.at(20));
    }

    @Test
    void aMarkAcrossParagraphsBeginsOnce() {
        var page = Page.of(Document.of("d", "First line\n\nSecond line"), "");
        var plan = new MarkPlan(page, List.of(mark("m", 6, 18)));

        var pieces = page.paragraphs().stream()
                .flatMap(paragraph -> plan.pieces(paragraph.index()).stream())
                .toList();
        assertEquals(2, pieces.size());
        assertEquals(
                List.of(true, false), pieces.stream().map(MarkPlan.Piece::first).toList());
    }

    @Test
    void moreThanThreeLayersAreCountedInABadge() {
        var page = Page.of(Document.of("d", "abcdefgh"), "");
        var marks = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> mark("m" + i, 0, i + 2))
                .toList();
        var plan = new MarkPlan(page, marks);

        assertEquals(2, plan.badges(page.place(0).paragraph()).getFirst().hidden());
    }

    @Test
    void everyOffsetOfAParagraphHasAPlaceAndBack() {
        var text = "Title of 𝛼-synuclein\n\nAbstract: the second.\r\nThird line";
        var sections =
                List.of(new Section("title", new Span(0, 21)), new Section("abstract", new Span(23, text.length())));
        var page = Page.of(new Document("d", text, sections, Map.of()), "d");

        for (int offset = 0; offset < text.length(); offset++) {
            if (!isShown(page, offset)) continue;
            var place = page.place(offset);
            assertEquals(offset, page.offset(place.paragraph(), place.column()));
            var shown = page.paragraphs().get(place.paragraph()).shown().charAt(place.column());
            assertTrue(shown == text.charAt(offset) || Character.isISOControl(text.charAt(offset)));
        }
    }

    private static boolean isShown(Page page, int offset) {
        return page.paragraphs().stream()
                .anyMatch(paragraph -> paragraph.isText() && paragraph.span().contains(offset));
    }

    private MarkPlan randomPlan(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < 30; i++)
            text.append("word".repeat(1 + random.nextInt(4))).append(random.nextInt(6) == 0 ? "\n" : " ");
        var page = Page.of(Document.of("d", text.toString()), "");
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < count; i++) {
            int start = random.nextInt(text.length() - 1);
            int end = Math.min(text.length(), start + 1 + random.nextInt(30));
            var spans = new ArrayList<>(List.of(new Span(start, end)));
            if (random.nextInt(5) == 0 && end + 8 < text.length()) spans.add(new Span(end + 3, end + 8));
            boolean any = spans.stream()
                    .anyMatch(span -> !Words.stripped(text.toString(), span).isEmpty());
            if (any) marks.add(new Mark("m" + i, spans, "Gene", false, 1, false));
        }
        return new MarkPlan(page, marks);
    }

    private static Map<String, Integer> lanes(MarkPlan plan) {
        var lanes = new HashMap<String, Integer>();
        for (var paragraph : plan.page().paragraphs()) {
            plan.pieces(paragraph.index())
                    .forEach(piece -> lanes.put(piece.mark().id(), piece.lane()));
        }
        return lanes;
    }

    private static Mark mark(String id, int start, int end) {
        return new Mark(id, List.of(new Span(start, end)), "Disease", false, 1, false);
    }
}
