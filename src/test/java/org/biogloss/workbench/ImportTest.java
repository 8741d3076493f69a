package org.biogloss.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.format.Format;
import org.biogloss.format.ImportReport;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.biogloss.registry.Models;
import org.biogloss.search.SearchHit;
import org.biogloss.search.SearchRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {

    private static final String TWO = """
            1|t|Loss of p53
            1|a|It was seen in mice.
            1\t8\t11\tp53\tGene\t7157

            2|t|Gain of TP63
            2|a|It was not seen.
            2\t8\t12\tTP63\tGene\t8626
            """;

    @TempDir
    Path folder;

    private final Jobs jobs = new Jobs();
    private Workbench workbench;

    @BeforeEach
    void makeProject() {
        workbench = Workbench.create(folder.resolve("project"), "Trial", new Models(List.of()), jobs);
    }

    @AfterEach
    void closeProject() {
        workbench.close();
        jobs.close();
    }

    @Test
    void whatIsImportedIsThereAndFoundAtOnce() throws IOException {
        var report = importing(TWO, "gold");

        assertEquals("2 2 0", report.documents() + " " + report.mentions() + " " + report.rejected());
        assertEquals(List.of("1", "2"), workbench.store().ids());
        assertEquals(
                List.of("2"),
                workbench.search(SearchRequest.of("TP63", 10)).hits().stream()
                        .map(SearchHit::id)
                        .toList());
    }

    @Test
    void anImportIsUndoneAndRedoneAsOneStep() throws IOException {
        importing(TWO, "gold");
        var before = List.of(workbench.document("1"), workbench.document("2"));
        var heard = new ArrayList<ProjectChange>();
        workbench.listen(heard::add);

        assertTrue(workbench.undo().orElseThrow().title().startsWith("Import 2 documents"));
        workbench.bringIndexUpToDate(JobContext.silent());
        assertEquals(List.of(), workbench.store().ids());
        assertEquals(0, workbench.search(SearchRequest.of("TP63", 10)).total());
        assertTrue(heard.contains(new ProjectChange.DocumentsImported(-2)), heard.toString());

        workbench.redo();
        workbench.bringIndexUpToDate(JobContext.silent());
        assertEquals(before, List.of(workbench.document("1"), workbench.document("2")));
        assertEquals(1, workbench.search(SearchRequest.of("TP63", 10)).total());
    }

    @Test
    void aLayerThatAnImportBroughtToDocumentsGoesOutWithItsUndo() throws IOException {
        importing(TWO, "gold");
        var before = workbench.document("1");
        importing(TWO + TWO.replace("\n1", "\n3").replace("1|t|", "3|t|").split("\n\n")[0] + "\n", "anna");
        assertEquals(2, workbench.document("1").mentions().count());
        assertEquals(List.of("1", "2", "3"), workbench.store().ids());

        workbench.undo();
        assertEquals(before, workbench.document("1"));
        assertEquals(List.of("1", "2"), workbench.store().ids());
        workbench.redo();
        assertEquals(2, workbench.document("1").mentions().count());
        assertEquals(List.of("1", "2", "3"), workbench.store().ids());
    }

    @Test
    void importingTheSameAgainDoublesNothing() throws IOException {
        importing(TWO, "gold");
        var before = workbench.document("1");
        importing(TWO, "gold");

        assertEquals(before, workbench.document("1"));
        importing(TWO, "other");
        assertEquals(2, workbench.document("1").annotations().size());
    }

    @Test
    void whatAPersonDidIsUntouchedByAnotherImport() throws IOException {
        importing(TWO, "gold");
        var mention = workbench.document("1").mentions().findFirst().orElseThrow();
        var edited = workbench.perform(
                "Relabel", "1", new Edit.Replace(mention, mention.relabelled("Protein", new Source.Person("you"))));
        importing(TWO, "gold");

        assertTrue(workbench.document("1").annotations().containsAll(edited.annotations()));
        workbench.undo();
        assertEquals(edited, workbench.document("1"));
        workbench.undo();
        assertTrue(workbench.document("1").annotations().contains(mention));
    }

    @Test
    void aDocumentWithAnotherTextIsRejectedAndTheRestComesIn() throws IOException {
        importing(TWO, "gold");
        var report = importing(
                TWO.replace("seen in mice", "seen in rats").replace("2|", "3|").replace("\n2\t", "\n3\t"), "gold");

        assertEquals("1 1 1", report.documents() + " " + report.mentions() + " " + report.rejected());
        var rejection = report.files().getFirst().rejected().getFirst();
        assertEquals("document 1", rejection.where());
        assertTrue(rejection.why().contains("another text"), rejection.why());
        assertEquals(List.of("1", "2", "3"), workbench.store().ids());
        assertTrue(workbench.document("1").text().contains("mice"));
    }

    @Test
    void cancellingLeavesNothing() throws IOException {
        var file = file(TWO);
        var cancelled = new JobContext() {
            @Override
            public void report(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return workbench.store().generation() == 0;
            }
        };

        assertThrows(
                CancellationException.class,
                () -> workbench.importFiles(List.of(file), Optional.empty(), "gold", cancelled));
        assertEquals(0, workbench.store().documentCount());
        assertEquals(2, importing(TWO, "gold").documents());
    }

    @Test
    void aFileThatIsNoneLeavesNoTraceButALine() throws IOException {
        var report = workbench.importFiles(
                List.of(folder.resolve("nowhere.txt")), Optional.empty(), "gold", JobContext.silent());

        assertEquals(1, report.rejected());
        assertEquals(0, workbench.store().generation());
    }

    @Test
    void unknownTypesJoinTheSchemaAndListenersHear() throws IOException {
        var heard = new ArrayList<ProjectChange>();
        workbench.listen(heard::add);
        importing(TWO.replace("\tGene\t", "\tProtein\t"), "gold");

        assertTrue(workbench.store().schema().entity("Protein").isPresent());
        assertTrue(heard.contains(new ProjectChange.DocumentsImported(2)));
        assertTrue(
                heard.contains(new ProjectChange.SchemaChanged(workbench.store().schema())));
    }

    @Test
    void whatIsExportedAndImportedIsTheSame() throws IOException {
        importing(TWO, "gold");
        workbench.perform(
                "Mark",
                "2",
                new Edit.Add(new Mention(
                        "x1",
                        "gold",
                        List.of(Span.of(0, 4)),
                        "Gene",
                        List.of(),
                        java.util.Map.of(),
                        new Source.Imported("in.txt"))));
        var out = folder.resolve("out.jsonl");
        workbench.export(out, Format.JSONL, Optional.empty(), JobContext.silent());

        try (var copy = Workbench.create(folder.resolve("copy"), "Copy", new Models(List.of()), jobs)) {
            copy.importFiles(List.of(out), Optional.empty(), "gold", JobContext.silent());
            for (var id : List.of("1", "2")) {
                assertEquals(
                        workbench.document(id).annotations(), copy.document(id).annotations());
            }
        }
    }

    private ImportReport importing(String pubTator, String layer) throws IOException {
        return workbench.importFiles(List.of(file(pubTator)), Optional.empty(), layer, JobContext.silent());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("in.txt"), text);
    }
}
