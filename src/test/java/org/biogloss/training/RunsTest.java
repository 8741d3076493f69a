package org.biogloss.training;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {

    @TempDir
    Path folder;

    @Test
    void aKilledRunIsFoundAgainGoesOnAndCanBeStopped() throws Exception {
        var data = folder.resolve("data.jsonl");
        SmallData.write(data);
        var run = new Runs(folder.resolve("runs")).start(SmallData.recipe(data, 1000));
        await().atMost(Duration.ofMinutes(2)).until(() -> has(run, "checkpoint"));
        assertEquals(RunState.RUNNING, run.state());

        new RunFolder(run.folder()).liveProcess().orElseThrow().destroyForcibly();
        await().atMost(Duration.ofMinutes(1)).until(() -> run.state() != RunState.RUNNING);

        var found = new Runs(folder.resolve("runs")).list();
        assertEquals(List.of(run.name()), found.stream().map(Run::name).toList());
        assertEquals(RunState.LOST, found.getFirst().state());
        assertTrue(found.getFirst().model().isPresent());

        var again = new Runs(folder.resolve("runs")).resume(found.getFirst());
        await().atMost(Duration.ofMinutes(2)).until(() -> starts(again).size() == 2);
        assertTrue(starts(again).getLast() > 0, "it goes on from its checkpoint");
        again.stopKeepingBest();
        await().atMost(Duration.ofMinutes(2)).until(() -> again.state() == RunState.STOPPED);
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
