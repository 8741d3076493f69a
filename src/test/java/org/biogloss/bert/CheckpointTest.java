package org.biogloss.bert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.biogloss.Failure;
import org.biogloss.tokens.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

    @TempDir
    Path folder;

    @Test
    void theHeadOfAFolderIsSeenFromItsTensors() throws IOException {
        try (var tiny = Checkpoint.open(TinyModel.folder())) {
            assertEquals(Optional.of(Head.Form.EACH_PIECE), tiny.form());
            assertEquals(List.of(Head.ofPieces(3)), tiny.heads());
            assertTrue(tiny.holds(Head.ofPieces(3)));
            assertFalse(tiny.holds(Head.ofPieces(4)));
        }
        try (var bare = Checkpoint.embedded()) {
            assertEquals(List.of(), bare.heads());
        }
    }

    @Test
    void theThreeEncodersInsideHaveAllTheirTensors() throws IOException {
        for (var encoder : EmbeddedEncoder.ALL) {
            try (var checkpoint = Checkpoint.embedded(encoder.id())) {
                long size = 0;
                for (var parameter : BertShape.encoder(checkpoint.config())) {
                    assertEquals(
                            parameter.size(),
                            checkpoint.weights().read(parameter).remaining());
                    size += parameter.size();
                }
                assertEquals(encoder.layers() == 6 ? 22_565_376 : 33_212_160, size);
                assertEquals(30522, checkpoint.tokenizer().vocabularySize());
            }
        }
    }

    @Test
    void newPiecesGetRowsOfTheirOwnAndAllOthersStay() throws IOException {
        try (var tiny = Checkpoint.open(TinyModel.folder());
                var larger = tiny.withPieces(List.of("@GENE$", "[E1]"), 3);
                var same = tiny.withPieces(List.of("@GENE$", "[E1]"), 3)) {
            int size = tiny.config().vocabulary();
            assertEquals(size + 2, larger.config().vocabulary());
            assertEquals(List.of("@GENE$"), larger.tokenizer().encode("@GENE$").pieces());
            var parameters = BertShape.encoder(larger.config());
            var before = tiny.weights().read(BertShape.encoder(tiny.config()).getFirst());
            var after = larger.weights().read(parameters.getFirst());
            for (int i = 0; i < before.limit(); i++) assertEquals(before.get(i), after.get(i));
            assertEquals(after, same.weights().read(parameters.getFirst()));
            var rows = new float[2][16];
            after.get(size * 16, rows[0]).get((size + 1) * 16, rows[1]);
            assertFalse(java.util.Arrays.equals(rows[0], rows[1]));
            assertArrayEquals(rows[0], rows[1], 0.2f);
            for (var parameter : parameters.subList(1, parameters.size())) {
                assertEquals(tiny.weights().read(parameter), larger.weights().read(parameter));
            }
        }
    }

    @Test
    void anotherVocabularyStartsFromWhatThePiecesMeantBefore() throws IOException {
        Files.writeString(
                folder.resolve("vocab.txt"),
                String.join("\n", "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "##b", "zab", "##zab", "€"));
        try (var tiny = Checkpoint.open(TinyModel.folder());
                var other = Tokenizer.open(folder);
                var changed = tiny.withVocabulary(other)) {
            assertEquals(10, changed.config().vocabulary());
            var table = BertShape.encoder(changed.config()).getFirst();
            var old = tiny.weights().read(BertShape.encoder(tiny.config()).getFirst());
            var now = changed.weights().read(table);
            for (var shared : List.of("[MASK]", "[CLS]", "a", "##b")) {
                int before = tiny.tokenizer().id(shared).orElseThrow();
                assertArrayEquals(row(old, before), row(now, other.id(shared).orElseThrow()), 0);
            }
            assertArrayEquals(mean(old, tiny, "z", "##a", "##b"), row(now, 7), 1e-6f);
            assertArrayEquals(mean(old, tiny, "##z", "##a", "##b"), row(now, 8), 1e-6f);
            assertArrayEquals(mean(old, tiny, "[UNK]"), row(now, 9), 1e-6f);
            try (var network = LearningNetwork.open(
                    changed.config(),
                    List.of(Head.masked(10)),
                    FreshWeights.lacking(changed.weights(), changed.config(), List.of(Head.masked(10)), 1),
                    Compute.exact(),
                    LearningSettings.usual(1))) {
                var batch = PieceBatch.of(List.of(new int[] {2, 4, 7, 3}), 0);
                var masked = new Targets.Masked(new int[] {1}, new long[] {5}, Optional.empty());
                var lesson = new Lesson(Head.masked(10), batch, masked, List.of());
                for (int step = 0; step < 30; step++) network.learn(List.of(lesson), 1e-2);
                assertEquals(1, network.guess(lesson).right());
                try (var reading = network.now()) {
                    var guesses = reading.guesses(Head.masked(10), batch, masked.places(), 3);
                    assertEquals(5, guesses.getFirst().getFirst().piece());
                    assertEquals(3, guesses.getFirst().size());
                }
            }
        }
    }

    private static float[] row(FloatBuffer table, int id) {
        var row = new float[16];
        table.get(id * 16, row);
        return row;
    }

    private static float[] mean(FloatBuffer table, Checkpoint of, String... pieces) {
        var mean = new float[16];
        for (var piece : pieces) {
            var row = row(table, of.tokenizer().id(piece).orElseThrow());
            for (int i = 0; i < mean.length; i++) mean[i] += row[i] / pieces.length;
        }
        return mean;
    }

    @Test
    void aVocabularyMayBeSmallerThanTheEmbeddingButNotLarger() throws IOException {
        TinyModel.copy(folder);
        var list = Files.readAllLines(folder.resolve("vocab.txt"));
        Files.write(folder.resolve("vocab.txt"), list.subList(0, list.size() - 2));
        try (var smaller = Checkpoint.open(folder)) {
            assertEquals(list.size() - 2, smaller.tokenizer().vocabularySize());
            try (var wider = smaller.withPieces(List.of("@A$", "@B$", "@C$"), 1)) {
                assertEquals(list.size() + 1, wider.config().vocabulary());
            }
        }
        list.add("more");
        list.add("evenmore");
        Files.write(folder.resolve("vocab.txt"), list);
        Failure.says("embeddings for only 65", () -> Checkpoint.open(folder));
    }
}
