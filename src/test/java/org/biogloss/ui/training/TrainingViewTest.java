package org.biogloss.ui.training;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.AnsweredPrompts;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.Saving;
import org.biogloss.ui.training.plot.PlotSheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TrainingViewTest {

    @TempDir
    private Path folder;

    private final Jobs jobs = new Jobs();
    private final DeskInMemory desk = new DeskInMemory();
    private final Notices notices = new Notices();
    private final TrainingViewModel viewModel = new TrainingViewModel(desk, jobs, Fx.thread(), notices);

    @Start
    void show(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        var page = new TrainingPage(viewModel, new Saving(jobs, notices, AnsweredPrompts.savingIn(folder)));
        var scene = new Scene((javafx.scene.Parent) page.view(), 980, 760);
        new Looks().dress(scene);
        stage.setScene(scene);
        stage.show();
        page.shown();
        stage.setUserData(page);
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void aPretrainingRunShowsWhatItGuesses(FxRobot robot) {
        desk.add("p1", TrainingDesk.State.RUNNING, Map.of());
        desk.tell("p1", "started", Map.of("totalSteps", 40));
        for (int step : List.of(20, 40)) {
            desk.tell(
                    "p1",
                    "evaluated",
                    Map.of(
                            "step",
                            step,
                            "main",
                            "accuracy",
                            "value",
                            0.3,
                            "loss",
                            4.1,
                            "scores",
                            Map.of("accuracy", 0.3, "perplexity", 60.3)));
            var guesses = List.of(Map.of("word", step == 20 ? "of" : "naloxone", "probability", 0.4));
            var hidden = List.of(Map.of("word", "naloxone", "guesses", guesses));
            var sentence = Map.of("parts", List.of("rats were given", "twice."), "hidden", hidden);
            desk.tell("p1", "guessed", Map.of("step", step, "sentences", List.of(sentence)));
        }
        robot.interact(viewModel::refresh);

        await().atMost(10, TimeUnit.SECONDS)
                .until(() ->
                        robot.lookup("#run-guesses .guess-right").tryQuery().isPresent());
        assertEquals(
                "naloxone",
                robot.lookup("#run-guesses .guess").queryAs(Label.class).getText());
        robot.interact(
                () -> robot.lookup("#run-guesses .slider").queryAs(Slider.class).setValue(0));
        assertTrue(robot.lookup("#run-guesses .guess-wrong").tryQuery().isPresent());
    }

    @Test
    void aRunIsStartedWatchedAndStopped(FxRobot robot) {
        robot.clickOn("#first-run");
        await().until(() -> !button(robot, "#start-run-button").isDisabled());
        robot.interact(() -> button(robot, "#start-run-button").fire());
        await().until(() -> desk.wishes.size() == 1);
        assertEquals(List.of("Chemical", "Disease"), desk.wishes.getFirst().types());

        desk.tell("r1", "started", Map.of("totalSteps", 100, "device", "CPU", "precision", "bfloat16"));
        for (int step = 1; step <= 50; step++) {
            desk.tell(
                    "r1", "step", Map.of("step", step, "epoch", 1, "loss", 1.0 / step, "rate", 1e-4, "gradNorm", 1.5));
        }
        await().atMost(10, TimeUnit.SECONDS)
                .until(() -> text(robot, "#run-step").equals("50 / 100"));
        assertEquals("0.0200", text(robot, "#run-loss"));
        assertEquals("CPU bf16", text(robot, "#run-device"));

        robot.clickOn("#stop-run");
        await().until(() -> desk.done.contains("stop r1"));
        desk.tell("r1", "stopped", Map.of("step", 50, "bestF1", 0.71, "model", "best"));
        await().until(() -> !button(robot, "#stop-run").isVisible());
        await().until(() -> text(robot, "#run-best").equals("71.0 %"));
        assertFalse(button(robot, "#highlight-run").isDisabled());
        assertTrue(notices.shown().isEmpty(), notices.shown()::toString);
    }

    @Test
    void aFailureStandsWhereItAroseWithItsRemedy(FxRobot robot) {
        desk.add("bad", TrainingDesk.State.FAILED, Map.of());
        desk.tell("bad", "outOfMemory", Map.of("rows", 8, "accumulate", 2));
        desk.tell(
                "bad", "failed", Map.of("message", "The loss is no number. Lower optimizer.rate.", "batch", "b.json"));
        robot.interact(viewModel::refresh);

        await().until(() -> text(robot, "#run-trouble").equals("The loss is no number. Lower optimizer.rate."));
        await().until(() ->
                robot.lookup("#run-log").queryAs(ListView.class).getItems().size() == 3);
    }

    @Test
    void everythingCanBeReachedByKey(FxRobot robot) {
        desk.add("a", TrainingDesk.State.FINISHED, Map.of("rate", "1"));
        desk.add("b", TrainingDesk.State.FINISHED, Map.of("rate", "2"));
        for (int step = 1; step <= 50; step++) desk.tell("a", "step", Map.of("step", step, "loss", 1.0 / step));
        robot.interact(viewModel::refresh);
        await().until(() ->
                robot.lookup("#runs").queryAs(TableView.class).getItems().size() == 2);
        await().until(() -> viewModel.curve("a").loss().size() == 50);
        Node table = robot.lookup("#runs").query();
        robot.interact(table::requestFocus);

        robot.type(KeyCode.SPACE, KeyCode.DOWN, KeyCode.SPACE);
        await().until(() -> viewModel.looked().size() == 2);
        assertEquals(1, viewModel.differencesProperty().get().settings().size());

        var sheet = robot.lookup("#run-curves").queryAs(PlotSheet.class);
        robot.interact(sheet::requestFocus);
        robot.type(KeyCode.HOME, KeyCode.RIGHT, KeyCode.RIGHT);
        assertEquals(2, sheet.pointed());
        assertTrue(sheet.getAccessibleText().contains("step 2"), sheet.getAccessibleText());
        assertTrue(sheet.getAccessibleText().contains("Loss"), sheet.getAccessibleText());
        robot.type(KeyCode.PLUS);
        assertTrue(sheet.shown().length() < 50);
        robot.type(KeyCode.DIGIT0);
        await().until(() -> sheet.shown().length() >= 50);
    }

    @Test
    void thePageHasItsVerbsInThePalette(FxRobot robot) {
        desk.add("a", TrainingDesk.State.RUNNING, Map.of());
        desk.tell("a", "step", Map.of("step", 1, "loss", 0.5));
        robot.interact(viewModel::refresh);
        await().until(() -> viewModel.curve("a").loss().size() == 1);
        var page = (TrainingPage)
                robot.lookup("#run-curves").query().getScene().getWindow().getUserData();
        var commands = page.commands();

        for (var id : List.of("pause", "resume", "stop", "overlay", "csv", "png")) {
            assertTrue(commands.stream().anyMatch(command -> command.id().equals("training." + id)), id);
        }
        var png = commands.stream()
                .filter(command -> command.id().endsWith("png"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> png.action().run());
        await().until(() ->
                Files.exists(folder.resolve("curves.png")) && !notices.shown().isEmpty());
        assertFalse(notices.shown().getFirst().failure());
    }

    @Test
    void whereThereIsNothingToLearnTheFormSaysWhy(FxRobot robot) {
        desk.offer = new TrainingDesk.Offer(List.of(), List.of(new TrainingDesk.Base("minilm-l6", "MiniLM")));
        robot.interact(viewModel::refresh);

        await().until(() -> robot.lookup(".muted").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("There is nothing to learn from yet")));
        assertTrue(button(robot, "#start-run-button").isDisabled());
    }

    private static Button button(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Button.class);
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }
}
