package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.biogloss.document.Span;

/// A sentence as the network reads it to tell a relation, and where in it the two entities are read off.
///
/// @param places of the head and of the tail; the same place where one dummy stands for both; none where a
///     masked sentence shows no dummy
record RelationText(String text, List<Span> places) {

    /// What frames the head and the tail.
    static final List<String> MARKERS = List.of("[E1]", "[/E1]", "[E2]", "[/E2]");

    /// A marker that opens or closes an entity, before it is put into the text.
    private record Border(int at, boolean opens, int entity, int length) {}

    RelationText {
        places = List.copyOf(places);
    }

    /// Where an example lacks the form that is asked for, the other one serves: markers frame dummies where
    /// a sentence exists with dummies alone.
    static RelationText of(RelationExample example, TaskForm form, Dummies dummies) {
        return switch (form.input()) {
            case DUMMIES -> dummies(example, dummies);
            case MARKERS -> marked(example, form.reading());
            case RAW -> plain(example);
        };
    }

    private static RelationText dummies(RelationExample example, Dummies dummies) {
        if (example.masked().isPresent())
            return masked(example, example.masked().get());
        var head = example.head().orElseThrow();
        var tail = example.tail().orElseThrow();
        if (Dummies.overlap(head, tail)) {
            var hull = head.span().union(tail.span());
            var dummy = dummies.ofBoth(head.type(), tail.type());
            var place = new Span(hull.start(), hull.start() + dummy.length());
            return new RelationText(replaced(example.text(), hull, dummy), List.of(place, place));
        }
        boolean headFirst = head.span().start() < tail.span().start();
        var first = headFirst ? head : tail;
        var second = headFirst ? tail : head;
        var one = dummies.of(first.type());
        var two = dummies.of(second.type());
        var text = replaced(replaced(example.text(), second.span(), two), first.span(), one);
        int shift = one.length() - first.span().length();
        int secondStart = second.span().start() + shift;
        var firstPlace = new Span(first.span().start(), first.span().start() + one.length());
        var secondPlace = new Span(secondStart, secondStart + two.length());
        return new RelationText(text, headFirst ? List.of(firstPlace, secondPlace) : List.of(secondPlace, firstPlace));
    }

    private static String replaced(String text, Span span, String by) {
        return text.substring(0, span.start()) + by + text.substring(span.end());
    }

    /// As its source masked it. Which dummy is the head's follows from where the entities stand in the text
    /// as written.
    private static RelationText masked(RelationExample example, String masked) {
        var found = Dummies.in(masked);
        if (found.isEmpty()) return new RelationText(masked, List.of());
        var first = found.getFirst();
        var second = found.size() == 1 ? first : found.get(1);
        boolean tailFirst = example.head().isPresent()
                && example.tail().orElseThrow().span().start()
                        < example.head().orElseThrow().span().start();
        return new RelationText(masked, tailFirst ? List.of(second, first) : List.of(first, second));
    }

    private static RelationText plain(RelationExample example) {
        if (example.head().isEmpty()) return masked(example, example.masked().orElseThrow());
        return new RelationText(
                example.text(),
                List.of(
                        example.head().orElseThrow().span(),
                        example.tail().orElseThrow().span()));
    }

    /// Read off at the opening marker, or at what stands between the two.
    private static RelationText marked(RelationExample example, EntityReading reading) {
        var plain = plain(example);
        if (plain.places().isEmpty()) return plain;
        var text = new StringBuilder();
        var opened = new Span[2];
        var places = new Span[2];
        int copied = 0;
        for (var border : borders(plain.places())) {
            text.append(plain.text(), copied, border.at());
            copied = border.at();
            int entity = border.entity();
            var marker = MARKERS.get(2 * entity + (border.opens() ? 0 : 1));
            if (border.opens()) {
                opened[entity] = new Span(text.length(), text.length() + marker.length());
                text.append(marker).append(' ');
            } else {
                var inside = new Span(opened[entity].end() + 1, text.length());
                text.append(' ').append(marker);
                places[entity] = reading == EntityReading.MENTIONS ? inside : opened[entity];
            }
        }
        text.append(plain.text(), copied, plain.text().length());
        return new RelationText(text.toString(), List.of(places));
    }

    /// In text order. Where entities meet, what ends comes before what begins, and the longer one frames
    /// the other.
    private static List<Border> borders(List<Span> entities) {
        var borders = new ArrayList<Border>();
        for (int entity = 0; entity < entities.size(); entity++) {
            var span = entities.get(entity);
            borders.add(new Border(span.start(), true, entity, span.length()));
            borders.add(new Border(span.end(), false, entity, span.length()));
        }
        borders.sort(Comparator.comparingInt(Border::at)
                .thenComparing(Border::opens)
                .thenComparingInt(border -> border.opens() ? -border.length() : border.length())
                .thenComparingInt(border -> border.opens() ? border.entity() : -border.entity()));
        return borders;
    }
}
