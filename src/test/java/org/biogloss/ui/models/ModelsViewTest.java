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

    @Start
    void show(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        var scene = new Scene(new ModelsView(viewModel, () -> Optional.of(Path.of("broken-one"))), 980, 700);
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

    @Test
    void whatCannotBeInstalledIsSaidInWords(FxRobot robot) {
        robot.clickOn("#install-model");

        await().until(() -> failures.size() == 1);
        assertEquals("Cannot install the model broken-one: its vocabulary is missing", failures.getFirst());
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
        public String install(Path folder, JobContext context) throws IOException {
            throw new IOException("its vocabulary is missing");
        }
    }
}
