package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.biogloss.tasks.Tag.Run;
import org.junit.jupiter.api.Test;

class TagTest {

    private static List<Run> runs(String labels) {
        return Tag.runs(Arrays.stream(labels.split(" ")).map(Tag::of).toList());
    }

    @Test
    void anInsideGoesOnWithItsOwnTypeOnly() {
        assertEquals(List.of(new Run(0, 2, "A"), new Run(2, 3, "B")), runs("B-A I-A I-B"));
        assertEquals(List.of(new Run(1, 3, "A")), runs("O I-A I-A O"));
    }

    @Test
    void aBeginAlwaysBegins() {
        assertEquals(List.of(new Run(0, 1, "A"), new Run(1, 3, "A")), runs("B-A B-A I-A"));
    }

    @Test
    void afterALastOrAnOnlyWordAMentionBegins() {
        assertEquals(List.of(new Run(0, 2, "A"), new Run(2, 4, "A")), runs("B-A L-A I-A L-A"));
        assertEquals(List.of(new Run(0, 1, "A"), new Run(1, 2, "A")), runs("U-A L-A"));
        assertEquals(List.of(new Run(0, 1, "A"), new Run(1, 2, "A")), runs("S-A E-A"));
    }

    @Test
    void bareLettersAndBareTypesAreReadToo() {
        assertEquals(List.of(new Run(0, 2, Tag.UNNAMED)), runs("B I O"));
        assertEquals(List.of(new Run(0, 2, "Disease"), new Run(2, 3, "Gene")), runs("Disease Disease Gene"));
        assertEquals(new Tag(Tag.Place.BEGIN, "B-cell"), Tag.of("B-B-cell"));
    }

    @Test
    void labelsOfOthersTellTheirScheme() {
        assertEquals(Scheme.BIO, TagLabels.read(List.of("O", "B-A", "I-A")).scheme());
        assertEquals(Scheme.BIO, TagLabels.read(List.of("B", "I", "O")).scheme());
        assertEquals(Scheme.IO, TagLabels.read(List.of("I-A", "O")).scheme());
        assertEquals(Scheme.IO, TagLabels.read(List.of("O", "Disease")).scheme());
        assertEquals(
                Scheme.BIOUL,
                TagLabels.read(List.of("O", "S-A", "B-A", "I-A", "E-A")).scheme());
        assertEquals(
                List.of("A"),
                TagLabels.read(List.of("O", "S-A", "B-A", "I-A", "E-A")).types());
    }

    @Test
    void labelsThatSayNothingAreToldInWords() {
        var failure = assertThrows(IllegalArgumentException.class, () -> TagLabels.read(List.of("LABEL_0", "LABEL_1")));
        assertTrue(String.valueOf(failure.getMessage()).contains("nobody has written down"), failure.getMessage());
        assertThrows(IllegalArgumentException.class, () -> TagLabels.read(List.of("yes", "no")));
        assertThrows(IllegalArgumentException.class, () -> TagLabels.read(List.of("O", "B-A", "B-A")));
    }

    @Test
    void aLabelThatOthersDoNotHaveIsReplacedByTheNextBest() {
        var only = TagLabels.read(List.of("O", "B-A", "B-B", "I-B"));
        assertEquals(1, only.label("A", 1, 3));
        assertEquals(3, only.label("B", 1, 3));
        assertThrows(IllegalArgumentException.class, () -> only.label("C", 0, 1));
    }
}
