package org.biogloss.training;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at twenty moments by chance: every other one while a checkpoint is being written.
@Tag("slow")
class KilledRunsTest {

    private static final int KILLS = 20;

    @TempDir
    Path folder;

    @Test
    void aRunKilledTwentyTimesComesOutAsOneThatWasNot() throws Exception {
        var tiny = new TinyRuns(folder);
        // A checkpoint every three steps, so that writing takes about half of the time.
        var recipe = TinyRuns.checkpointing(tiny.recipe(120), 3);
        var straight = new RunFolder(folder.resolve("straight"));
        tiny.training(recipe, straight).run(false, JobContext.silent());
        var runs = new Runs(folder.resolve("runs"));
        var chance = new Random(11);

        var run = runs.start(recipe);
        int killed = 0;
        int during = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            long before = steps(run);
            var now = run;
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> steps(now) > before || now.state().isOver());
            var process = new RunFolder(run.folder()).liveProcess();
            if (process.isEmpty()) break; // it was faster than the kills
            if (kill % 2 == 0) awaitWriting(run);
            else Thread.sleep(chance.nextInt(250));
            if (Files.exists(run.folder().resolve(".checkpoint-new.part"))) during++;
            process.get().destroyForcibly();
            killed++;
            await().atMost(Duration.ofMinutes(1)).until(() -> now.state() != RunState.RUNNING);
            checkModels(run);
            if (run.state() != RunState.LOST) break;
            run = runs.resume(run);
        }
        var last = run;
        await().atMost(Duration.ofMinutes(4)).until(() -> last.state() == RunState.FINISHED);

        assertEquals(KILLS, killed, "the run was over before the last kill");
        assertTrue(during > 0, "no kill met a checkpoint being written");
        var curve = curve(run.folder());
        assertEquals(
                LongStream.rangeClosed(1, 960).boxed().toList(),
                curve.stream().map(event -> event.path("step").asLong()).toList());
        assertEquals(told(curve(straight.folder())), told(curve));
        assertArrayEquals(
                Files.readAllBytes(straight.best().resolve("model.safetensors")),
                Files.readAllBytes(run.model().orElseThrow().resolve("model.safetensors")));
    }

    /// Whatever lies under the run's folder, hidden parts aside, is no model or a whole one.
    private static void checkModels(Run run) throws IOException {
        assertEquals(List.of(), new Models(List.of(run.folder())).broken());
        if (run.model().isPresent()) Models.open(run.model().get());
    }

    private static void awaitWriting(Run run) throws InterruptedException {
        long end = System.nanoTime() + 3_000_000_000L;
        while (System.nanoTime() < end && !Files.exists(run.folder().resolve(".checkpoint-new.part")))
            Thread.onSpinWait();
    }

    private static long steps(Run run) {
        try {
            return run.events().poll().stream()
                    .filter(event -> event.path("event").asText().equals("step"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> curve(Path run) throws IOException {
        return RunHistory.surviving(Run.open(run).events().poll()).stream()
                .filter(event -> event.path("event").asText().equals("step"))
                .toList();
    }

    private static List<String> told(List<JsonNode> curve) {
        var told = new ArrayList<String>();
        for (var step : curve) told.add(step.path("loss") + " " + step.path("gradNorm") + " " + step.path("rate"));
        return told;
    }
}
