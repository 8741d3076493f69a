package org.biogloss.training.pretraining;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.biogloss.bert.Checkpoint;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.registry.Models;
import org.biogloss.training.PretrainingRecipe;
import org.biogloss.training.PretrainingRecipe.Masking;
import org.biogloss.training.PretrainingRecipe.Origin;
import org.biogloss.training.PretrainingRecipe.Unit;
import org.biogloss.training.Run;
import org.biogloss.training.RunFolder;
import org.biogloss.training.RunHistory;
import org.biogloss.training.RunState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainingTest {

    @TempDir
    Path folder;

    private TinyPretraining tiny = new TinyPretraining(Path.of(""));
    private RunFolder straight = new RunFolder(Path.of(""));
    private RunFolder broken = new RunFolder(Path.of(""));

    @BeforeEach
    void lay() {
        tiny = new TinyPretraining(folder);
        straight = new RunFolder(folder.resolve("straight"));
        broken = new RunFolder(folder.resolve("broken"));
    }

    /// As if the process had ended there: nothing is tidied up, nothing is said.
    private static final class Killed extends Error {}

    private static JobContext killedAt(long step) {
        return new JobContext() {
            @Override
            public void report(Progress progress) {
                if (progress.done() == step) throw new Killed();
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
    }

    @Test
    void fortyStepsAreTwentyAndAKillAndTwenty() throws Exception {
        var recipe = tiny.recipe().with(TinyPretraining.schedule(40, 20));
        tiny.pretraining(recipe, straight).run(false, JobContext.silent());

        assertThrows(Killed.class, () -> tiny.pretraining(recipe, broken).run(false, killedAt(27)));
        tiny.pretraining(recipe, broken).run(true, JobContext.silent());

        assertEquals(20, events(broken, "started").getLast().path("step").asLong());
        assertEquals(curve(straight), curve(broken));
        assertSameWeights();
    }

    @Test
    void aCheckpointThatLostItsEndIsReplacedByTheOneBeforeIt() throws Exception {
        var recipe = tiny.recipe().with(TinyPretraining.schedule(40, 10));
        tiny.pretraining(recipe, straight).run(false, JobContext.silent());
        assertThrows(Killed.class, () -> tiny.pretraining(recipe, broken).run(false, killedAt(27)));
        var state = broken.checkpoint().resolve("state.safetensors");
        try (var channel = FileChannel.open(state, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }

        tiny.pretraining(recipe, broken).run(true, JobContext.silent());

        assertEquals(10, events(broken, "started").getLast().path("step").asLong());
        var warning = events(broken, "warning").getLast().path("message").asText();
        assertTrue(warning.contains("damaged") && warning.contains("step 10"), warning);
        assertEquals(curve(straight), curve(broken));
        assertSameWeights();
    }

    @Test
    void theNetworkLearnsToGuessAndIsABaseForMore() throws Exception {
        var recipe = tiny.recipe().with(TinyPretraining.schedule(120, 0));

        var result = tiny.pretraining(recipe, straight).run(false, JobContext.silent());

        assertEquals(RunState.FINISHED, result.state());
        var looks = events(straight, "evaluated");
        assertTrue(looks.getLast().path("loss").asDouble()
                < looks.getFirst().path("loss").asDouble());
        assertEquals("accuracy", looks.getLast().path("main").asText());
        assertFalse(Files.exists(straight.folder().resolve("corpus")));
        var config = JsonMapper.builder()
                .build()
                .readTree(straight.best().resolve("config.json").toFile());
        assertEquals("BertForMaskedLM", config.path("architectures").path(0).asText());
        try (var base = Checkpoint.open(straight.best())) {
            assertEquals(2, base.config().layers());
        }
        assertTrue(Models.open(straight.best()).tasks().isEmpty());

        var more = tiny.recipe(new Origin.Going(straight.best().toString()), Masking.USUAL);
        tiny.pretraining(more, broken).run(false, JobContext.silent());

        double first = events(broken, "step").getFirst().path("loss").asDouble();
        double fresh = events(straight, "step").getFirst().path("loss").asDouble();
        assertTrue(first < fresh - 0.3, "goes on at " + first + " after a start at " + fresh);
    }

    @Test
    void aModelMayGoOnWithAnotherVocabulary() throws Exception {
        tiny.pretraining(tiny.recipe(), straight).run(false, JobContext.silent());
        var vocabulary = folder.resolve("other");
        Files.createDirectories(vocabulary);
        var pieces = Files.readAllLines(tiny.vocabulary().resolve("vocab.txt"));
        pieces.addAll(List.of("gab", "nor", "tep"));
        Files.write(vocabulary.resolve("vocab.txt"), pieces);
        var origin = new Origin.NewVocabulary(straight.best().toString(), vocabulary.toString());

        tiny.pretraining(tiny.recipe(origin, Masking.USUAL), broken).run(false, JobContext.silent());

        try (var made = Checkpoint.open(broken.best())) {
            assertEquals(68, made.config().vocabulary());
            assertEquals(1, made.tokenizer().encode("gab").size());
        }
    }

    @Test
    void whetherATextFollowsIsLearntWhereThatIsAsked() throws Exception {
        var masking = new Masking(Unit.PIECES, 0.15, 0.8, 0.1, 0.15, true);
        var recipe = tiny.recipe(tiny.recipe().model().origin(), masking);

        tiny.pretraining(recipe, straight).run(false, JobContext.silent());

        assertTrue(events(straight, "evaluated").getLast().path("scores").has("nextSentence"));
        var config = JsonMapper.builder()
                .build()
                .readTree(straight.best().resolve("config.json").toFile());
        assertEquals("BertForPreTraining", config.path("architectures").path(0).asText());
    }

    @Test
    void recordsOfEvaluationSplitsAreDropped() throws Exception {
        var corpus = new PretrainingRecipe.Corpus("texts", List.of(tiny.texts().toString()), ".*/(dev|test)", 0);

        tiny.pretraining(tiny.recipe().withCorpora(List.of(corpus)), straight).run(false, JobContext.silent());

        var packed = events(straight, "packed").getFirst();
        assertEquals(15, packed.path("dropped").asLong());
        assertEquals(45, packed.path("texts").asLong() + packed.path("heldOut").asLong());
    }

    @Test
    void eachCorpusHasItsOwnFigures() throws Exception {
        var recipe = tiny.recipe().withCorpora(List.of(tiny.corpus("one", 1), tiny.corpus("two", 3)));

        tiny.pretraining(recipe, straight).run(false, JobContext.silent());

        var scores = events(straight, "evaluated").getLast().path("scores");
        assertTrue(scores.has("one.perplexity") && scores.has("two.accuracy"), scores.toString());
    }

    @Test
    void guessesAreToldAtEachLook() throws Exception {
        tiny.pretraining(tiny.recipe(), straight).run(false, JobContext.silent());

        var guessed = events(straight, "guessed");
        assertEquals(2, guessed.size());
    }

    @Test
    void aPauseGoesOnWhereItWas() throws Exception {
        var recipe = tiny.recipe();
        tiny.pretraining(recipe, straight).run(false, JobContext.silent());
        Files.createDirectories(broken.folder());
        var asking = new JobContext() {
            @Override
            public void report(Progress progress) {
                if (progress.done() != 13) return;
                try {
                    broken.askToPause();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };

        assertEquals(
                RunState.PAUSED,
                tiny.pretraining(recipe, broken).run(false, asking).state());
        broken.clearWishes();
        tiny.pretraining(recipe, broken).run(true, JobContext.silent());

        assertEquals(curve(straight), curve(broken));
        assertSameWeights();
    }

    @Test
    void theCostIsKnownBeforeItBegins() throws Exception {
        var estimate = tiny.pretraining(tiny.recipe(), straight).estimate(JobContext.silent());

        assertEquals(40, estimate.steps());
        assertTrue(estimate.tokensPerSecond() > 0 && estimate.operations() > 0);
        tiny.pretraining(tiny.recipe(), straight).run(false, JobContext.silent()); // an estimate is no beginning
    }

    @Test
    void anEmptyCorpusIsSaidInWords() throws Exception {
        var nothing = Files.writeString(folder.resolve("nothing.txt"), "");
        var corpus = new PretrainingRecipe.Corpus("texts", List.of(nothing.toString()), "", 0);

        var refused = assertThrows(
                IOException.class,
                () -> tiny.pretraining(tiny.recipe().withCorpora(List.of(corpus)), straight)
                        .run(false, JobContext.silent()));

        assertTrue(String.valueOf(refused.getMessage()).contains("no text"), refused.getMessage());
    }

    @Test
    void textsThatAreAllTooShortAreSaidInWords() throws Exception {
        var recipe = tiny.recipe();
        var text = new PretrainingRecipe.Text(PretrainingRecipe.Order.MIXED, 1000, 0.1, 20);
        var strict = new PretrainingRecipe(
                recipe.corpora(),
                text,
                recipe.model(),
                recipe.masking(),
                recipe.optimizer(),
                recipe.schedule(),
                recipe.compute(),
                recipe.seed());

        var refused = assertThrows(
                IOException.class, () -> tiny.pretraining(strict, straight).run(false, JobContext.silent()));

        assertTrue(String.valueOf(refused.getMessage()).contains("Lower text.leastWords"), refused.getMessage());
    }

    private void assertSameWeights() throws IOException {
        assertArrayEquals(
                Files.readAllBytes(straight.best().resolve("model.safetensors")),
                Files.readAllBytes(broken.best().resolve("model.safetensors")));
        assertFalse(Files.exists(broken.checkpoint()));
    }

    private static List<JsonNode> events(RunFolder run, String kind) throws IOException {
        return Run.open(run.folder()).events().poll().stream()
                .filter(event -> event.path("event").asText().equals(kind))
                .toList();
    }

    /// What holds of a run's events: losses, norms and rates, and figures of held-out text, by step.
    private static List<String> curve(RunFolder run) throws IOException {
        return RunHistory.surviving(Run.open(run.folder()).events().poll()).stream()
                .filter(event -> List.of("step", "evaluated", "guessed")
                        .contains(event.path("event").asText()))
                .map(event -> event.path("event").asText() + event.path("step") + " " + event.path("loss") + " "
                        + event.path("gradNorm") + " " + event.path("rate") + " " + event.path("scores")
                        + event.path("sentences"))
                .toList();
    }
}
