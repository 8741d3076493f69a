package org.biogloss.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.document.Marked;
import org.biogloss.document.Mention;
import org.biogloss.document.Schema;
import org.biogloss.store.ProjectStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SchemaCommandTest {

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void makeProject() {
        try (var store = ProjectStore.create(folder.resolve("p"), "Trial", Schema.standard());
                var batch = store.startImport()) {
            batch.add(Marked.text("a", "Loss of [p53|Gene] in [mice|Species]"));
            batch.commit("test", "Import");
        }
    }

    @Test
    void aDryRenameCountsAndChangesNothing() {
        assertEquals(Exit.DONE, run("rename", "Gene", "GeneOrProduct", "--dry"));

        assertEquals(
                "Would change 1 annotations in 1 documents, layers gold",
                said.toString().strip());
        assertEquals(List.of("Gene", "Species"), types());
    }

    @Test
    void aRenameChangesDocumentsAndSchemaAndIsListed() {
        assertEquals(Exit.DONE, run("rename", "Gene", "GeneOrProduct"));
        assertEquals(List.of("GeneOrProduct", "Species"), types());

        run("show");
        assertTrue(said.toString().matches("(?s).*entity +GeneOrProduct +1 in 1 documents.*"), said.toString());
    }

    @Test
    void aTypingErrorMakesNoMergeOutOfARenameAndNoRenameOutOfAMerge() {
        assertEquals(Exit.FAILED, run("rename", "Gene", "Species"));
        assertEquals(Exit.FAILED, run("merge", "Gene", "Speceis"));
        assertEquals(List.of("Gene", "Species"), types());

        assertEquals(Exit.DONE, run("merge", "Gene", "Species"));
        assertEquals(List.of("Species", "Species"), types());
    }

    private int run(String verb, String... more) {
        var words = new java.util.ArrayList<>(List.of(verb, folder.resolve("p").toString()));
        words.addAll(List.of(more));
        var line = new CommandLine(new SchemaCommand());
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        line.setExecutionExceptionHandler((problem, _, _) -> Exit.FAILED);
        return line.execute(words.toArray(String[]::new));
    }

    private List<String> types() {
        try (var store = ProjectStore.openToRead(folder.resolve("p"))) {
            return store.find("a").orElseThrow().mentions().map(Mention::type).toList();
        }
    }
}
