package org.biogloss.tokens.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedTokenizerTest {

    @Test
    void foldersAreNamedByAsMuchOfTheirPathAsTellsThemApart() {
        assertEquals(
                List.of("own", "general"), NamedTokenizer.namesOf(List.of(Path.of("a/own"), Path.of("b/general"))));
        assertEquals(
                List.of("a/vocab", "b/vocab"), NamedTokenizer.namesOf(List.of(Path.of("a/vocab"), Path.of("b/vocab"))));
        assertEquals(List.of("own", "own (2)"), NamedTokenizer.namesOf(List.of(Path.of("own"), Path.of("own"))));
    }
}
