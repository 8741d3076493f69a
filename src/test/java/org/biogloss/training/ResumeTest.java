package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.tasks.TaskForm;
import org.biogloss.tasks.TaskKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that was interrupted comes out as one that was not, to the last bit.
class ResumeTest {

    @TempDir
    Path folder;

    private TinyRuns tiny = new TinyRuns(Path.of(""));
    private RunFolder straight = new RunFolder(Path.of(""));
    private RunFolder broken = new RunFolder(Path.of(""));

    @BeforeEach
    void lay() {
        tiny = new TinyRuns(folder);
        straight = new RunFolder(folder.resolve("straight"));
        broken = new RunFolder(folder.resolve("broken"));
    }

    /// As if the process had ended there: nothing is tidied up, nothing is said.
    private static final class Killed extends Error {}

    private static JobContext atStep(long step, Runnable event) {
        return new JobContext() {
            @Override
            public void report(Progress progress) {
                if (progress.done() == step) event.run();
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
    }

    private static JobContext killedAt(long step) {
        return atStep(step, () -> {
            throw new Killed();
        });
    }

    @Test
    void fortyStepsAreTwentyAndAKillAndTwenty() throws Exception {
        var recipe = TinyRuns.checkpointing(tiny.recipe(5), 20);
        tiny.training(recipe, straight).run(false, JobContext.silent());

        assertThrows(Killed.class, () -> tiny.training(recipe, broken).run(false, killedAt(27)));
        tiny.training(recipe, broken).run(true, JobContext.silent());

        assertSame();
        assertEquals(20, events("started").getLast().path("step").asLong());
    }

    @Test
    void severalTasksGoOnInTheSameMixture() throws Exception {
        var one = tiny.recipe(3).parts().getFirst();
        var other = new Recipe.Part("pairs", relations(), 0.5, data(tiny.pairs()));
        var parts = List.of(new Recipe.Part("genes", one.form(), 1, one.data()), other);
        var joint = tiny.recipe(3);
        var recipe = TinyRuns.checkpointing(
                new Recipe(
                        parts, 2, joint.model(), joint.optimizer(), joint.schedule(), joint.compute(), joint.seeds()),
                10);
        tiny.training(recipe, straight).run(false, JobContext.silent());

        assertThrows(Killed.class, () -> tiny.training(recipe, broken).run(false, killedAt(33)));
        tiny.training(recipe, broken).run(true, JobContext.silent());

        assertSame();
    }

    private static TaskForm relations() {
        return TaskForm.usual(TaskKind.RELATION).withNegative("none");
    }

    private static Recipe.Data data(Path file) {
        return new Recipe.Data(file.toString(), file.toString(), Optional.empty(), List.of());
    }

    @Test
    void aPausedRunGoesOnWhereItWas() throws Exception {
        var recipe = tiny.recipe(4);
        tiny.training(recipe, straight).run(false, JobContext.silent());

        var paused = tiny.training(recipe, broken).run(false, atStep(13, () -> ask(broken)));

        assertEquals(RunState.PAUSED, paused.state());
        assertEquals(RunState.PAUSED, Run.open(broken.folder()).state());
        assertEquals(13, events("paused").getLast().path("step").asLong());
        broken.clearWishes();
        tiny.training(recipe, broken).run(true, JobContext.silent());
        assertSame();
    }

    private static void ask(RunFolder run) {
        try {
            run.askToPause();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFinishedRunIsNotBegunAgain() throws Exception {
        var recipe = tiny.recipe(1);
        tiny.training(recipe, broken).run(false, JobContext.silent());

        var again = tiny.training(recipe, broken).run(true, JobContext.silent());

        assertEquals(RunState.FINISHED, again.state());
        assertEquals(1, events("started").size());
    }

    @Test
    void anotherRecipeIsNotGoneOnWith() throws Exception {
        tiny.training(tiny.recipe(1), broken).run(false, JobContext.silent());

        var refused = assertThrows(
                IOException.class, () -> tiny.training(tiny.recipe(2), broken).run(true, JobContext.silent()));

        assertTrue(String.valueOf(refused.getMessage()).contains("differs from the recipe given"));
    }

    private List<JsonNode> events(String kind) throws IOException {
        return Run.open(broken.folder()).events().poll().stream()
                .filter(event -> event.path("event").asText().equals(kind))
                .toList();
    }

    private void assertSame() throws IOException {
        assertEquals(curve(straight), curve(broken));
        assertArrayEquals(
                Files.readAllBytes(straight.best().resolve("model.safetensors")),
                Files.readAllBytes(broken.best().resolve("model.safetensors")));
        assertFalse(Files.exists(broken.checkpoint()));
    }

    /// What holds of a run's events: losses, norms and rates, and scores on the dev data, by step.
    private static List<String> curve(RunFolder run) throws IOException {
        return RunHistory.surviving(Run.open(run.folder()).events().poll()).stream()
                .filter(event -> List.of("step", "evaluated", "best")
                        .contains(event.path("event").asText()))
                .map(event -> event.path("event").asText() + event.path("step") + " " + event.path("loss") + " "
                        + event.path("gradNorm") + " " + event.path("rate") + " " + event.path("scores"))
                .toList();
    }
}
