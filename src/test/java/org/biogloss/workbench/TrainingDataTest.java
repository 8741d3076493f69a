package org.biogloss.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Marked;
import org.biogloss.document.Schema;
import org.biogloss.store.ProjectException;
import org.biogloss.store.ProjectStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDataTest {

    @TempDir
    Path folder;

    private ProjectStore store;

    @BeforeEach
    void makeProject() {
        store = ProjectStore.create(folder, "Trial", Schema.standard());
    }

    @AfterEach
    void closeProject() {
        store.close();
    }

    @Test
    void documentsAPersonHasWorkedOnAreSplitTheSameWayEachTime() throws IOException {
        put(Marked.text("empty", "Nothing was confirmed here"));
        put(new AnnotatedDocument(Document.of("done", "Done, and nothing in it"), DocumentStatus.DONE, List.of()));
        for (int i = 0; i < 60; i++) put(Marked.text("d" + i, "𝛼 and [p53|Gene]"));

        var first = read(write("one"));
        put(Marked.text("later", "[p53|Gene]"));
        var second = read(write("two"));

        assertEquals(61, first.size());
        assertEquals(62, second.size());
        assertTrue(second.entrySet().containsAll(first.entrySet()), "a document stays where it was");
        assertEquals(2, new TreeSet<>(first.values()).size());
    }

    @Test
    void offsetsAreCodePoints() throws IOException {
        put(Marked.text("a", "𝛼 and [p53|Gene]"), Marked.text("b", "𝛼 and [p53|Gene]"));

        for (var line : lines(write("out"), "train")) {
            var entity = line.path("entities").path(0);
            assertEquals(
                    "6 9 Gene p53",
                    entity.path("start") + " " + entity.path("end") + " "
                            + entity.path("type").asText() + " "
                            + entity.path("text").asText());
        }
    }

    @Test
    void ofTwoDocumentsOneTrainsAndOneMeasures() throws IOException {
        put(Marked.text("a", "[p53|Gene]"), Marked.text("b", "[p53|Gene]"));

        var written = write("out");

        assertEquals(1, lines(written, "train").size());
        assertEquals(1, lines(written, "dev").size());
    }

    @Test
    void aBenchmarksSplitIsKept() throws IOException {
        put(inSplit("a", "train"), inSplit("b", "dev"), inSplit("c", "test"));

        assertEquals(Map.of("a", "train", "b", "dev"), read(write("out")));
    }

    @Test
    void oneDocumentIsTooLittle() {
        put(Marked.text("a", "[p53|Gene]"));

        var trouble = assertThrows(ProjectException.class, () -> write("out"));
        assertTrue(trouble.getMessage().contains("at least two"), trouble.getMessage());
    }

    private static AnnotatedDocument inSplit(String id, String split) {
        var plain = Marked.text(id, "[p53|Gene]");
        var document = new Document(id, plain.text(), List.of(), Map.of(Document.SPLIT, split));
        return new AnnotatedDocument(document, DocumentStatus.NEW, plain.annotations());
    }

    private Path write(String name) {
        return new TrainingData(store, "gold").write(folder.resolve(name));
    }

    private static Map<String, String> read(Path folder) throws IOException {
        var splits = new java.util.TreeMap<String, String>();
        for (var split : List.of("train", "dev")) {
            for (var line : lines(folder, split)) splits.put(line.path("id").asText(), split);
        }
        return splits;
    }

    private static List<JsonNode> lines(Path folder, String split) throws IOException {
        var nodes = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(folder.resolve(split + ".jsonl")))
            nodes.add(new ObjectMapper().readTree(line));
        return nodes;
    }

    private void put(AnnotatedDocument... documents) {
        try (var batch = store.startImport()) {
            for (var document : documents) batch.add(document);
            batch.commit("test", "Import");
        }
    }
}
