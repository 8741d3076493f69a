package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.NerScores;
import org.biogloss.tasks.TypedSpan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// spaCy's Scorer, in Python, comes to the same scores: see `src/bench/peers/score_ner.py`.
@Tag("slow")
class ScorerPeerTest {

    @TempDir
    Path folder;

    @Test
    void anIndependentScorerComesToTheSameScores() throws Exception {
        var python = Optional.ofNullable(System.getProperty("biogloss.python"))
                .or(() -> Optional.ofNullable(System.getenv("BIOGLOSS_PYTHON")));
        assumeTrue(python.isPresent(), "No peer: BIOGLOSS_PYTHON does not name a Python with spaCy");
        var chance = new Random(5);
        var examples = new ArrayList<NerExample>();
        var predictions = new ArrayList<List<Mention>>();
        for (int i = 0; i < 200; i++) invent(chance, examples, predictions);
        var file = folder.resolve("predictions.jsonl");
        PredictionFile.write(file, examples, predictions);

        var theirs = peer(python.get(), file);
        var ours = Evaluation.compare(examples, predictions);

        assertSame(theirs.path("metrics"), ours.total());
        for (var type : List.of("Chemical", "Disease")) {
            assertSame(theirs.path("perType").path(type), ours.perType().getOrDefault(type, ours.total()));
        }
    }

    /// Words, some of them known, some found, some found with another border or type.
    private static void invent(Random chance, List<NerExample> examples, List<List<Mention>> predictions) {
        var text = "𝛼-tocopherol and aspirin against fever, pain and gout in 𝛽 cells".repeat(1 + chance.nextInt(3));
        var known = new ArrayList<TypedSpan>();
        var found = new ArrayList<Mention>();
        for (int at = 2; at + 6 < text.length(); at += 7) {
            if (text.substring(at - 1, at + 6).codePoints().count() < 7) continue; // no border inside a pair
            var type = chance.nextBoolean() ? "Chemical" : "Disease";
            var mention = TypedSpan.of(at, at + 4, type);
            int fate = chance.nextInt(6);
            if (fate < 3) known.add(mention);
            if (fate == 1 || fate == 2 || fate == 4) {
                var span = fate == 2 ? new org.biogloss.document.Span(at, at + 5) : mention.span();
                found.add(Mention.of("m", span, type, new Source.Model("m", 1)));
            }
        }
        examples.add(new NerExample("same", text, known));
        predictions.add(found);
    }

    private JsonNode peer(String python, Path file) throws Exception {
        var out = folder.resolve("scores.json");
        var words = folder.resolve("words");
        var peer = new ProcessBuilder(python, "src/bench/peers/score_ner.py", file.toString())
                .redirectOutput(out.toFile())
                .redirectError(words.toFile())
                .start();
        assertEquals(0, peer.waitFor(), Files.readString(words));
        return JsonMapper.builder().build().readTree(out.toFile());
    }

    private static void assertSame(JsonNode theirs, NerScores.Counts ours) {
        assertEquals(theirs.path("precision").asDouble(-1), ours.precision(), 1e-9);
        assertEquals(theirs.path("recall").asDouble(-1), ours.recall(), 1e-9);
        assertEquals(theirs.path("f1").asDouble(-1), ours.f1(), 1e-9);
    }
}
