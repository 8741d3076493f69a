package org.biogloss.ui.library;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Span;
import org.biogloss.format.FileReport;
import org.biogloss.format.ImportReport;
import org.biogloss.format.Rejection;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.search.Filters;
import org.biogloss.store.DocumentSummary;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.OpenDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LibraryViewTest {

    private final Jobs jobs = new Jobs();
    private final DeskInMemory desk = new DeskInMemory();
    private final OpenDocument openDocument = new OpenDocument();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final LibraryViewModel viewModel =
            new LibraryViewModel(desk, jobs, Platform::runLater, (what, _) -> failures.add(what), openDocument);

    @Start
    void show(Stage stage) {
        var scene = new Scene(new LibraryView(viewModel, openDocument, new OneFile()), 320, 700);
        new Looks().dress(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        viewModel.refresh();
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void aHundredThousandPapersAreAskedForByThePage(FxRobot robot) {
        await().until(() -> viewModel.totalProperty().get() == 100_000);
        robot.interact(() -> list(robot).scrollTo(70_000));

        await().until(() -> viewModel.row(70_000).isPresent());

        assertEquals("d70000", viewModel.row(70_000).orElseThrow().summary().id());
        assertTrue(desk.rowsAsked.get() < 1000, () -> desk.rowsAsked + " rows were read");
    }

    @Test
    void choosingARowOpensItAndOpeningElsewhereSelectsTheRow(FxRobot robot) {
        await().until(() -> viewModel.row(3).isPresent());
        robot.interact(() -> list(robot).getSelectionModel().select(3));
        assertEquals(Optional.of("d3"), openDocument.documentId());

        robot.interact(() -> openDocument.open("d5"));

        assertEquals(5, list(robot).getSelectionModel().getSelectedItem());
    }

    @Test
    void typingSearchesAndAnEmptyAnswerSaysWhatToDo(FxRobot robot) {
        await().until(() -> viewModel.totalProperty().get() > 0);
        robot.clickOn("#library-query").write("p53");
        await().until(() -> viewModel.totalProperty().get() == 2);
        assertEquals(
                "2 papers found",
                robot.lookup("#library-count").queryAs(Label.class).getText());

        robot.eraseText(3).write("nothing");
        await().until(() -> viewModel.totalProperty().get() == 0);
        assertEquals(
                "No paper fits",
                robot.lookup(".empty-title").queryAs(Label.class).getText());
    }

    @Test
    void theNeighbourIsTheNextInTheListAsItIsNarrowed(FxRobot robot) {
        robot.interact(() -> viewModel.search("p53"));
        await().until(() -> viewModel.totalProperty().get() == 2);

        assertEquals(Optional.of("d9"), viewModel.neighbour("d4", 1));
        assertEquals(Optional.empty(), viewModel.neighbour("d9", 1));
    }

    @Test
    void anImportReportsWhatWasRejectedAndStaysUntilDismissed(FxRobot robot) {
        robot.clickOn("#library-import");

        await().until(() -> robot.lookup("#import-summary").tryQuery().isPresent());
        assertEquals(
                "1 papers, 2 mentions, 0 relations read; 0 repaired, 1 rejected.",
                robot.lookup("#import-summary").queryAs(Label.class).getText());
        robot.clickOn("#dismiss-report");
        await().until(() -> robot.lookup("#import-report").tryQuery().isEmpty());
        assertTrue(failures.isEmpty(), failures::toString);
    }

    private static ListView<?> list(FxRobot robot) {
        return robot.lookup("#library-list").queryAs(ListView.class);
    }

    private static final class OneFile implements FilePrompts {

        @Override
        public List<Path> files(String title) {
            return List.of(Path.of("papers.pubtator"));
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveAs(String title, String name) {
            return Optional.empty();
        }
    }

    /// A hundred thousand papers, of which the words `p53` find d4 and d9.
    private static final class DeskInMemory implements LibraryDesk {

        private final AtomicInteger rowsAsked = new AtomicInteger();

        @Override
        public Stretch rows(String query, Filters filters, int offset, int limit) {
            rowsAsked.addAndGet(limit);
            if (query.equals("p53")) {
                var found = List.of(row(4, "loss of p53"), row(9, "p53 again"));
                return new Stretch(2, found.subList(Math.min(2, offset), Math.min(2, offset + limit)));
            }
            if (!query.isEmpty()) return new Stretch(0, List.of());
            var rows = new ArrayList<Row>();
            for (int i = offset; i < Math.min(100_000, offset + limit); i++) rows.add(row(i, ""));
            return new Stretch(100_000, rows);
        }

        private static Row row(int number, String snippet) {
            var paper = new DocumentSummary(
                    "d" + number, "The title of paper " + number, DocumentStatus.NEW, 3, 1, "2020", "");
            int at = snippet.indexOf("p53");
            return new Row(paper, snippet, at < 0 ? List.of() : List.of(Span.of(at, at + 3)));
        }

        @Override
        public List<String> types() {
            return List.of("Gene");
        }

        @Override
        public ImportReport importFiles(List<Path> files, JobContext context) {
            return new ImportReport(List.of(new FileReport(
                    "papers.pubtator",
                    "pubtator",
                    "code points",
                    1,
                    2,
                    0,
                    List.of(),
                    List.of(new Rejection("line 7", "It has five columns.")))));
        }
    }
}
