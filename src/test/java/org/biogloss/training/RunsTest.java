package org.biogloss.training;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.biogloss.jobs.JobContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {

    @TempDir
    Path folder;

    @Test
    void aKilledRunIsFoundAgainGoesOnAndCanBeStopped() throws Exception {
        var run = runs().start(endless());
        await().atMost(Duration.ofMinutes(2)).until(() -> has(run, "checkpoint"));
        assertEquals(RunState.RUNNING, run.state());

        new RunFolder(run.folder()).liveProcess().orElseThrow().destroyForcibly();
        await().atMost(Duration.ofMinutes(1)).until(() -> run.state() != RunState.RUNNING);

        var found = runs().list();
        assertEquals(List.of(run.name()), found.stream().map(Run::name).toList());
        assertEquals(RunState.LOST, found.getFirst().state());
        assertTrue(found.getFirst().model().isPresent());

        var again = runs().resume(found.getFirst());
        await().atMost(Duration.ofMinutes(2)).until(() -> starts(again).size() == 2);
        assertTrue(starts(again).getLast() > 0, "it goes on from its checkpoint");
        again.stopKeepingBest();
        await().atMost(Duration.ofMinutes(2)).until(() -> again.state() == RunState.STOPPED);
    }

    private Runs runs() {
        return new Runs(folder.resolve("runs"));
    }

    private Recipe endless() throws IOException {
        return TinyRuns.checkpointing(new TinyRuns(folder).recipe(1000), 20);
    }

    @Test
    void aRunIsPausedGoesOnAndIsPutIntoTheTrashAndBack() throws Exception {
        var run = runs().start(endless());
        await().atMost(Duration.ofMinutes(2)).until(() -> has(run, "step"));

        run.pause();
        await().atMost(Duration.ofMinutes(2)).until(() -> run.state() == RunState.PAUSED);
        var again = runs().resume(run);
        await().atMost(Duration.ofMinutes(2)).until(() -> starts(again).size() == 2);
        assertEquals(RunState.RUNNING, again.state());
        assertThrows(IOException.class, () -> runs().delete(again));
        again.stopKeepingBest();
        await().atMost(Duration.ofMinutes(2)).until(() -> again.state() == RunState.STOPPED);

        var name = runs().delete(again);
        assertEquals(List.of(), runs().list());
        assertEquals(List.of(name), runs().trash());
        assertEquals(RunState.STOPPED, runs().restore(name).state());
        assertEquals(1, runs().list().size());
    }

    @Test
    void theCostIsToldBeforeTheStart() throws Exception {
        var recipe = new TinyRuns(folder).recipe(7);

        var cost = runs().estimate(recipe, JobContext.silent());

        assertEquals(56, cost.steps());
        assertTrue(cost.seconds() > 0 && cost.memoryMB() > 0 && cost.tokensPerSecond() > 0, cost.words());
        assertEquals(List.of(), runs().list());
    }

    @Test
    void aRunThatCannotEvenBeginSaysWhy() throws Exception {
        var run = new Runs(folder).start(SmallData.recipe(folder.resolve("none.jsonl"), 1));

        await().atMost(Duration.ofMinutes(2)).until(() -> run.state() == RunState.FAILED);

        assertTrue(Files.readString(new RunFolder(run.folder()).output()).contains("there is no file"));
    }

    private static boolean has(Run run, String kind) {
        return events(run).stream()
                .anyMatch(event -> event.path("event").asText().equals(kind));
    }

    private static List<Long> starts(Run run) {
        return events(run).stream()
                .filter(event -> event.path("event").asText().equals("started"))
                .map(event -> event.path("step").asLong())
                .toList();
    }

    private static List<com.fasterxml.jackson.databind.JsonNode> events(Run run) {
        try {
            return run.events().poll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
