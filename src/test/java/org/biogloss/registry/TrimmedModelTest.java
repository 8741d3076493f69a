package org.biogloss.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.Failure;
import org.biogloss.document.Texts;
import org.biogloss.jobs.JobContext;
import org.biogloss.tokens.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrimmedModelTest {

    private static final String TEXT = "Naloxone reverses the antihypertensive effect of clonidine (α2).";

    /// BERT's uncased vocabulary has about so many special pieces and single characters.
    private static final int SIZE = 3_000;

    @TempDir
    Path folder = Path.of("");

    private ModelCard trim(String text, int size) throws IOException {
        return TrimmedModel.make(
                ModelCard.embedded(),
                Texts.of("the texts", List.of(text)),
                size,
                folder.resolve("small"),
                JobContext.silent(),
                trimmed -> {});
    }

    @Test
    void aTextWhosePiecesStayIsReadAsBefore() throws IOException {
        var card = trim(TEXT, SIZE);
        assertTrue(card.parameters() < 0.6 * ModelCard.embedded().parameters(), card.toString());
        var before = ModelCheck.of(ModelCard.embedded(), TEXT);
        var after = ModelCheck.of(new Models(List.of(folder)).require("small"), TEXT);
        assertEquals(before.pieces(), after.pieces());
        assertFalse(before.ids().equals(after.ids()), "the ids are others");
        for (int i = 0; i < before.pieces().size(); i++) {
            // two bytes a weight on disk
            assertArrayEquals(
                    before.lastHiddenState().get(i),
                    after.lastHiddenState().get(i),
                    2e-2f,
                    before.pieces().get(i));
        }
    }

    @Test
    void otherWordsAreSpeltAndNothingBecomesUnknown() throws IOException {
        trim(TEXT, SIZE);
        try (var small = Tokenizer.open(folder.resolve("small"))) {
            assertEquals(SIZE, small.vocabularySize());
            var pieces = small.encode("hospital").pieces();
            assertEquals("hospital", String.join("", pieces).replace("##", ""));
            assertTrue(pieces.size() > 1, pieces.toString());
            assertFalse(pieces.contains("[UNK]"));
        }
    }

    @Test
    void whatCannotBeIsRefusedAndLeavesNothing() {
        Failure.says("30,522 pieces to 40,000: ask for fewer than it has", () -> trim(TEXT, 40_000));
        Failure.says("single characters alone are", () -> trim(TEXT, 100));
        assertFalse(Files.exists(folder.resolve("small")));
    }

    @Test
    void aFolderThatIsThereStays() throws IOException {
        Files.createDirectories(folder.resolve("small"));
        Failure.says("it is there already", () -> trim(TEXT, SIZE));
    }
}
