package org.biogloss.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Edit;
import org.biogloss.document.Marked;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.Models;
import org.biogloss.search.SearchRequest;
import org.biogloss.store.JournalEntry;
import org.biogloss.store.ProjectException;
import org.biogloss.store.ProjectStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup is the project as it was, whoever works in it; and who comes second reads.
class BackupTest {

    @TempDir
    Path folder;

    private final Jobs jobs = new Jobs();
    private Workbench workbench;

    @BeforeEach
    void makeProject() {
        workbench = Workbench.create(folder.resolve("project"), "Trial", new Models(List.of()), jobs);
        try (var batch = workbench.store().startImport()) {
            for (var id : List.of("a", "b")) batch.add(Marked.text(id, "Loss of [p53|Gene] in mice"));
            batch.commit("you", "Import");
        }
        mark("a", 0);
        mark("b", 0);
        workbench.undo();
        workbench.store().putSetting("own", "value");
    }

    @AfterEach
    void closeProject() {
        workbench.close();
        jobs.close();
    }

    private void mark(String id, int start) {
        workbench.perform(
                "Mark " + id,
                id,
                new Edit.Add(Mention.of("gold", Span.of(start, start + 4), "Event", new Source.Person("you"))));
    }

    private static List<AnnotatedDocument> documents(ProjectStore store) {
        var all = new ArrayList<AnnotatedDocument>();
        store.forEach(all::add);
        return all;
    }

    private static List<JournalEntry> journal(ProjectStore store) {
        return store.ids().stream()
                .flatMap(id -> store.history(id, 100).stream())
                .toList();
    }

    @Test
    void aRestoredBackupIsEqualAndTheProjectGoesOnMeanwhile() throws IOException {
        var notes = Files.writeString(workbench.store().folder().resolve("notes.md"), "# How we mark\n");
        var zip = folder.resolve("backup.zip");
        var documents = documents(workbench.store());
        var journal = journal(workbench.store());
        try (var arriving = workbench.store().startImport()) {
            arriving.add(Marked.text("half", "not there yet"));
            Backup.write(workbench.store(), zip, false, JobContext.silent());
        }
        mark("a", 8);
        Backup.restore(zip, folder.resolve("again"), JobContext.silent());

        try (var again = Workbench.open(folder.resolve("again"), new Models(List.of()), jobs)) {
            assertEquals(documents, documents(again.store()));
            assertEquals(journal, journal(again.store()));
            assertEquals(workbench.store().schema(), again.store().schema());
            assertEquals(Optional.of("value"), again.store().setting("own"));
            assertEquals("Trial", again.store().name());
            assertEquals(Files.readString(notes), Files.readString(folder.resolve("again/notes.md")));
            again.bringIndexUpToDate(JobContext.silent());
            assertEquals(2, again.search(SearchRequest.of("p53", 10)).total());
            assertEquals("Mark b", again.redo().orElseThrow().title());
            again.undo();
            again.undo();
            assertEquals("Import", again.undo().orElseThrow().title());
        }
        try (var left = Files.list(folder)) {
            assertEquals(3, left.count(), "project, backup, again");
        }
    }

    @Test
    void whatIsThereIsNeverWrittenOver() throws IOException {
        var zip = folder.resolve("backup.zip");
        Backup.write(workbench.store(), zip, false, JobContext.silent());
        var trouble = assertThrows(
                ProjectException.class,
                () -> Backup.restore(zip, workbench.store().folder(), JobContext.silent()));
        assertTrue(trouble.getMessage().contains("Choose a new folder"), trouble.getMessage());
    }

    @Test
    void aZipThatLeadsElsewhereOrIsNoBackupLeavesNothing() throws IOException {
        for (var name : List.of("../../stolen.txt", "readme.txt")) {
            var zip = folder.resolve("odd.zip");
            try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
                out.putNextEntry(new ZipEntry(name));
                out.write(1);
            }
            assertThrows(
                    ProjectException.class,
                    () -> Backup.restore(zip, folder.resolve("deep/er/new"), JobContext.silent()));
            assertFalse(Files.exists(folder.resolve("deep/er/new")));
            assertFalse(Files.exists(folder.resolve("deep/stolen.txt")));
        }
    }

    @Test
    void whoOpensAProjectSecondReadsItAndIsToldWhenChangingIt() {
        try (var second = Workbench.openOrRead(workbench.store().folder(), new Models(List.of()), jobs)) {
            assertTrue(second.isReadOnly());
            second.bringIndexUpToDate(JobContext.silent());
            assertEquals(2, second.search(SearchRequest.of("p53", 10)).total());
            mark("b", 8);
            assertEquals(2, second.document("b").mentions().count());
            second.bringIndexUpToDate(JobContext.silent());

            var edit = new Edit.Add(Mention.of("gold", Span.of(0, 1), "Gene", new Source.Person("you")));
            var trouble = assertThrows(ProjectException.class, () -> second.perform("Mark", "a", edit));
            assertTrue(trouble.getMessage().contains("read only"), trouble.getMessage());
            assertThrows(ProjectException.class, second::undo);
            assertThrows(
                    ProjectException.class,
                    () -> second.importFiles(List.of(folder), Optional.empty(), "gold", JobContext.silent()));
        }
        workbench.close();
        workbench = Workbench.openOrRead(folder.resolve("project"), new Models(List.of()), jobs);
        assertFalse(workbench.isReadOnly());
    }
}
