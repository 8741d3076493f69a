package org.biogloss.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `transformers`, in Python, computes the same: see `src/bench/peers/exactness.py`.
@Tag("slow")
class ExactnessPeerTest {

    private static final LearningSettings STILL = new LearningSettings(0, 0, AdamW.USUAL, 0, 1, 0, 1);

    @TempDir
    Path folder;

    private void peer(String what, List<Path> folders) throws IOException, InterruptedException {
        var python = Optional.ofNullable(System.getProperty("biogloss.python"))
                .or(() -> Optional.ofNullable(System.getenv("BIOGLOSS_PYTHON")));
        assumeTrue(python.isPresent(), "No peer: BIOGLOSS_PYTHON does not name a Python with transformers");
        var command = new ArrayList<>(List.of(python.get(), "src/bench/peers/exactness.py", what));
        folders.forEach(one -> command.add(one.toString()));
        var words = folder.resolve("words").toFile();
        var peer = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(words)
                .start();
        assertEquals(0, peer.waitFor(), Files.readString(words.toPath()));
    }

    private static List<Path> inside(Path parent) throws IOException {
        try (var folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Test
    void randomNetworksOfEveryFamilyComputeTheSameAndLoadBackAfterLearning() throws Exception {
        var made = folder.resolve("made");
        peer("random", List.of(made));
        var cases = inside(made);
        assertTrue(cases.size() > 30, cases.size() + " cases");
        var saved = new ArrayList<Path>();
        for (var one : cases) {
            try (var peer = PeerCase.open(one)) {
                peer.assertComputesTheSame(Compute.exact());
                var target = folder.resolve("saved").resolve(one.getFileName());
                learnAndSave(peer, target);
                Files.copy(one.resolve("question.json"), target.resolve("question.json"));
                saved.add(target);
            }
        }
        peer("answer", saved);
        for (var one : saved) {
            try (var peer = PeerCase.open(one)) {
                peer.assertComputesTheSame(Compute.exact());
            }
        }
    }

    private static void learnAndSave(PeerCase peer, Path target) throws IOException {
        var checkpoint = peer.checkpoint();
        var config = checkpoint.config();
        var heads = List.of(peer.head());
        try (var learning = LearningNetwork.open(config, heads, checkpoint.weights(), Compute.exact(), STILL)) {
            double first = learning.learn(List.of(peer.lesson()), 1e-3).loss();
            double last = first;
            for (int step = 1; step < 20; step++) {
                last = learning.learn(List.of(peer.lesson()), 1e-3).loss();
            }
            assertTrue(last < first, target + ": " + first + " -> " + last);
            save(learning, checkpoint, target);
        }
    }

    private static void save(LearningNetwork learning, Checkpoint checkpoint, Path target) throws IOException {
        Files.createDirectories(target);
        learning.saveWeights(target.resolve("model.safetensors"), false);
        var head = learning.heads().getFirst();
        var known = head.form().isMasked() ? List.<String>of() : List.of("O", "B-X", "I-X");
        var labels = checkpoint.labels().isEmpty() ? known : checkpoint.labels();
        var json = learning.config().toJson(head, labels, false);
        Files.writeString(target.resolve("config.json"), json.toPrettyString());
        checkpoint.tokenizer().save(target, learning.config().family().tokenizer());
    }

    @Test
    void theEncodersInsideComputeTheSame() throws Exception {
        var saved = new ArrayList<Path>();
        for (var encoder : EmbeddedEncoder.ALL) {
            var target = folder.resolve(encoder.id());
            try (var checkpoint = Checkpoint.embedded(encoder.id())) {
                var heads = List.of(Head.ofPieces(3));
                var weights = FreshWeights.heads(checkpoint.weights(), checkpoint.config(), heads, 1);
                try (var learning = LearningNetwork.open(
                        checkpoint.config(), heads, weights, Compute.exact(), LearningSettings.usual(1))) {
                    save(learning, checkpoint, target);
                }
                var ids = new ArrayList<Integer>(List.of(checkpoint.tokenizer().cls()));
                for (int id : checkpoint
                        .tokenizer()
                        .encode("Loss of NF-κB in BRCA1-mutated HeLa cells.")
                        .ids()) {
                    ids.add(id);
                }
                ids.add(checkpoint.tokenizer().sep());
                var labels = new ArrayList<Integer>();
                for (int i = 0; i < ids.size(); i++) labels.add(i % 4 == 0 ? -100 : i % 3);
                var short4 = ids.subList(0, 4);
                var question = Map.of(
                        "task", "token",
                        "rows", List.of(ids, short4),
                        "types", List.of(ids.stream().map(id -> 0).toList(), List.of(0, 0, 0, 0)),
                        "labels", List.of(labels, labels.subList(0, 4)));
                JsonMapper.builder()
                        .build()
                        .writeValue(target.resolve("question.json").toFile(), question);
            }
            saved.add(target);
        }
        peer("answer", saved);
        for (var one : saved) {
            try (var peer = PeerCase.open(one)) {
                peer.assertComputesTheSame(Compute.exact());
            }
        }
    }
}
