package org.biogloss.ui.settings;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.biogloss.bert.DeviceWish;
import org.biogloss.bert.GpuRuntime;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Snapshots;
import org.biogloss.workbench.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // made in show()
class SettingsViewTest {

    private final class Desk implements SettingsDesk {

        private Settings now = Settings.usual();
        private String annotator = "ada";
        private int computed;

        @Override
        public Settings settings() {
            return now;
        }

        @Override
        public void change(UnaryOperator<Settings> change) {
            now = change.apply(now);
            looks.choose(Looks.Theme.valueOf(now.theme().name()));
            looks.chooseFontSize(now.fontSize());
        }

        @Override
        public void highlight(String modelId, boolean on) {
            var chosen = new TreeSet<>(now.highlighters());
            if (on) chosen.add(modelId);
            else chosen.remove(modelId);
            now = now.withHighlighters(chosen);
        }

        @Override
        public void computeAnew() {
            computed++;
        }

        @Override
        public Computing computing() {
            if (now.device() == DeviceWish.GPU)
                throw new IllegalStateException("Cannot compute on a GPU: there is none.");
            return new Computing("CPU bf16 · 2 threads", "measured here, bf16 is faster");
        }

        private Optional<Path> gpu = Optional.empty();

        @Override
        public GpuState gpu() {
            return new GpuState(gpu, false, Optional.empty());
        }

        @Override
        public GpuRuntime.Trial tryGpu(Path folder) throws IOException {
            if (folder.endsWith("empty")) throw new IOException("There is no PyTorch in " + folder + ".");
            boolean works = folder.endsWith("good");
            if (works) gpu = Optional.of(folder);
            return new GpuRuntime.Trial(works, works ? "The GPU works: 79 GB of memory." : "It crashed the process.");
        }

        @Override
        public void forgetGpu() {
            gpu = Optional.empty();
        }

        @Override
        public List<Highlighter> highlighters() {
            return List.of(
                    new Highlighter("bio-small", "Bio small: Chemical, Disease"), new Highlighter("gene-1", "Gene 1"));
        }

        @Override
        public synchronized String annotator() {
            return annotator;
        }

        @Override
        public synchronized void signAs(String name) {
            annotator = name;
        }
    }

    private final Jobs jobs = new Jobs();
    private final Commands commands = new Commands();
    private final Desk desk = new Desk();
    private Path chosenFolder = Path.of("empty");
    private Looks looks;
    private Scene scene;

    @Start
    void show(Stage stage) {
        looks = new Looks();
        commands.add(
                Command.of("project.new", "New project", "Project", "Shortcut+N", () -> {}),
                Command.of("project.open", "Open a project", "Project", "Shortcut+O", () -> {}),
                Command.of("library.done", "Mark as done", "Library", "", () -> {}));
        var viewModel = new SettingsViewModel(desk, jobs, Fx.thread(), (what, cause) -> {
            throw new AssertionError(what, cause);
        });
        scene = new Scene(new SettingsView(viewModel, commands, () -> Optional.of(chosenFolder)), 980, 900);
        looks.dress(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void whatIsChosenHoldsAtOnce(FxRobot robot) {
        robot.clickOn("#theme-DARK");
        assertEquals(Settings.Theme.DARK, desk.now.theme());
        assertTrue(looks.darkProperty().get());
        robot.clickOn("#device-CPU");
        assertEquals(DeviceWish.CPU, desk.now.device());
        assertEquals(1, desk.computed);
        robot.interact(() -> robot.lookup("#font-size")
                .queryAs(javafx.scene.control.Spinner.class)
                .increment(3));
        assertEquals(16, desk.now.fontSize());
        await().until(() -> robot.lookup("#highlighter-gene-1").tryQuery().isPresent());
        robot.clickOn("#highlighter-gene-1");
        assertEquals(List.of("gene-1"), List.copyOf(desk.now.highlighters()));
    }

    @Test
    void whatComputesIsSaidWithItsReasonOrWhatStandsInTheWay(FxRobot robot) {
        await().until(() ->
                text(robot, "#computing-now").equals("CPU bf16 · 2 threads – measured here, bf16 is faster"));
        robot.clickOn("#device-GPU");
        await().until(() -> text(robot, "#computing-now").equals("Cannot compute on a GPU: there is none."));
    }

    @Test
    void aGpuRuntimeIsTriedFirstAndKeptOnlyWhereItWorks(FxRobot robot) {
        robot.interact(() -> robot.lookup("#gpu-choose").queryButton().fire());
        await().until(() -> text(robot, "#gpu-answer").equals("Not used. There is no PyTorch in empty."));
        chosenFolder = Path.of("bad");
        robot.interact(() -> robot.lookup("#gpu-choose").queryButton().fire());
        await().until(() -> text(robot, "#gpu-answer").equals("Not used. It crashed the process."));
        assertEquals(Optional.empty(), desk.gpu().kept());
        chosenFolder = Path.of("good");
        robot.interact(() -> robot.lookup("#gpu-choose").queryButton().fire());
        await().until(() -> text(robot, "#gpu-answer").startsWith("The GPU works: 79 GB of memory."));
        robot.interact(() -> robot.lookup("#gpu-forget").queryButton().fire());
        await().until(() -> text(robot, "#gpu-answer").isEmpty());
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryLabeled().getText();
    }

    @Test
    void theNameIsKeptOnEnter(FxRobot robot) {
        await().until(() ->
                robot.lookup("#annotator").queryAs(TextField.class).getText().equals("ada"));
        robot.interact(() -> robot.lookup("#annotator").queryAs(TextField.class).setText("grace"));
        robot.clickOn("#annotator").push(KeyCode.ENTER);
        await().until(() -> desk.annotator().equals("grace"));
    }

    @Test
    void keysAreChosenByPressingThemAndTakenOnesAreRefused(FxRobot robot) {
        robot.clickOn("#keys-library-done").push(KeyCode.CONTROL, KeyCode.N);
        assertTrue(robot.lookup("#keys-trouble")
                .queryLabeled()
                .getText()
                .startsWith("Ctrl+N already means \"New project\""));
        robot.clickOn("#keys-library-done").push(KeyCode.CONTROL, KeyCode.D);
        assertEquals("Ctrl+D", commands.find("library.done").orElseThrow().shownKeys());
        robot.clickOn("#keys-library-done").push(KeyCode.BACK_SPACE);
        assertEquals("", commands.find("library.done").orElseThrow().shownKeys());
    }

    @Test
    void theSettingsCanBePictured(FxRobot robot) {
        for (var theme : List.of(Looks.Theme.LIGHT, Looks.Theme.DARK)) {
            robot.interact(() -> looks.choose(theme));
            WaitForAsyncUtils.waitForFxEvents();
            var png = Path.of("target", "pictures", "settings-" + theme + ".png");
            robot.interact(() -> {
                try {
                    Snapshots.save(scene, png);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertTrue(Files.exists(png));
        }
    }
}
