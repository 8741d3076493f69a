package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.biogloss.document.Span;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void whatFitsIsKeptWhole() {
        assertArrayEquals(
                IntStream.range(0, 7).toArray(), Excerpt.around(7, List.of(new Span(1, 2), new Span(4, 5)), 7));
    }

    @Test
    void entitiesNearEachOtherStandInTheMiddle() {
        var kept = Excerpt.around(100, List.of(new Span(50, 52), new Span(46, 48)), 20);
        assertArrayEquals(IntStream.range(39, 59).toArray(), kept);
    }

    @Test
    void entitiesFarApartKeepHalfTheRoomEach() {
        var kept = Excerpt.around(100, List.of(new Span(2, 3), new Span(97, 98)), 20);
        assertArrayEquals(
                IntStream.concat(IntStream.range(0, 10), IntStream.range(90, 100))
                        .toArray(),
                kept);
    }

    @Test
    void noEntityIsEverLostAndTheRoomIsUsed() {
        var chance = new Random(1);
        for (int trial = 0; trial < 2000; trial++) {
            int size = 1 + chance.nextInt(300);
            int room = 8 + chance.nextInt(100);
            var places = List.of(place(size, chance), place(size, chance));
            var kept = Excerpt.around(size, places, room);
            var words = size + " " + places + " " + room + ": "
                    + IntStream.of(kept).boxed().toList();
            assertEquals(Math.min(size, room), kept.length, words);
            assertArrayEquals(IntStream.of(kept).distinct().sorted().toArray(), kept, words);
            assertTrue(kept.length == 0 || kept[0] >= 0 && kept[kept.length - 1] < size, words);
            for (var place : places) assertTrue(IntStream.of(kept).anyMatch(at -> at == place.start()), words);
        }
    }

    private static Span place(int size, Random chance) {
        int start = chance.nextInt(size);
        return new Span(start, Math.min(size, start + 1 + chance.nextInt(6)));
    }
}
