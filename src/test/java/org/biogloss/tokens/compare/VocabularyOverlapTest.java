package org.biogloss.tokens.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyOverlapTest {

    @TempDir
    Path folder;

    @Test
    void piecesAreSharedOrBelongToOneAlone() throws IOException {
        var general = SmallVocabularies.words(folder, "general", "in", "rats", "na", "##lo");
        var own = SmallVocabularies.words(folder, "own", "in", "rats", "naloxone", "lo");
        var overlap = VocabularyOverlap.of(List.of(general, own));

        assertEquals(2, overlap.inAll());
        assertEquals(List.of("na", "##lo"), overlap.columns().get(0).only());
        assertEquals(List.of("naloxone", "lo"), overlap.columns().get(1).only());
        assertEquals(List.of(List.of(4, 2), List.of(2, 4)), overlap.shared());
        assertEquals(2 / 6.0, overlap.alike(0, 1), 1e-9);
        assertEquals(1, overlap.alike(0, 0));
    }

    @Test
    void aWordBeginsWithASpaceInOneKindAndWithoutSignsInTheOther() throws IOException {
        var words = SmallVocabularies.words(folder, "words", "in", "##in");
        var bytes = SmallVocabularies.bytes(folder, "bytes", "i n", "Ġ in");
        var overlap = VocabularyOverlap.of(List.of(words, bytes));

        assertEquals(2, overlap.inAll());
        assertEquals(List.of(), overlap.columns().getFirst().only());
    }
}
