package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.WholeFolder;
import org.biogloss.tasks.TaskForm;
import org.biogloss.tasks.TaskKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot work is told in one message, and what was good before is kept.
class TrainingTroubleTest {

    @TempDir
    Path folder;

    private TinyRuns tiny = new TinyRuns(Path.of(""));
    private RunFolder run = new RunFolder(Path.of(""));

    @BeforeEach
    void lay() {
        tiny = new TinyRuns(folder);
        run = new RunFolder(folder.resolve("run"));
    }

    @Test
    void aLossThatIsNoNumberEndsTheRunAndLeavesTheBatch() throws Exception {
        var recipe = tiny.recipe(2);
        spoil(tiny.base().resolve("model.safetensors"));

        var stopped =
                assertThrows(IOException.class, () -> tiny.training(recipe, run).run(false, JobContext.silent()));

        assertTrue(String.valueOf(stopped.getMessage()).startsWith("Training stopped at step 1: the loss"));
        assertTrue(
                String.valueOf(stopped.getMessage()).contains(run.stoppedBatch().toString()));
        var batch = JsonMapper.builder().build().readTree(run.stoppedBatch().toFile());
        assertEquals(1, batch.path("step").asInt());
        assertEquals("NaN", batch.path("loss").asText());
        assertEquals(4, batch.path("rows").size());
        var row = batch.path("rows").path(0);
        assertFalse(row.path("text").asText().isEmpty());
        assertEquals(row.path("ids").size(), row.path("labels").size());
        assertEquals(RunState.FAILED, Run.open(run.folder()).state());
        assertEquals(
                "stopped-batch.json", events("failed").getFirst().path("batch").asText());
    }

    /// Fills the end of the weights, of whichever tensor it is, with what is no number.
    private static void spoil(Path weights) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(weights)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = bytes.capacity() - 400; at < bytes.capacity(); at += 4) bytes.putFloat(at, Float.NaN);
        Files.write(weights, bytes.array());
    }

    @Test
    void lessMemoryThanAStepNeedsIsNotTheEnd() {
        var told = MemoryTrouble.hopeless(512, new OutOfMemoryError());

        assertTrue(String.valueOf(told.getMessage()).contains("a single row of 512 word pieces"));
    }

    @Test
    void portionsChangeTheLossInTheLastDigitsOnly() throws Exception {
        var recipe = tiny.recipe(1);
        var o = recipe.optimizer();
        var portions = new Recipe.Optimizer(
                o.rate(),
                o.weightDecay(),
                o.beta1(),
                o.beta2(),
                o.epsilon(),
                o.clip(),
                0,
                o.frozenLayers(),
                o.layerDecay(),
                o.freshTopLayers(),
                2,
                o.classWeights());
        var whole = new Recipe.Optimizer(
                o.rate(),
                o.weightDecay(),
                o.beta1(),
                o.beta2(),
                o.epsilon(),
                o.clip(),
                0,
                o.frozenLayers(),
                o.layerDecay(),
                o.freshTopLayers(),
                1,
                o.classWeights());
        var other = new RunFolder(folder.resolve("other"));

        tiny.training(recipe.with(whole), run).run(false, JobContext.silent());
        tiny.training(recipe.with(portions), other).run(false, JobContext.silent());

        var ours = losses(run);
        var theirs = losses(other);
        assertEquals(8, ours.size());
        for (int i = 0; i < 8; i++) assertEquals(ours.get(i), theirs.get(i), 1e-3 * ours.get(i));
    }

    private static List<Double> losses(RunFolder run) throws IOException {
        return Run.open(run.folder()).events().poll().stream()
                .filter(event -> event.path("event").asText().equals("step"))
                .map(event -> event.path("loss").asDouble())
                .toList();
    }

    @Test
    void patienceEndsARunAndTellsHowMuchOfItIsLeft() throws Exception {
        var recipe = tiny.recipe(50);
        var s = recipe.schedule();
        var impatient =
                recipe.with(new Recipe.Schedule(s.epochs(), 4, 0, 40, 0.1, s.decay(), 2, 3, s.checkpointMinutes(), 0));

        var result = tiny.training(impatient, run).run(false, JobContext.silent());

        assertEquals(RunState.FINISHED, result.state());
        assertEquals("patience", events("finished").getFirst().path("reason").asText());
        assertEquals(0, events("patience").getLast().path("left").asInt());
        assertEquals(3, events("patience").getLast().path("of").asInt());
    }

    @Test
    void classesMayCountByTheirRarity() throws Exception {
        var recipe = tiny.recipe(tiny.pairs(), relation(), 1);
        var lines = Files.readAllLines(Path.of(recipe.data().train()));
        Files.write(Path.of(recipe.data().train()), lines.subList(0, 15));
        var parts = TrainingData.read(recipe, DataPlaces.besides(folder.resolve("r")), _ -> {});
        var head = parts.getFirst().head();

        var balanced = ClassBalance.weights(
                Recipe.ClassWeights.BALANCED, head, parts.getFirst().train());

        assertEquals(List.of("none", "yes"), head.labels());
        assertEquals(List.of(15 / 14.0, 15 / 16.0), balanced);
        var wrong = assertThrows(
                IllegalArgumentException.class,
                () -> ClassBalance.weights(
                        new Recipe.ClassWeights(false, List.of(1.0)),
                        head,
                        parts.getFirst().train()));
        assertTrue(String.valueOf(wrong.getMessage()).contains("needs 2 numbers, for none, yes in this order"));
    }

    private static TaskForm relation() {
        return TaskForm.usual(TaskKind.RELATION).withNegative("none");
    }

    @Test
    void oneClassOnlyIsNothingToLearn() throws Exception {
        var data = Files.writeString(
                folder.resolve("one.jsonl"),
                "{\"masked_text\":\"@GENE$ or @DISEASE$.\",\"labels\":[\"yes\"]}\n".repeat(5));

        assertRefused(data, data, TaskForm.usual(TaskKind.RELATION), "All examples are yes");
    }

    @Test
    void aDevSetWithoutPositivesIsRefused() throws Exception {
        var dev = Files.writeString(
                folder.resolve("dev.jsonl"),
                "{\"masked_text\":\"@GENE$ or @DISEASE$.\",\"labels\":[\"none\"]}\n".repeat(5));
        var silent = Files.writeString(folder.resolve("silent.jsonl"), "{\"text\":\"no gene.\",\"entities\":[]}\n");

        assertRefused(tiny.pairs(), dev, relation(), "holds nothing but none, so every look at it would score 0");
        assertRefused(
                tiny.mentions(), silent, TaskForm.usual(TaskKind.NER), "holds nothing but texts without an answer");
    }

    @Test
    void aLabelThatTheDevDataAloneHaveIsNamed() throws Exception {
        var dev = Files.writeString(
                folder.resolve("dev.jsonl"), "{\"masked_text\":\"@GENE$ or @DISEASE$.\",\"labels\":[\"perhaps\"]}\n");

        assertRefused(tiny.pairs(), dev, relation(), "has the label perhaps, of which there is no example in");
    }

    private void assertRefused(Path train, Path dev, TaskForm form, String words) throws IOException {
        var recipe = tiny.recipe(train, form, 1)
                .with(new Recipe.Data(train.toString(), dev.toString(), Optional.empty(), List.of()));

        var refused =
                assertThrows(IOException.class, () -> tiny.training(recipe, run).run(true, JobContext.silent()));

        assertTrue(String.valueOf(refused.getMessage()).contains(words), refused.getMessage());
        WholeFolder.delete(run.folder());
    }

    private List<JsonNode> events(String kind) throws IOException {
        return Run.open(run.folder()).events().poll().stream()
                .filter(event -> event.path("event").asText().equals(kind))
                .toList();
    }
}
