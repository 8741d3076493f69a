package org.biogloss.bert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.biogloss.Failure;
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
