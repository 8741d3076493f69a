package org.biogloss.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Marked;
import org.biogloss.document.Mention;
import org.biogloss.document.Schema;
import org.biogloss.jobs.Jobs;
import org.biogloss.store.ProjectStore;
import org.biogloss.ui.kit.AnsweredPrompts;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.Snapshots;
import org.biogloss.workbench.SettingsFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person edits the schema while a document is open. Pictures of the way are written to the folder that the property
/// `biogloss.pictures` names.
@ExtendWith(ApplicationExtension.class)
class SchemaJourneyTest {

    @TempDir
    static Path folder;

    private final Jobs jobs = new Jobs();

    @SuppressWarnings("NullAway.Init") // made by show
    private MainWindow window;

    @Start
    void show(Stage stage) throws Exception {
        var project = Files.createTempDirectory(folder, "of-one-test").resolve("project");
        try (var store = ProjectStore.create(project, "Trial", Schema.standard());
                var batch = store.startImport()) {
            batch.add(Marked.text("a", "Loss of [p53|Gene] in [HeLa|CellLine] cells and of [MDM2|Protein]."));
            batch.add(Marked.text("b", "[p53|Gene] binds [MDM2|Protein]."));
            batch.commit("test", "Import");
        }
        var notices = new Notices();
        var settings = new CurrentSettings(new SettingsFile(folder.resolve("settings.toml")), jobs, notices::fail);
        var prompts = new AnsweredPrompts(List.of(), Optional.empty(), Optional.empty());
        var places = new Places(folder.resolve("home"), folder);
        window = new MainWindow(stage, new Services(places, jobs, settings, new Looks(), notices, prompts));
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(760);
        window.show();
        window.open(project);
    }

    @AfterEach
    void stop() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(10_000, window::close);
        jobs.close();
    }

    @Test
    void theReaderFollowsRenamesMergesKeysAndColoursAndUndoTakesThemBack(FxRobot robot) throws Exception {
        until(() -> window.openProject().isPresent());
        onWindow(() -> {
            open().openDocument().open("a");
            return true;
        });
        until(() -> open().read().reader().document().isPresent());
        var before = document();

        onWindow(() -> {
            open().shell().show("schema");
            return true;
        });
        until(() -> names(robot).contains("Protein"));
        picture("schema-1-open");

        renameGene(robot);
        mergeProtein(robot);
        keysAndColours(robot);

        assertEquals(List.of("Rename Gene to GeneOrProduct", "Merge Protein into GeneOrProduct"), titles());
        undoAll(robot);
        until(() -> document().annotations().equals(before.annotations()));
        assertEquals(Schema.standard(), open().workbench().store().schema());
        until(() -> open().read().reader().document().equals(Optional.of(before)));
    }

    /// Keys with Ctrl or Alt may mean something else where a place has its own command for them, such as undo.
    @Test
    void noLetterMeansTwoThingsInOnePlaceOfTheWindow() throws Exception {
        until(() -> window.openProject().isPresent());
        for (var page : List.of("agree", "review", "learn", "tokens", "leaderboard", "models", "schema", "settings")) {
            onWindow(() -> {
                open().shell().show(page);
                return true;
            });
        }
        var commands = open().commands();
        assertTrue(commands.find("review.occurrences").isPresent()
                && commands.find("margin.outline").isPresent());
        var clashes = commands.all().stream()
                .flatMap(command -> command
                        .keys()
                        .filter(keys -> !keys.getName().matches(".*(Ctrl|Shortcut|Alt).*"))
                        .flatMap(keys -> commands.clash(command.id(), keys))
                        .stream()
                        .map(other -> command.id() + " and " + other.id()))
                .toList();
        assertEquals(List.of(), clashes);
    }

    private void renameGene(FxRobot robot) throws Exception {
        choose(robot, "Gene");
        write(robot, "#schema-name", "GeneOrProduct");
        until(() -> text(robot, "#schema-usage").startsWith("2 annotations in 2 documents"));
        picture("schema-2-rename");
        robot.clickOn("#schema-cancel");
        until(() -> robot.lookup("#schema-question").tryQuery().isEmpty());
        until(() -> ((TextField) robot.lookup("#schema-name").query()).getText().equals("Gene"));
        write(robot, "#schema-name", "GeneOrProduct");
        until(() -> robot.lookup("#schema-confirm").tryQuery().isPresent());
        robot.clickOn("#schema-confirm");
        until(() -> shownTypes().equals(List.of("GeneOrProduct", "CellLine", "Protein")));
        until(() -> names(robot).contains("GeneOrProduct") && !names(robot).contains("Gene"));
    }

    private void mergeProtein(FxRobot robot) throws Exception {
        choose(robot, "Protein");
        robot.clickOn("#schema-delete");
        until(() -> robot.lookup("#schema-merge-into").tryQuery().isPresent());
        ComboBox<String> into = robot.lookup("#schema-merge-into").queryComboBox();
        onWindow(() -> {
            into.setValue("GeneOrProduct");
            return true;
        });
        picture("schema-3-merge");
        robot.clickOn("#schema-merge");
        until(() -> shownTypes().equals(List.of("GeneOrProduct", "CellLine", "GeneOrProduct")));
    }

    private void keysAndColours(FxRobot robot) throws Exception {
        until(() -> !names(robot).contains("Protein"));
        choose(robot, "GeneOrProduct");
        robot.clickOn("#colour-882255");
        until(() -> type("GeneOrProduct").colour().equals("#882255"));
        write(robot, "#schema-key", "5");
        until(() -> robot.lookup(".schema-problem").tryQuery().isPresent());
        assertTrue(text(robot, ".schema-problem").contains("CellLine"));
        picture("schema-4-same-key");
        write(robot, "#schema-key", "z");
        until(() -> robot.lookup(".schema-problem").tryQuery().isEmpty());
        until(() -> open().commands()
                .find("reader.type.GeneOrProduct")
                .filter(command -> command.shownKeys().equals("Z"))
                .isPresent());
        assertTrue(open().commands().find("reader.type.Gene").isEmpty());
        onWindow(() -> {
            open().shell().show("read");
            open().read().reader().select("m1");
            return true;
        });
        until(() -> robot.lookup("#mention-type").tryQuery().isPresent());
        until(() -> robot.lookup("#mention-card .type-swatch")
                .tryQuery()
                .filter(swatch -> swatch.getStyle().contains("rgba(136,34,85"))
                .isPresent());
        picture("schema-5-reader");
    }

    private void undoAll(FxRobot robot) throws Exception {
        onWindow(() -> {
            open().shell().show("schema");
            return true;
        });
        while (!open().workbench().store().nextUndo().equals(Optional.of("Import"))) {
            var entries = open().workbench().store().generation();
            robot.clickOn("#schema-undo");
            until(() -> open().workbench().store().generation() > entries);
        }
    }

    private List<String> titles() {
        return open().workbench().store().history("a", 10).stream()
                .map(entry -> entry.title())
                .filter(title -> !title.equals("Import"))
                .toList()
                .reversed();
    }

    private Schema.EntityType type(String name) {
        return open().workbench().store().schema().entity(name).orElseThrow();
    }

    private OpenProject open() {
        return window.openProject().orElseThrow();
    }

    private AnnotatedDocument document() {
        return open().workbench().document("a");
    }

    private List<String> shownTypes() {
        return open().read()
                .reader()
                .document()
                .orElseThrow()
                .mentions()
                .map(Mention::type)
                .toList();
    }

    private static List<String> names(FxRobot robot) {
        return robot.lookup("#schema-names").tryQuery().stream()
                .flatMap(list -> ((ListView<?>) list).getItems().stream())
                .map(item -> item.toString().replaceAll(".*name=([^,]*),.*", "$1"))
                .toList();
    }

    private void choose(FxRobot robot, String name) throws Exception {
        until(() -> names(robot).contains(name));
        int at = names(robot).indexOf(name);
        ListView<?> list = robot.lookup("#schema-names").queryListView();
        onWindow(() -> {
            list.getSelectionModel().select(at);
            return true;
        });
        until(() -> ((TextField) robot.lookup("#schema-name").query()).getText().equals(name));
    }

    private static void write(FxRobot robot, String field, String text) {
        robot.clickOn(field).push(KeyCode.SHORTCUT, KeyCode.A).write(text).push(KeyCode.ENTER);
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query)
                .tryQuery()
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }

    private static void until(Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> WaitForAsyncUtils.waitForAsyncFx(10_000, holds));
    }

    private static <R> R onWindow(Callable<R> work) throws Exception {
        var result = WaitForAsyncUtils.waitForAsyncFx(10_000, work);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    private void picture(String name) throws Exception {
        var out = System.getProperty("biogloss.pictures");
        if (out == null) return;
        onWindow(() -> {
            Snapshots.save(window.scene(), Path.of(out).resolve(name + ".png"));
            return true;
        });
    }
}
