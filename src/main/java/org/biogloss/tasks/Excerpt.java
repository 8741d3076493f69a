package org.biogloss.tasks;

import java.util.List;
import java.util.stream.IntStream;
import org.biogloss.document.Span;

/// Which pieces of a sentence too long for the network are kept: those around its two entities.
final class Excerpt {

    private Excerpt() {}

    /// The numbers of the pieces to keep, rising. Everything, where it fits. Where the two entities are too
    /// far apart for one stretch, half the room goes to the surroundings of each. Of an entity too long for
    /// that, its beginning is kept.
    ///
    /// @param size   of the sentence, in pieces
    /// @param places of the entities among the pieces; none keeps the beginning
    /// @param room   the most pieces that may be kept
    static int[] around(int size, List<Span> places, int room) {
        if (size <= room) return IntStream.range(0, size).toArray();
        if (places.isEmpty()) return IntStream.range(0, room).toArray();
        var hull = places.stream().reduce(Span::union).orElseThrow();
        if (hull.length() <= room) return pieces(widened(hull, 0, size, room)).toArray();
        var first = places.getFirst().start() <= places.getLast().start() ? places.getFirst() : places.getLast();
        var second = first == places.getFirst() ? places.getLast() : places.getFirst();
        int half = room / 2;
        var left = widened(first, 0, size, half);
        var right = widened(second, left.end(), size, room - half);
        return IntStream.concat(pieces(left), pieces(right)).toArray();
    }

    /// A stretch of just that many pieces with the place in its middle, as far as the borders allow.
    private static Span widened(Span place, int least, int most, int room) {
        int from = Math.max(least, place.start());
        int start = Math.max(least, from - Math.max(0, room - place.length()) / 2);
        int end = Math.min(most, start + room);
        return new Span(Math.max(least, Math.min(start, end - room)), end);
    }

    private static IntStream pieces(Span stretch) {
        return IntStream.range(stretch.start(), stretch.end());
    }
}
