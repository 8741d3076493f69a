package org.biogloss.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabulariesTest {

    @TempDir
    Path folder;

    private Vocabularies vocabularies() {
        return new Vocabularies(new Models(List.of()), folder.resolve("own"));
    }

    private Path elsewhere(String name) throws IOException {
        var place = Files.createDirectories(folder.resolve("elsewhere").resolve(name));
        Files.write(place.resolve("vocab.txt"), List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "rats"));
        Files.writeString(place.resolve("model.safetensors"), "heavy");
        return place;
    }

    @Test
    void theGeneralOneIsAlwaysThere() throws IOException {
        var all = vocabularies().all();

        assertEquals("minilm-l6", all.getFirst().id());
        try (var general = vocabularies().open("minilm-l6")) {
            assertEquals(30_522, general.vocabularySize());
        }
    }

    @Test
    void whatIsTakenOverStaysWhenItsFolderGoes() throws IOException {
        var from = elsewhere("mice & men");
        var known = vocabularies().add(from);
        WholeFolder.delete(from);

        assertEquals("mice - men", known.name());
        assertTrue(known.isOwn());
        assertFalse(Files.exists(folder.resolve("own/mice - men/model.safetensors")));
        try (var own = vocabularies().open(known.id())) {
            assertEquals(6, own.vocabularySize());
        }
    }

    @Test
    void aSecondOfTheSameNameGetsANumber() throws IOException {
        var from = elsewhere("mice");

        assertEquals("mice", vocabularies().add(from).id());
        assertEquals("mice-2", vocabularies().add(from).id());
        assertEquals(3, vocabularies().all().size());
        assertEquals("vocabulary", vocabularies().free(" ../ ").getFileName().toString());
    }

    @Test
    void aFolderWithoutAVocabularyIsRefusedAndNothingIsCopied() throws IOException {
        var empty = Files.createDirectories(folder.resolve("empty"));

        Failure.says("it has neither tokenizer.json nor", () -> vocabularies().add(empty));
        assertEquals(1, vocabularies().all().size());
        Failure.says("There are minilm-l6", () -> vocabularies().open("nothing"));
    }
}
