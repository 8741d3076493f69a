package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.bert.Compute;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.registry.Models;
import org.biogloss.tasks.Tagger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FineTuningTest {

    @TempDir
    Path folder;

    private Path data = Path.of("");
    private RunFolder run = new RunFolder(data);

    @BeforeEach
    void writeData() throws IOException {
        data = folder.resolve("data.jsonl");
        SmallData.write(data);
        run = new RunFolder(folder.resolve("run"));
    }

    private FineTuning training(Recipe recipe) {
        return new FineTuning(recipe, DataPlaces.besides(data), run, new Models(List.of()), _ -> {});
    }

    private List<JsonNode> events(String kind) throws IOException {
        return Run.open(run.folder()).events().poll().stream()
                .filter(event -> event.path("event").asText().equals(kind))
                .toList();
    }

    @Test
    void aFewDozenSentencesTeachTheEmbeddedEncoderToFindChemicals() throws Exception {
        var card = training(SmallData.recipe(data, 5))
                .run(false, JobContext.silent())
                .model()
                .orElseThrow();

        var losses = events("step").stream().map(e -> e.path("loss").asDouble()).toList();
        assertTrue(losses.getLast() < losses.getFirst() / 2, losses.toString());
        assertEquals(25, losses.size());
        assertEquals(List.of("Chemical"), card.types());
        assertEquals(
                events("finished").getFirst().path("bestF1").asDouble(),
                card.scores().getOrDefault("test.f1", -1.0),
                0.05); // half precision on disk
        assertEquals("best", events("finished").getFirst().path("model").asText());
        assertEquals(RunState.FINISHED, Run.open(run.folder()).state());
        assertFalse(Files.exists(run.checkpoint()));
        try (var tagger = Tagger.open(run.best(), Compute.exact())) {
            var found = tagger.tag(List.of("We measured the effect of warfarin on sleep."), JobContext.silent());
            assertEquals("warfarin", found.getFirst().getFirst().in("We measured the effect of warfarin on sleep."));
        }
    }

    @Test
    void aStopFileEndsTheRunAfterTheStepAndTheBestIsKept() throws Exception {
        var stopping = new JobContext() {
            @Override
            public void report(Progress progress) {
                try {
                    if (progress.done() == 2) run.askToStop();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };

        var result = training(SmallData.recipe(data, 50)).run(false, stopping);

        assertEquals(2, events("step").size());
        assertEquals(1, events("stopped").size());
        assertEquals(RunState.STOPPED, Run.open(run.folder()).state());
        assertEquals(RunState.STOPPED, result.state());
        assertEquals(result.model().orElseThrow(), Models.open(run.best()));
    }

    @Test
    void whatCannotBeLearntFromIsToldInWords() throws Exception {
        var recipe = SmallData.recipe(data, 1);

        Files.writeString(data, "");
        assertSays("there is no example", recipe);
        Files.writeString(data, "{\"text\":\"Nothing here.\"}\n");
        assertSays("so there is nothing to tell apart", recipe);
        Files.delete(data);
        assertSays("there is no file", recipe);
    }

    @Test
    void aRunIsNotWrittenOverByAnother() throws Exception {
        Files.writeString(data, "");
        assertThrows(
                IOException.class, () -> training(SmallData.recipe(data, 1)).run(false, JobContext.silent()));

        var refused = assertThrows(
                IOException.class, () -> training(SmallData.recipe(data, 1)).run(false, JobContext.silent()));

        assertTrue(String.valueOf(refused.getMessage()).contains("there is a run already"), refused.getMessage());
    }

    private void assertSays(String words, Recipe recipe) throws IOException {
        var failure =
                assertThrows(IOException.class, () -> training(recipe).run(run.wasStarted(), JobContext.silent()));
        assertTrue(String.valueOf(failure.getMessage()).contains(words), failure.getMessage());
        assertEquals(
                failure.getMessage(), events("failed").getLast().path("message").asText());
        assertEquals(RunState.FAILED, Run.open(run.folder()).state());
    }
}
