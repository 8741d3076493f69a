package org.biogloss.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.biogloss.bert.BertConfig;
import org.biogloss.bert.BertShape;
import org.biogloss.bert.Head;
import org.biogloss.bert.SafetensorsWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {

    private static final List<String> INSIDE = List.of("minilm-l6", "bge-small", "e5-small");

    @TempDir
    Path root;

    /// A network of a few hundred numbers, all zero.
    private Path model(String name) throws IOException {
        var folder = Files.createDirectories(root.resolve(name));
        var config = BertConfig.of(com.fasterxml.jackson.databind.json.JsonMapper.builder()
                .build()
                .readTree("{\"vocab_size\":5,\"hidden_size\":4,\"num_hidden_layers\":1,\"num_attention_heads\":2,"
                        + "\"intermediate_size\":8,\"max_position_embeddings\":16}"));
        var json = config.toJson();
        json.putArray("architectures").add("BertForTokenClassification");
        json.putObject("id2label").put("0", "O").put("1", "B-Gene").put("2", "I-Gene");
        Files.writeString(folder.resolve("config.json"), json.toString());
        Files.writeString(folder.resolve("vocab.txt"), "[PAD]\n[UNK]\n[CLS]\n[SEP]\ngene\n");
        SafetensorsWriter.write(
                folder.resolve("model.safetensors"),
                BertShape.of(config, List.of(Head.ofPieces(3))),
                false,
                parameter -> FloatBuffer.allocate((int) parameter.size()));
        return folder;
    }

    private List<String> ids() {
        return new Models(List.of(root)).installed().stream().map(ModelCard::id).toList();
    }

    private String why() {
        var broken = new Models(List.of(root)).broken();
        assertEquals(1, broken.size());
        return broken.getFirst().why();
    }

    @Test
    void theEncodersInsideAreAlwaysThere() {
        assertEquals(
                INSIDE,
                new Models(List.of(root.resolve("none")))
                        .installed().stream().map(ModelCard::id).toList());
    }

    @Test
    void aFolderFromElsewhereHasACardMadeFromItsConfig() throws IOException {
        model("their-tagger");

        var card = new Models(List.of(root)).find("their-tagger").orElseThrow();

        assertEquals(List.of("ner"), card.tasks());
        assertEquals(List.of("Gene"), card.types());
        assertTrue(card.parameters() > 100);
    }

    @Test
    void aCardIsReadAsItWasWritten() throws IOException {
        var folder = model("tagger");
        var card = new ModelCard(
                "tagger",
                "Näme",
                folder,
                List.of("ner"),
                List.of("Gene"),
                "minilm-l6",
                7,
                "CC0-1.0",
                Map.of("test.f1", 0.8125),
                "data",
                "what for");

        CardFile.write(card, "# page");

        assertEquals(card, new Models(List.of(root)).find("tagger").orElseThrow());
    }

    @Test
    void aPartlyWrittenModelIsNotListed() throws IOException {
        Files.move(model("whole"), root.resolve(".whole.part"));
        Files.createDirectories(root.resolve("recipes"));

        assertEquals(INSIDE, ids());
        assertEquals(List.of(), new Models(List.of(root)).broken());
    }

    @Test
    void aModelWithoutItsVocabularyIsListedAsBrokenWithTheReason() throws IOException {
        Files.delete(model("tagger").resolve("vocab.txt"));

        assertEquals(INSIDE, ids());
        assertTrue(why().contains("its vocabulary is missing"), why());
    }

    @Test
    void weightsThatWereCutOffMakeABrokenModel() throws IOException {
        var weights = model("tagger").resolve("model.safetensors");
        var bytes = Files.readAllBytes(weights);
        Files.write(weights, java.util.Arrays.copyOf(bytes, bytes.length - 9));

        assertTrue(why().contains("cut off"), why());
        var refused = assertThrows(IOException.class, () -> new Models(List.of(root)).require("tagger"));
        assertTrue(String.valueOf(refused.getMessage()).contains("cut off"));
    }

    @Test
    void anUnknownIdIsToldWithThoseThatThereAre() {
        var refused = assertThrows(IOException.class, () -> new Models(List.of(root)).require("nothing"));

        assertTrue(String.valueOf(refused.getMessage()).contains("Installed are minilm-l6"));
    }

    @Test
    void installingCopiesTheWholeFolderAndReplacesAnOlderOne() throws IOException {
        var from = model("tagger");
        Files.writeString(from.resolve("note.txt"), "new");
        var home = root.resolve("home");
        Files.createDirectories(home.resolve("tagger"));
        Files.writeString(home.resolve("tagger/old.txt"), "old");

        var card = Models.install(from, home);

        assertEquals(home.resolve("tagger"), card.folder());
        assertTrue(Files.exists(home.resolve("tagger/note.txt")));
        assertFalse(Files.exists(home.resolve("tagger/old.txt")));
        assertEquals(
                List.of("tagger"),
                new Models(List.of(home))
                        .installed().stream()
                                .map(ModelCard::id)
                                .filter(id -> !INSIDE.contains(id))
                                .toList());
    }

    @Test
    void aFolderThatFailsToBeWrittenLeavesTheOldOne() throws IOException {
        var folder = root.resolve("model");
        WholeFolder.replace(folder, part -> Files.writeString(part.resolve("a"), "old"));

        assertThrows(
                IOException.class,
                () -> WholeFolder.replace(folder, part -> {
                    Files.writeString(part.resolve("a"), "half");
                    throw new IOException("disk full");
                }));

        assertEquals("old", Files.readString(folder.resolve("a")));
        try (var files = Files.list(root)) {
            assertEquals(List.of(folder), files.toList());
        }
    }

    @Test
    void aKillBetweenTheTwoMovesIsRepaired() throws IOException {
        var folder = root.resolve("model");
        Files.createDirectories(root.resolve(".model.old"));

        WholeFolder.recover(folder);

        assertTrue(Files.isDirectory(folder));
    }

    @Test
    void aScoreOnOtherTextsJoinsTheCardAndItsPage() throws IOException {
        var folder = model("mine");
        var card = new Models(List.of(root)).require("mine").withScores(Map.of("test.f1", 0.8));
        CardFile.write(card, CardPage.of(card, java.time.LocalDate.of(2026, 11, 23), "task = \"ner\""));

        Elsewhere.keep(card, "NCBI-disease", 0.6);
        Elsewhere.keep(Models.open(folder), "NCBI-disease", 0.615);
        Elsewhere.keep(Models.open(folder), "BioRED", 0.5);

        var kept = Models.open(folder);
        assertEquals(Map.of("NCBI-disease", 0.615, "BioRED", 0.5), Elsewhere.of(kept));
        assertEquals(0.8, kept.scores().get("test.f1"));
        var page = Files.readString(folder.resolve("README.md"));
        assertEquals(1, page.split("## On other texts", -1).length - 1, page);
        assertTrue(page.contains("| BioRED | 50.00 |\n| NCBI-disease | 61.50 |\n\n## Use"), page);
        assertTrue(page.contains("made | 2026-11-23"), "what was there stays");
        assertTrue(CardPage.of(kept, java.time.LocalDate.of(2026, 11, 24), "").contains("| NCBI-disease | 61.50 |"));
    }
}
