package org.biogloss.training.pretraining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.Head;
import org.biogloss.bert.Network;
import org.biogloss.bert.PieceBatch;
import org.biogloss.jobs.JobContext;
import org.biogloss.training.PretrainingRecipe.Masking;
import org.biogloss.training.PretrainingRecipe.Unit;
import org.biogloss.training.RunFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run leaves computes the same in `transformers`: see `src/bench/peers/read_masked.py`.
@Tag("slow")
class PretrainedPeerTest {

    @TempDir
    Path folder;

    @Test
    void aModelOfMaskedPiecesComputesTheSame() throws Exception {
        check(Masking.USUAL, "BertForMaskedLM");
    }

    @Test
    void aModelWithNextSentencesComputesTheSame() throws Exception {
        check(new Masking(Unit.WORDS, 0.15, 0.8, 0.1, 0.15, true), "BertForPreTraining");
    }

    private void check(Masking masking, String expected) throws Exception {
        var python = Optional.ofNullable(System.getProperty("biogloss.python"))
                .or(() -> Optional.ofNullable(System.getenv("BIOGLOSS_PYTHON")));
        assumeTrue(python.isPresent(), "No peer: BIOGLOSS_PYTHON does not name a Python");
        var tiny = new TinyPretraining(folder);
        var run = new RunFolder(folder.resolve("run"));
        var recipe = tiny.recipe(tiny.recipe().model().origin(), masking);
        tiny.pretraining(recipe, run).run(false, JobContext.silent());

        var theirs = read(python.get(), run.best(), "gab [MASK] tep kil [MASK].");

        assertEquals(expected, theirs.path("class").asText());
        assertEquals(0, theirs.path("missing").size(), theirs.path("missing").toString());
        var ids = IntStream.range(0, theirs.path("ids").size())
                .map(i -> theirs.path("ids").path(i).asInt())
                .toArray();
        try (var made = Checkpoint.open(run.best())) {
            int mask = made.tokenizer().mask();
            int[] places =
                    IntStream.range(0, ids.length).filter(i -> ids[i] == mask).toArray();
            int vocabulary = made.config().vocabulary();
            var head = masking.nextSentence() ? Head.maskedWithNext(vocabulary) : Head.masked(vocabulary);
            try (var network = Network.open(made.config(), List.of(head), made.weights(), Compute.exact())) {
                var ours = network.guesses(head, PieceBatch.of(List.of(ids), 0), places, vocabulary);
                for (int place = 0; place < places.length; place++) {
                    compare(ours.get(place), theirs.path("logits").path(place));
                }
            }
        }
    }

    /// Differences of logarithms of probabilities are those of scores.
    private static void compare(List<Network.Guess> ours, JsonNode theirs) {
        var first = ours.getFirst();
        for (var guess : ours) {
            double expected = theirs.path(guess.piece()).asDouble()
                    - theirs.path(first.piece()).asDouble();
            assertEquals(expected, Math.log(guess.probability()) - Math.log(first.probability()), 1e-4);
        }
    }

    private JsonNode read(String python, Path model, String text) throws Exception {
        var out = folder.resolve("read.json");
        var said = folder.resolve("said");
        var builder = new ProcessBuilder(python, "src/bench/peers/read_masked.py", model.toString(), text)
                .redirectOutput(out.toFile())
                .redirectError(said.toFile());
        builder.environment().put("HF_HUB_OFFLINE", "1");
        assertEquals(0, builder.start().waitFor(), Files.readString(said));
        return JsonMapper.builder().build().readTree(out.toFile());
    }
}
