package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.Head;
import org.biogloss.bert.Network;
import org.biogloss.bert.PieceBatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `transformers`, in Python, computes the same: see `src/bench/peers/hidden_states.py`.
@Tag("slow")
class TransformersPeerTest {

    private static final List<String> TEXTS = List.of(
            "Loss of NF-κB signalling in BRCA1-mutated HeLa cells.",
            "Naïve T cells, 5 mg/kg of 𝛼-amanitin (P < 0.001): 研究 of Sjögren's syndrome.",
            "Familial adenomatous polyposis and p.Val600Glu in BRAF. ".repeat(21));

    @TempDir
    Path folder;

    @Test
    void aSavedModelLoadsThereWithNothingMissingAndComputesTheSame() throws Exception {
        var python = Optional.ofNullable(System.getProperty("biogloss.python"))
                .or(() -> Optional.ofNullable(System.getenv("BIOGLOSS_PYTHON")))
                .map(Path::of);
        assumeTrue(python.isPresent(), "No peer: BIOGLOSS_PYTHON does not name a Python with transformers");
        var labels = TagLabels.ofTypes(Scheme.BIO, List.of("Disease")).names();
        var task = new TaskHead("", TaskForm.usual(TaskKind.NER), labels, 1);
        try (var encoder = Checkpoint.embedded();
                var learner = Learner.open(encoder, List.of(task), Learner.Settings.USUAL, Compute.exact(), 1)) {
            learner.save(folder, false);
        }
        var answers = peer(python.get());
        try (var embedded = Checkpoint.embedded();
                var saved = Checkpoint.open(folder)) {
            var head = Head.ofPieces(3);
            var exact = Compute.exact();
            try (var hidden = Network.open(embedded.config(), List.of(), embedded.weights(), exact);
                    var logits = Network.open(saved.config(), List.of(head), saved.weights(), exact)) {
                for (int i = 0; i < TEXTS.size(); i++) {
                    var expected = answers.get(i);
                    var encoding = embedded.tokenizer().encode(TEXTS.get(i));
                    var row = PieceReader.of(embedded.tokenizer(), embedded.config(), 512)
                            .single(encoding.ids())
                            .ids();
                    assertEquals(
                            ids(expected), java.util.Arrays.stream(row).boxed().toList());
                    var batch = PieceBatch.of(List.of(row), 0);
                    assertArrayEquals(numbers(expected.get("hidden")), hidden.hidden(batch), 1e-4f);
                    assertArrayEquals(numbers(expected.get("logits")), logits.scores(head, batch), 1e-4f);
                }
            }
        }
    }

    private JsonNode peer(Path python) throws IOException, InterruptedException {
        var mapper = JsonMapper.builder().build();
        var in = folder.resolve("texts.json").toFile();
        var out = folder.resolve("answers.json").toFile();
        mapper.writeValue(in, TEXTS);
        var peer = new ProcessBuilder(python.toString(), "src/bench/peers/hidden_states.py", folder.toString())
                .redirectInput(in)
                .redirectOutput(out)
                .redirectError(folder.resolve("words").toFile())
                .start();
        assertEquals(0, peer.waitFor(), Files.readString(folder.resolve("words")));
        return mapper.readTree(out);
    }

    private static List<Integer> ids(JsonNode answer) {
        return java.util.stream.StreamSupport.stream(answer.get("ids").spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
    }

    private static float[] numbers(JsonNode list) {
        var numbers = new float[list.size()];
        for (int i = 0; i < numbers.length; i++)
            numbers[i] = (float) list.get(i).asDouble();
        return numbers;
    }
}
