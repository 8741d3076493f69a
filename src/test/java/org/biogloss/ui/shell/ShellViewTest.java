package org.biogloss.ui.shell;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.CommandKeys;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.Snapshots;
import org.biogloss.ui.kit.StatusLine;
import org.biogloss.ui.kit.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // made in show()
class ShellViewTest {

    private record Page(String id, String title, String icon, Node view) implements Workspace {}

    private final Jobs jobs = new Jobs();
    private final Commands commands = new Commands();
    private final Notices notices = new Notices();
    private final StatusLine status = new StatusLine();
    private final List<String> done = new ArrayList<>();
    private Looks looks;
    private ShellViewModel viewModel;
    private PaletteViewModel palette;
    private Scene scene;

    @Start
    void show(Stage stage) {
        looks = new Looks();
        looks.choose(Looks.Theme.LIGHT);
        var typing = new TextField();
        typing.setId("typing");
        var letters = new Button("letters");
        letters.setId("letters");
        var read = new VBox(typing, letters, new EmptyState("fth-inbox", "Nothing", "Words", Optional.empty()));
        commands.add(Command.of("project.new", "New project", "Project", "Shortcut+N", () -> done.add("new")));
        commands.addIn(read, Command.of("reader.accept", "Accept the suggestion", "Reader", "A", () -> done.add("a")));
        List<Workspace> pages = List.of(
                new Page("read", "Read", "fth-book-open", read),
                new Page("learn", "Learn", "fth-activity", new StackPane(new Label("training"))));
        List<Workspace> foot =
                List.of(new Page("settings", "Settings", "fth-settings", new StackPane(new Label("settings here"))));
        var parts = new ShellView.Parts(
                pages, foot, commands, notices, status, List.of("project.new", "-", "recent"), _ -> {});
        viewModel = new ShellViewModel(parts.ids());
        viewModel.showProject("Sample");
        palette = new PaletteViewModel(
                commands,
                (words, _) -> List.of(new DocumentFinder.Found("7", "About " + words)),
                id -> done.add("open " + id),
                jobs,
                Fx.thread());
        var view = new ShellView(parts, viewModel, palette, new JobsViewModel(jobs, Fx.thread(), Clock.systemUTC()));
        scene = new Scene(view, 980, 700);
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
    void thePaletteRunsWhatItsWordsBegin(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("new pro").push(KeyCode.ENTER);
        assertEquals(List.of("new"), done);
        assertFalse(palette.openProperty().get());
    }

    @Test
    void thePaletteFindsDocumentsBesideCommands(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("zinc");
        await().until(() ->
                robot.lookup("#palette-list").queryListView().getItems().size() == 1);
        robot.push(KeyCode.ENTER);
        assertEquals(List.of("open 7"), done);
    }

    @Test
    void escapePutsThePaletteAwayAndTheFocusBack(FxRobot robot) {
        robot.clickOn("#typing").push(KeyCode.CONTROL, KeyCode.K).push(KeyCode.ESCAPE);
        assertFalse(palette.openProperty().get());
        assertEquals("typing", scene.getFocusOwner().getId());
    }

    @Test
    void theSheetShowsEveryCommandWithItsKeys(FxRobot robot) {
        robot.push(KeyCode.F1);
        var sheet = robot.lookup("#keys-sheet").query();
        var words = sheet.lookupAll(".label").stream()
                .map(n -> ((Label) n).getText())
                .toList();
        for (var command : commands.all()) {
            assertTrue(words.contains(command.title()), command.title());
            assertTrue(words.contains(command.group()), command.group());
        }
        assertTrue(words.contains("Ctrl+K"));
        robot.push(KeyCode.ESCAPE);
        assertFalse(viewModel.keysShownProperty().get());
    }

    @Test
    void digitsWithControlTurnToPagesAndTheRailFollows(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertEquals("learn", viewModel.workspaceProperty().get());
        robot.clickOn("#rail-settings");
        assertEquals("settings", viewModel.workspaceProperty().get());
        assertTrue(robot.lookup("settings here").tryQuery().isPresent());
    }

    @Test
    void lettersAreLettersWhereOneTypesAndCommandsElsewhere(FxRobot robot) {
        robot.clickOn("#typing").write("a");
        assertEquals(List.of(), done);
        robot.clickOn("#letters").push(KeyCode.A);
        assertEquals(List.of("a"), done);
        robot.clickOn("#rail-learn").push(KeyCode.A);
        assertEquals(List.of("a"), done);
    }

    @Test
    void aJobIsShownAndCanBeCancelled(FxRobot robot) throws Exception {
        var begun = new CountDownLatch(1);
        var job = jobs.start("Import 3 files", context -> {
            context.report(new Progress(30, 100, "documents"));
            begun.countDown();
            while (true) {
                context.checkCancelled();
                TimeUnit.MILLISECONDS.sleep(5);
            }
        });
        assertTrue(begun.await(5, TimeUnit.SECONDS));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("1 job", robot.lookup("#jobs").queryButton().getText());
        robot.clickOn("#jobs");
        await().until(() -> robot.lookup(".cancel-job").tryQuery().isPresent());
        // The list of jobs is laid out anew at each report, and a robot that measures it meanwhile breaks its bounds.
        robot.interact(() -> robot.lookup(".cancel-job").queryButton().fire());
        await().until(() -> job.state().isOver());
        await().until(() -> !robot.lookup("#jobs").queryButton().isVisible());
    }

    @Test
    void aFailureStaysUntilItIsPutAway(FxRobot robot) {
        notices.fail("Cannot open the project", new IOException("another process has it open"));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("Cannot open the project: another process has it open.")
                .tryQuery()
                .isPresent());
        robot.clickOn(".notice-more");
        assertEquals(1, robot.lookup(".notice-details").queryAll().size());
        robot.clickOn(".notice .icon-button");
        assertTrue(notices.shown().isEmpty());
    }

    @Test
    void theThemeChangesWhileTheWindowShows(FxRobot robot) {
        robot.interact(() -> looks.choose(Looks.Theme.DARK));
        assertTrue(looks.darkProperty().get());
        WaitForAsyncUtils.waitForFxEvents();
        var title = (Label) robot.lookup(".app-name").query();
        assertTrue(((javafx.scene.paint.Color) title.getTextFill()).getBrightness() > 0.6);
        robot.interact(() -> looks.choose(Looks.Theme.LIGHT));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(((javafx.scene.paint.Color) title.getTextFill()).getBrightness() < 0.4);
    }

    @Test
    void whatWouldBeLostIsAskedForAndEscapeKeepsIt(FxRobot robot) {
        robot.interact(() -> viewModel.ask(
                new ShellViewModel.Question("Stop the import?", "words", "Close", "Wait", () -> done.add("closed"))));
        robot.push(KeyCode.ESCAPE);
        assertEquals(List.of(), done);
        robot.interact(() -> viewModel.ask(
                new ShellViewModel.Question("Stop the import?", "words", "Close", "Wait", () -> done.add("closed"))));
        robot.clickOn("#question-yes");
        assertEquals(List.of("closed"), done);
    }

    @Test
    void theWindowCanBePictured(FxRobot robot) throws Exception {
        var folder = Path.of("target", "pictures");
        var pictures = new ArrayList<Path>();
        robot.interact(() -> status.show(StatusLine.Part.SAVED, "saved"));
        robot.interact(() -> status.show(StatusLine.Part.LAYER, "layer: gold"));
        for (var theme : List.of(Looks.Theme.LIGHT, Looks.Theme.DARK)) {
            for (var name : List.of("plain", "palette", "keys", "notice", "question", "losses", "banner")) {
                robot.interact(() -> {
                    looks.choose(theme);
                    switch (name) {
                        case "palette" -> palette.open();
                        case "keys" -> viewModel.toggleKeys();
                        case "notice" ->
                            notices.fail(
                                    "Cannot open it",
                                    new IOException("another process has it open, and this is quite a long line"));
                        case "question" ->
                            viewModel.ask(new ShellViewModel.Question(
                                    "Stop the import?",
                                    "The import of 3 files is still running. What is not finished is given up; nothing saved is touched.",
                                    "Close anyway",
                                    "Keep working",
                                    () -> {}));
                        case "losses" ->
                            viewModel.ask(new ShellViewModel.Question(
                                    "PubTator cannot hold everything",
                                    "• 12 discontinuous mentions become one stretch\n• 1,040 attributes of mentions are left out\n"
                                            + "• 9 relations are left out: they tie more than two ends, or mentions without a concept id\n\n"
                                            + "The project itself stays as it is. JSON Lines loses nothing.",
                                    "Export all the same",
                                    "Do not export",
                                    () -> {}));
                        case "banner" ->
                            viewModel.showBanner(new ShellViewModel.Banner(
                                    "Another BioGloss has this project open, so it can only be read here. Close it there to work in it.",
                                    "Try again",
                                    () -> {}));
                        default -> notices.say("Imported 50 documents");
                    }
                });
                WaitForAsyncUtils.waitForFxEvents();
                var png = folder.resolve("shell-" + name + "-" + theme + ".png");
                robot.interact(() -> {
                    try {
                        Snapshots.save(scene, png);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                    palette.close();
                    if (viewModel.keysShownProperty().get()) viewModel.toggleKeys();
                    List.copyOf(notices.shown()).forEach(notices::dismiss);
                    viewModel.answer(false);
                });
                pictures.add(png);
            }
        }
        for (var png : pictures) assertTrue(java.nio.file.Files.size(png) > 1000);
    }
}
