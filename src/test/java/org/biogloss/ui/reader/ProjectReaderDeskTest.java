package org.biogloss.ui.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.biogloss.document.Span;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.Models;
import org.biogloss.workbench.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectReaderDeskTest {

    private static final String TEXT = "Loss of p53 in HeLa cells.";

    private final Jobs jobs = new Jobs();
    private final Models models = new Models(List.of());
    private final List<Optional<String>> told = new ArrayList<>();

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void whatIsShownIsOnDiskAndCanBeUndoneAfterReopening(@TempDir Path folder) {
        var project = folder.resolve("p");
        AnnotatedDocument shown;
        try (var workbench = Workbench.create(project, "p", models, jobs)) {
            try (var batch = workbench.store().startImport()) {
                batch.add(AnnotatedDocument.bare(Document.of("d", TEXT)));
                batch.commit("ada", "Import");
            }
            var reader = reader(workbench);
            reader.select(new Span(8, 11));
            reader.setType("Gene");
            reader.setType("Chemical");
            shown = reader.document().orElseThrow();
            assertEquals(shown, workbench.document("d"));
        }
        try (var workbench = Workbench.open(project, models, jobs)) {
            var reader = reader(workbench);
            assertEquals(Optional.of(shown), reader.document());
            reader.undo();
            assertEquals(
                    "Gene",
                    reader.document()
                            .orElseThrow()
                            .mentions()
                            .findFirst()
                            .orElseThrow()
                            .type());
            reader.undo();
            assertEquals(0, reader.document().orElseThrow().mentions().count());
            reader.redo();
            assertEquals(1, workbench.document("d").mentions().count());
            assertTrue(told.isEmpty(), "the reader is not told of its own changes");
        }
    }

    private ReaderViewModel reader(Workbench workbench) {
        var desk = new ProjectReaderDesk(workbench, (_, _) -> Optional.empty(), List::of, _ -> {}, ConceptDesk.NONE);
        desk.listen(told::add);
        var reader = new ReaderViewModel(
                desk,
                Runnable::run,
                Runnable::run,
                (tried, why) -> {
                    throw new AssertionError(tried, why);
                },
                _ -> {});
        reader.open("d");
        return reader;
    }
}
