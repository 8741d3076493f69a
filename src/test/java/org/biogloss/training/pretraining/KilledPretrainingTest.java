package org.biogloss.training.pretraining;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.biogloss.jobs.JobContext;
import org.biogloss.training.Run;
import org.biogloss.training.RunFolder;
import org.biogloss.training.RunHistory;
import org.biogloss.training.RunState;
import org.biogloss.training.Runs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run in a process of its own, killed in the middle, goes on along the same curve.
@Tag("slow")
class KilledPretrainingTest {

    private static final int STEPS = 400;

    @TempDir
    Path folder;

    @Test
    void aKilledChildGoesOnAlongTheSameCurve() throws Exception {
        var tiny = new TinyPretraining(folder);
        var recipe = tiny.recipe().with(TinyPretraining.schedule(STEPS, 10));
        var straight = new RunFolder(folder.resolve("straight"));
        tiny.pretraining(recipe, straight).run(false, JobContext.silent());
        var runs = new Runs(folder.resolve("runs"));

        var run = runs.start(recipe);
        for (long at : new long[] {15, 120}) {
            var now = run;
            await().atMost(Duration.ofMinutes(2)).until(() -> lastStep(now) > at);
            new RunFolder(run.folder()).liveProcess().orElseThrow().destroyForcibly();
            await().atMost(Duration.ofMinutes(1)).until(() -> now.state() == RunState.LOST);
            run = runs.resume(run);
        }
        var last = run;
        await().atMost(Duration.ofMinutes(4)).until(() -> last.state() == RunState.FINISHED);

        assertEquals(curve(Run.open(straight.folder())), curve(run));
        assertArrayEquals(
                Files.readAllBytes(straight.best().resolve("model.safetensors")),
                Files.readAllBytes(run.model().orElseThrow().resolve("model.safetensors")));
    }

    private static long lastStep(Run run) {
        try {
            return run.events().poll().stream()
                    .filter(event -> event.path("event").asText().equals("step"))
                    .mapToLong(event -> event.path("step").asLong())
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> curve(Run run) throws IOException {
        return RunHistory.surviving(run.events().poll()).stream()
                .filter(event -> event.path("event").asText().equals("step"))
                .map(event -> event.path("step") + " " + event.path("loss") + " " + event.path("gradNorm"))
                .toList();
    }
}
