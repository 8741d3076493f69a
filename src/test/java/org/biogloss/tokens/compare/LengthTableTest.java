package org.biogloss.tokens.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.jobs.JobContext;
import org.biogloss.tokens.compare.Passages.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LengthTableTest {

    @TempDir
    Path folder;

    @Test
    void aSetHasTheMeanOfItsInputsAndWhatThePaperSays() throws IOException {
        var two = List.of(
                SmallVocabularies.words(folder, "general", "na", "##lo", "##xon", "##e", "in"),
                SmallVocabularies.words(folder, "own", "naloxone", "in"));
        var sets = List.of(
                Passages.of(
                        "BC5-chem",
                        List.of(new Passage("1", "naloxone", List.of()), new Passage("2", "in", List.of()))),
                Passages.of("empty", List.of()),
                Passages.of("mine", List.of(new Passage("1", "in in", List.of()))));
        var table = LengthTable.of(sets, two, JobContext.silent());

        assertEquals(
                List.of("BC5-chem", "mine"),
                table.rows().stream().map(LengthTable.Row::set).toList());
        assertEquals(List.of(2.5, 1.0), table.rows().getFirst().means());
        assertEquals(-0.6, table.rows().getFirst().change(1), 1e-9);
        assertEquals(35.9, table.rows().getFirst().paper().orElseThrow().general());
        assertTrue(table.rows().get(1).paper().isEmpty());
    }
}
