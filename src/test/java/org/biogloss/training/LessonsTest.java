package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.biogloss.bert.Targets;
import org.biogloss.tasks.Row;
import org.biogloss.tasks.TaskForm;
import org.biogloss.tasks.TaskHead;
import org.biogloss.tasks.TaskKind;
import org.junit.jupiter.api.Test;

class LessonsTest {

    private static List<Integer> lengths(int count) {
        return new Random(3).ints(count, 5, 200).boxed().toList();
    }

    @Test
    void batchesByTokensHoldEveryRowOnceWithinTheBudget() {
        var lengths = lengths(500);

        var batches = TokenBatches.ofEpoch(lengths, 1000, 7, 1);

        assertEquals(
                IntStream.range(0, 500).boxed().toList(),
                batches.stream().flatMap(List::stream).sorted().toList());
        for (var batch : batches) {
            int longest = batch.stream().mapToInt(lengths::get).max().orElseThrow();
            assertTrue(longest * batch.size() <= 1000, batch.toString());
        }
        assertEquals(batches, TokenBatches.ofEpoch(lengths, 1000, 7, 1));
        assertNotEquals(batches, TokenBatches.ofEpoch(lengths, 1000, 7, 2));
    }

    @Test
    void aRowLongerThanTheBudgetGoesAlone() {
        assertEquals(
                List.of(1, 1, 1),
                TokenBatches.ofEpoch(List.of(50, 60, 70), 20, 1, 1).stream()
                        .map(List::size)
                        .toList());
    }

    @Test
    void severalTasksTakeTurnsAndTheSmallOneBeginsAnew() {
        var schedule = Recipe.Schedule.of(3, 4, 64);
        var large = new PartLessons(rows("large", 80), schedule, 5);
        var small = new PartLessons(rows("small", 8), schedule, 5);

        var joint = new JointLessons(List.of(large, small), schedule, 4, 5);

        assertEquals(22, joint.steps(1));
        var seen = new ArrayList<String>();
        for (int epoch = 1; epoch <= 3; epoch++) {
            joint.batches(epoch).forEach(batch -> {
                assertEquals(1, batch.stream().map(Row::head).distinct().count());
                seen.add(batch.getFirst().head().name());
            });
            assertEquals(ids(joint.batches(epoch)), ids(joint.batches(epoch)));
        }
        assertEquals(66, seen.size());
        long ofSmall = seen.stream().filter("small"::equals).count();
        assertTrue(ofSmall > 12, "a temperature lets the small one come more often than its size: " + ofSmall);
    }

    private static List<String> ids(List<List<Row>> batches) {
        return batches.stream().flatMap(List::stream).map(Row::id).toList();
    }

    private static List<Row> rows(String name, int count) {
        var head = new TaskHead(name, TaskForm.usual(TaskKind.CLASSIFICATION), List.of("a"), 1);
        return IntStream.range(0, count)
                .mapToObj(i -> new Row(
                        name + i, head, new int[5], new int[5], new float[0][], new Targets.Marks(new float[1])))
                .toList();
    }
}
