package org.biogloss.tokens.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.biogloss.bert.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermTableTest {

    @TempDir
    Path folder;

    /// The general vocabulary inside BioGloss is BERT's uncased one, so its column is the one in the paper.
    @Test
    void theGeneralVocabularyDoesWhatThePaperSays() throws IOException {
        var paper = Map.of(
                "diabetes", "✓",
                "hypertension", "hyper-tension",
                "nephropathy", "ne-ph-rop-athy",
                "lidocaine", "lid-oca-ine",
                "oropharyngeal", "oro-pha-ryn-ge-al",
                "cardiomyocyte", "card-iom-yo-cy-te",
                "chloramphenicol", "ch-lor-amp-hen-ico-l",
                "clonidine", "cl-oni-dine",
                "naloxone", "na-lo-xon-e");
        try (var encoder = Checkpoint.embedded()) {
            var table = TermTable.of(TermTable.PAPER, List.of(new NamedTokenizer("general", encoder.tokenizer())));
            var rows = table.rows().stream()
                    .filter(row -> paper.containsKey(row.term()))
                    .toList();

            assertEquals(9, rows.size());
            for (var row : rows) {
                assertEquals(
                        paper.getOrDefault(row.term(), ""),
                        row.cells().getFirst().inWords());
            }
        }
    }

    @Test
    void aTermThatCannotBeSpeltIsNotWhole() throws IOException {
        var own = SmallVocabularies.words(folder, "own", "naloxone");
        var table = TermTable.of(List.of("naloxone", "clonidine"), List.of(own));

        assertEquals(1, table.whole(0));
        assertEquals("[UNK]", table.rows().get(1).cells().getFirst().inWords());
    }
}
