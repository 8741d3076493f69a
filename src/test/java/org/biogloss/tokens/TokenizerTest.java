package org.biogloss.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.biogloss.Failure;
import org.biogloss.document.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerTest {

    @TempDir
    Path folder;

    private Tokenizer tokenizer() throws IOException {
        Files.write(
                folder.resolve("vocab.txt"),
                List.of(
                        "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "loss", "of", "nf", "-", "κ", "##b", "cafe", "s",
                        "##een", "σ", "##ας", "in", "##fl", "."));
        return Tokenizer.open(folder);
    }

    private static List<String> covered(Tokenizer tokenizer, String text) {
        return tokenizer.encode(text).spans().stream()
                .map(span -> span.in(text))
                .toList();
    }

    @Test
    void aTextIsCutIntoTheLongestPiecesTheVocabularyHas() throws IOException {
        try (var tokenizer = tokenizer()) {
            var encoding = tokenizer.encode("Loss of NF-κB.");

            assertEquals(List.of("loss", "of", "nf", "-", "κ", "##b", "."), encoding.pieces());
            assertEquals(
                    List.of(0, 1, 2, 3, 4, 4, 5),
                    IntStream.of(encoding.words()).boxed().toList());
            assertEquals(new Span(11, 13), encoding.wordAround(5));
            assertEquals(List.of("Loss", "of", "NF", "-", "κ", "B", "."), covered(tokenizer, "Loss of NF-κB."));
        }
    }

    @Test
    void spansCountUtf16UnitsAlsoBehindAnAstralCharacter() throws IOException {
        try (var tokenizer = tokenizer()) {
            assertEquals(List.of("𝛼", "of", "𝛽𝛾", "loss"), covered(tokenizer, "𝛼 of 𝛽𝛾 loss"));
        }
    }

    @Test
    void aCombiningAccentBelongsToTheLetterBeforeIt() throws IOException {
        try (var tokenizer = tokenizer()) {
            assertEquals(List.of("Cafe\u0301", "of"), covered(tokenizer, "Cafe\u0301 of"));
            assertEquals(List.of("Café", "of"), covered(tokenizer, "Café of"));
        }
    }

    @Test
    void halfASurrogatePairIsAnUnknownCharacterAndMovesNothing() throws IOException {
        try (var tokenizer = tokenizer()) {
            var spans = covered(tokenizer, "of \uD835 loss");
            assertEquals("of", spans.getFirst());
            assertEquals("loss", spans.getLast());
        }
    }

    @Test
    void emptyAndBlankTextsHaveNoPieces() throws IOException {
        try (var tokenizer = tokenizer()) {
            assertEquals(0, tokenizer.encode("").size());
            assertEquals(0, tokenizer.encode(" \n\t").size());
            assertEquals(List.of(), tokenizer.encodeAll(List.of()));
        }
    }

    @Test
    void manyAtOnceAreTheSameAsOneByOne() throws IOException {
        try (var tokenizer = tokenizer()) {
            var texts = Collections.nCopies(200, List.of("Loss of κB", "𝛼 in café", "")).stream()
                    .flatMap(List::stream)
                    .toList();
            var together = tokenizer.encodeAll(texts);
            var apart = texts.parallelStream().map(tokenizer::encode).toList();
            for (int i = 0; i < texts.size(); i++) {
                assertEquals(apart.get(i).spans(), together.get(i).spans());
                assertEquals(apart.get(i).pieces(), together.get(i).pieces());
            }
        }
    }

    @Test
    void whatIsSavedOpensAgainFromEitherFile() throws IOException {
        var copy = Files.createDirectory(folder.resolve("copy"));
        try (var tokenizer = tokenizer()) {
            tokenizer.save(copy);
            var pieces = tokenizer.encode("Loss of κB").pieces();
            try (var again = Tokenizer.open(copy)) {
                assertEquals(pieces, again.encode("Loss of κB").pieces());
                assertEquals(tokenizer.vocabulary(), again.vocabulary());
                assertTrue(again.lowerCases());
            }
            Files.delete(copy.resolve("tokenizer.json"));
            try (var again = Tokenizer.open(copy)) {
                assertEquals(pieces, again.encode("Loss of κB").pieces());
            }
        }
    }

    @Test
    void aLengthToCutAtIsNotPartOfTheVocabulary() throws IOException {
        try (var tokenizer = tokenizer()) {
            tokenizer.save(folder);
        }
        var file = folder.resolve("tokenizer.json");
        var cut = Files.readString(file)
                .replace(
                        "\"truncation\":null",
                        "\"truncation\":{\"direction\":\"Right\","
                                + "\"max_length\":4,\"strategy\":\"LongestFirst\",\"stride\":0}");
        Files.writeString(file, cut);
        try (var tokenizer = Tokenizer.open(folder)) {
            assertEquals(50, tokenizer.encode("loss of ".repeat(25)).size());
        }
    }

    @Test
    void brokenVocabulariesSayWhatIsWrong() throws IOException {
        assertMessage("neither tokenizer.json nor vocab.txt");
        Files.writeString(folder.resolve("vocab.txt"), "loss\nof\n");
        assertMessage("[UNK]");
        Files.writeString(folder.resolve("tokenizer.json"), "no json");
        assertMessage("not JSON");
        Files.writeString(folder.resolve("tokenizer.json"), "{}");
        assertMessage("no vocabulary");
        Files.writeString(folder.resolve("tokenizer.json"), "{\"model\":{\"vocab\":{\"a\":-1}}}");
        assertMessage("id -1");
        Files.writeString(folder.resolve("tokenizer.json"), "{\"model\":{\"vocab\":{\"a\":0}}}");
        assertMessage("Cannot read");
    }

    private void assertMessage(String part) {
        Failure.says(part, () -> Tokenizer.open(folder).close());
    }

    @Test
    void aSpecialPieceIsHeldWholeAndTakesAFreeIdOrANewOne() throws IOException {
        Files.write(
                folder.resolve("vocab.txt"),
                List.of("[PAD]", "[unused0]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "loss", "of", "gene", "@", "$"));
        try (var plain = Tokenizer.open(folder);
                var tokenizer = plain.withSpecial(List.of("@GENE$", "@DRUG$", "loss"))) {
            assertEquals(1, tokenizer.id("@GENE$").orElseThrow());
            assertEquals(11, tokenizer.id("@DRUG$").orElseThrow());
            assertEquals(6, tokenizer.id("loss").orElseThrow());
            assertEquals(12, tokenizer.vocabularySize());
            var encoding = tokenizer.encode("Loss of @GENE$, @DRUG$@GENE$ of @gene$");
            assertEquals(
                    List.of("loss", "of", "@GENE$", "[UNK]", "@DRUG$", "@GENE$", "of", "@", "gene", "$"),
                    encoding.pieces());
            assertEquals(new Span(16, 22), encoding.spans().get(4));
            assertTrue(encoding.startsWord(5));
            tokenizer.save(folder);
        }
        try (var again = Tokenizer.open(folder)) {
            assertEquals(List.of("@GENE$"), again.encode("@GENE$").pieces());
            assertEquals(12, again.vocabularySize());
        }
    }

    /// Byte-level pieces: a space is `Ġ`.
    private Tokenizer bytePairs() throws IOException {
        Files.writeString(
                folder.resolve("vocab.json"),
                "{\"<s>\":0,\"<pad>\":1,\"</s>\":2,\"<unk>\":3,\"<mask>\":4,\"l\":5,\"o\":6,\"s\":7,\"Ġ\":8,\"f\":9,"
                        + "\"ss\":10,\"lo\":11,\"loss\":12,\"Ġo\":13,\"Ġof\":14,\"Î\":15,\"º\":16,\".\":17}");
        Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\ns s\nl o\nlo ss\nĠ o\nĠo f\n");
        return Tokenizer.open(folder);
    }

    @Test
    void aRobertaVocabularyCutsBytesAndItsSpansLeaveTheSpaceOut() throws IOException {
        try (var tokenizer = bytePairs()) {
            var text = "loss of loss κ.";
            var encoding = tokenizer.encode(text);
            assertEquals(List.of("loss", "Ġof", "Ġ", "loss", "Ġ", "Î", "º", "."), encoding.pieces());
            assertEquals(List.of("loss", "of", "", "loss", "", "κ", "κ", "."), covered(tokenizer, text));
            assertEquals(0, tokenizer.cls());
            assertEquals(2, tokenizer.sep());
            assertEquals(1, tokenizer.pad());
            assertEquals(2, tokenizer.separatorsBetween());
        }
    }

    @Test
    void aRobertaVocabularyIsSavedInBothForms() throws IOException {
        try (var tokenizer = bytePairs()) {
            tokenizer.save(folder, "RobertaTokenizer");
            for (int form = 0; form < 2; form++) {
                try (var again = Tokenizer.open(folder)) {
                    assertEquals(
                            tokenizer.encode("loss of o").pieces(),
                            again.encode("loss of o").pieces());
                }
                Files.deleteIfExists(folder.resolve("tokenizer.json"));
            }
        }
    }

    @Test
    void theConfigDecidesOnLowerCaseAndNames() throws IOException {
        tokenizer().close();
        Files.writeString(
                folder.resolve("tokenizer_config.json"),
                "{\"do_lower_case\": false, \"cls_token\": {\"content\": \"loss\"}}");
        try (var tokenizer = Tokenizer.open(folder)) {
            assertEquals(5, tokenizer.cls());
            assertEquals(List.of("[UNK]", "of"), tokenizer.encode("Loss of").pieces());
            assertEquals(1, tokenizer.separatorsBetween());
        }
    }
}
