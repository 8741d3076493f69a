package org.biogloss.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tiny networks of each family compute what `transformers` computed with them. To make the files again:
/// `python src/bench/peers/exactness.py golden src/test/resources/org/biogloss/bert/golden`.
class GoldenTest {

    private static Path folder(String name) throws Exception {
        return Path.of(Objects.requireNonNull(GoldenTest.class.getResource("golden/" + name))
                .toURI());
    }

    @ParameterizedTest
    @EnumSource
    void classifiersOfRowsComputeWhatTransformersComputes(Family family) throws Exception {
        try (var golden = PeerCase.open(folder(family.modelType() + "-sequence"))) {
            assertEquals(family, golden.checkpoint().config().family());
            assertEquals(Head.Form.FIRST_PIECE, golden.head().form());
            golden.assertComputesTheSame(Compute.exact());
        }
    }

    @Test
    void aClassifierOfPiecesComputesWhatTransformersComputes() throws Exception {
        try (var golden = PeerCase.open(folder("bert-token"))) {
            assertEquals(Head.Form.EACH_PIECE, golden.head().form());
            golden.assertComputesTheSame(Compute.exact());
        }
    }

    @Test
    void aNetworkThatGuessesMaskedPiecesComputesWhatTransformersComputes() throws Exception {
        try (var golden = PeerCase.open(folder("bert-pretraining"))) {
            assertEquals(Head.Form.MASKED_WITH_NEXT, golden.head().form());
            golden.assertComputesTheSame(Compute.exact());
        }
    }

    @Test
    void theFilesStaySmall() throws Exception {
        try (var files = Files.walk(folder("."))) {
            long size = files.filter(Files::isRegularFile)
                    .mapToLong(GoldenTest::size)
                    .sum();
            assertEquals(0, size / 200_000, size + " bytes");
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
