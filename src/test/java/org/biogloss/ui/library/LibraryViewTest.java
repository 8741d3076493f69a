package org.biogloss.ui.library;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.biogloss.document.DocumentStatus;
import org.biogloss.jobs.Jobs;
import org.biogloss.search.Filters;
import org.biogloss.ui.kit.CommandKeys;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.FxWatchdog;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.OpenDocument;
import org.biogloss.ui.kit.Snapshots;
import org.biogloss.ui.kit.StatusLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // made in show()
class LibraryViewTest {

    @TempDir
    Path folder;

    private final Jobs jobs = new Jobs();
    private final OpenDocument open = new OpenDocument();
    private final Commands commands = new Commands();
    private final Notices notices = new Notices();
    private final LibraryViewModel viewModel = new LibraryViewModel(jobs, Fx.thread(), notices, open, new StatusLine());
    private Looks looks;
    private Scene scene;
    private LibraryView view;

    private final FilePrompts prompts = new FilePrompts() {
        @Override
        public List<Path> files(String title) {
            return List.of(Path.of("a.pubtator"), Path.of("b.xml"));
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.of(Path.of("papers"));
        }

        @Override
        public Optional<Path> saveAs(String title, String name) {
            return Optional.of(folder.resolve(name));
        }

        @Override
        public void show(Path folder) {}
    };

    @Start
    void show(Stage stage) {
        looks = new Looks();
        looks.choose(Looks.Theme.LIGHT);
        view = new LibraryView(viewModel, commands, new LibraryCommands(viewModel, prompts));
        var root = new BorderPane();
        root.setLeft(view);
        root.setBottom(new ImportReportView(viewModel, prompts, notices));
        scene = new Scene(root, 980, 800);
        looks.dress(scene);
        CommandKeys.listen(scene, commands);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void keysLeadFromTheQueryIntoTheListAndOpenAPaper(FxRobot robot) {
        open(robot, new DeskInMemory(1_000));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        robot.write("5");
        await().until(() -> viewModel.rows().size() == 100);
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertEquals(Optional.of("15"), open.documentId());
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        assertEquals(Optional.of("25"), open.documentId());
        robot.push(KeyCode.ALT, KeyCode.UP);
        assertEquals(Optional.of("15"), open.documentId());
    }

    @Test
    void aHundredThousandPapersScrollAndTheOpenOneIsBroughtInSight(FxRobot robot) {
        open(robot, new DeskInMemory(100_000));
        var dog = new FxWatchdog();
        robot.interact(dog::start);
        ListView<Row> papers = robot.lookup("#papers").queryListView();
        for (int row = 0; row < 100_000; row += 9_973) {
            int to = row;
            robot.interact(() -> papers.scrollTo(to));
            WaitForAsyncUtils.waitForFxEvents();
        }
        robot.interact(() -> open.open("54321"));
        await().until(() -> papers.getSelectionModel().getSelectedIndex() == 54_321);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(dog::stop);
        System.out.println("100,000 papers: longest block of the window's thread "
                + dog.longestBlock().toMillis() + " ms");
        assertTrue(robot.lookup(".paper").queryAll().size() < 200);
    }

    @Test
    void anEmptyProjectOffersToImportAndTheReportOpens(FxRobot robot) throws IOException {
        var desk = new DeskInMemory(0);
        robot.interact(() -> viewModel.show(Optional.of(desk)));
        await().until(() -> robot.lookup(".empty-button").tryQuery().isPresent());
        robot.clickOn(".empty-button");
        await().until(() -> viewModel.reportProperty().get().isPresent());
        assertEquals(List.of(Path.of("a.pubtator"), Path.of("b.xml")), desk.imported);
        TableView<?> files = robot.lookup("#report-files").queryTableView();
        assertEquals(3, files.getItems().size());
        assertEquals(2, robot.lookup("#report-lines").queryListView().getItems().size());
        robot.clickOn("#save-report");
        assertTrue(Files.readString(folder.resolve("import-report.json")).contains("\"rejected\" : 2"));
        robot.clickOn("#close-report");
        assertTrue(viewModel.reportProperty().get().isEmpty());
    }

    @Test
    void withoutAProjectTheListSaysSoAndNothingCanBeImported(FxRobot robot) {
        assertTrue(robot.lookup(".empty-title").tryQuery().isPresent());
        assertFalse(commands.find("library.import").orElseThrow().enabled().get());
        robot.interact(() -> viewModel.importFiles(List.of(Path.of("x"))));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(1, notices.shown().size());
    }

    @Test
    void aFilterIsAChipThatAClickTakesAway(FxRobot robot) {
        open(robot, new DeskInMemory(1_000));
        robot.interact(
                () -> viewModel.filter(new Filters(Set.of(), Optional.empty(), Set.of(DocumentStatus.IN_PROGRESS))));
        await().until(() -> viewModel.rows().size() < 1_000);
        robot.clickOn(".filter-chip");
        await().until(() -> viewModel.rows().size() == 1_000);
        assertEquals(Filters.NONE, viewModel.filtersProperty().get());
    }

    @Test
    void theLibraryCanBePictured(FxRobot robot) {
        var pictures = new ArrayList<Path>();
        for (var theme : List.of(Looks.Theme.LIGHT, Looks.Theme.DARK)) {
            robot.interact(() -> {
                looks.choose(theme);
                viewModel.show(Optional.empty());
            });
            pictures.add(picture(robot, "none-" + theme));
            open(robot, new DeskInMemory(50_000));
            robot.interact(() -> viewModel.importFiles(List.of(Path.of("papers"))));
            await().until(() -> viewModel.reportProperty().get().isPresent());
            pictures.add(picture(robot, "list-" + theme));
            robot.interact(() -> {
                viewModel.dismissReport();
                viewModel.ask("7");
                viewModel.filter(new Filters(Set.of("Gene"), Optional.of("MESH:D003000"), Set.of()));
            });
            await().until(() ->
                    viewModel.rows().size() >= 5_000 && viewModel.rows().size() < 6_000);
            pictures.add(picture(robot, "found-" + theme));
            robot.interact(() -> viewModel.ask("no such"));
            await().until(() -> viewModel.rows().isEmpty());
            pictures.add(picture(robot, "nothing-" + theme));
        }
        assertTrue(pictures.stream().allMatch(Files::exists));
    }

    private void open(FxRobot robot, LibraryDesk desk) {
        robot.interact(() -> viewModel.show(Optional.of(desk)));
        await().until(() -> open.documentId().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Path picture(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        var png = Path.of("target", "pictures", "library-" + name + ".png");
        robot.interact(() -> {
            try {
                Snapshots.save(scene, png);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return png;
    }
}
