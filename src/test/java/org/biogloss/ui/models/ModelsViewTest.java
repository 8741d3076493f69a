package org.biogloss.ui.models;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.AnsweredPrompts;
import org.biogloss.ui.kit.Looks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ModelsViewTest {

    private final Jobs jobs = new Jobs();
    private final DeskInMemory desk = new DeskInMemory();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final ModelsViewModel viewModel = new ModelsViewModel(
            desk, jobs, Platform::runLater, (what, why) -> failures.add(what + ": " + why.getMessage()));
    private final BringViewModel bringing = new BringViewModel(desk, jobs, Platform::runLater, viewModel::show);

    @Start
    void show(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        var prompts =
                new AnsweredPrompts(List.of(Path.of("sent.zip")), Optional.of(Path.of("broken-one")), Optional.empty());
        var scene = new Scene(new ModelsView(viewModel, bringing, prompts), 980, 700);
        new Looks().dress(scene);
        stage.setScene(scene);
        stage.show();
        viewModel.refresh();
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void aModelIsSwitchedOnAndStaysSo(FxRobot robot) {
        await().until(() ->
                robot.lookup("#models").queryAs(ListView.class).getItems().size() == 2);

        robot.clickOn("#model-highlights");

        await().until(() -> desk.on.equals(Set.of("cdr")));
        await().until(() -> viewModel.cards().getFirst().highlights());
    }

    @Test
    void theWholeProjectIsHighlightedAsAJob(FxRobot robot) {
        await().until(() -> robot.lookup("#highlight-all").tryQuery().isPresent());

        robot.clickOn("#highlight-all");

        await().until(() -> desk.highlighted.contains("cdr"));
    }

    private static String trouble(FxRobot robot) {
        return robot.lookup("#bring-trouble").queryAs(Label.class).getText();
    }

    @Test
    void whatCannotBeInstalledIsSaidWhereItWasTried(FxRobot robot) {
        robot.clickOn("#bring-model").clickOn("#bring-folder");

        await().until(() -> trouble(robot).equals("its vocabulary is missing"));
    }

    @Test
    void aZipIsInstalledAndItsCardShown(FxRobot robot) {
        await().until(() -> viewModel.selectedProperty().get().isPresent());
        robot.clickOn("#bring-model").clickOn("#bring-zip");

        await().until(() -> viewModel
                .selectedProperty()
                .get()
                .filter(card -> card.id().equals("minilm-l6"))
                .isPresent());
        await().until(() -> robot.lookup("#bring-zip").tryQuery().isEmpty());
    }

    @Test
    void aNameIsLookedUpBeforeAnythingIsDownloaded(FxRobot robot) {
        robot.clickOn("#bring-model");
        await().until(() -> robot.lookup("#bring-name").tryQuery().isPresent());
        robot.clickOn("#bring-name").write("lab/none");
        robot.clickOn("#bring-look");
        await().until(() -> trouble(robot).contains("no such thing"));
        assertTrue(robot.lookup("#bring-download").tryQuery().isEmpty());

        robot.doubleClickOn("#bring-name").eraseText(20).write("lab/tiny");
        assertEquals("", trouble(robot), "another name, another try");
        robot.clickOn("#bring-look");
        await().until(() -> robot.lookup("#bring-download").tryQuery().isPresent());
        assertTrue(desk.downloaded.isEmpty(), "only looked at");
        robot.clickOn("#bring-download");
        await().until(() -> desk.downloaded.equals(List.of("lab/tiny")));
    }

    @Test
    void aListThatIsReadAgainDoesNotCloseThePage(FxRobot robot) {
        await().until(() -> viewModel.selectedProperty().get().isPresent());
        robot.clickOn("#bring-model");
        desk.on.add("cdr"); // the card that is selected is another one when it is read again
        robot.interact(viewModel::refresh);
        await().until(() -> viewModel.cards().getFirst().highlights());
        assertTrue(robot.lookup("#bring-name").tryQuery().isPresent());

        robot.clickOn("Chemicals and diseases");
        await().until(() -> robot.lookup("#bring-name").tryQuery().isEmpty());
    }

    @Test
    void theKnownOnesSayWhatTheyCost(FxRobot robot) {
        robot.clickOn("#bring-model");
        await().until(() -> robot.lookup(".known-figure").queryAll().size() == 1);
        assertEquals(
                "440 MB", robot.lookup(".known-figure").queryAs(Label.class).getText());
    }

    @Test
    void aFolderThatCannotBeAModelIsNamedWithTheReason(FxRobot robot) {
        await().until(() -> !robot.lookup(".broken .label").queryAll().isEmpty());

        assertTrue(robot.lookup(".broken .label")
                .queryAs(Label.class)
                .getText()
                .contains("half cannot be used: config.json is missing"));
    }

    private static final class DeskInMemory implements ModelsDesk {

        private final Set<String> on = ConcurrentHashMap.newKeySet();
        private final List<String> highlighted = new CopyOnWriteArrayList<>();
        private final List<String> downloaded = new CopyOnWriteArrayList<>();

        @Override
        public Shelf shelf() {
            return new Shelf(
                    List.of(
                            new Card(
                                    "cdr",
                                    "Chemicals and diseases",
                                    "Finds chemicals and diseases in abstracts.",
                                    List.of("Chemical", "Disease"),
                                    Map.of("BC5CDR test", 0.83),
                                    Map.of("Base", "MiniLM-L6", "Licence", "Apache-2.0"),
                                    true,
                                    on.contains("cdr")),
                            new Card(
                                    "minilm-l6",
                                    "MiniLM-L6",
                                    "A general encoder.",
                                    List.of(),
                                    Map.of(),
                                    Map.of("Parameters", "22,713,216"),
                                    false,
                                    false)),
                    List.of(new Broken(Path.of("half"), "config.json is missing")));
        }

        @Override
        public void highlight(String modelId, boolean yes) {
            if (yes) on.add(modelId);
            else on.remove(modelId);
        }

        @Override
        public void highlightAll(String modelId, JobContext context) {
            highlighted.add(modelId);
        }

        @Override
        public String install(Path folderOrZip, JobContext context) throws IOException {
            if (folderOrZip.toString().endsWith(".zip")) return "minilm-l6";
            throw new IOException("its vocabulary is missing");
        }

        @Override
        public List<Known> known() {
            return List.of(new Known("lab/tiny", "Tiny", "A small one.", Map.of("download", "440 MB")));
        }

        @Override
        public Found look(String name) throws IOException {
            if (!name.equals("lab/tiny"))
                throw new IOException("Cannot find " + name + ": there is no such thing there.");
            return new Found(name, 440_000_000, 6, "mit");
        }

        @Override
        public String download(String name, JobContext context) {
            downloaded.add(name);
            return "minilm-l6";
        }
    }
}
