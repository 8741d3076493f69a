package org.biogloss.ui.tokens;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.biogloss.jobs.Jobs;
import org.biogloss.tokens.compare.Tile;
import org.biogloss.ui.kit.AnsweredPrompts;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.Saving;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TokensViewTest {

    @TempDir
    private Path folder;

    private final Jobs jobs = new Jobs();
    private final Notices notices = new Notices();
    private Optional<TokensPage> page = Optional.empty();
    private Optional<TokensViewModel> lab = Optional.empty();

    @Start
    void show(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        var viewModel = new TokensViewModel(new SmallDesk(folder), jobs, Fx.thread(), notices);
        var shown = new TokensPage(viewModel, new Saving(jobs, notices, AnsweredPrompts.savingIn(folder)), () -> {});
        lab = Optional.of(viewModel);
        page = Optional.of(shown);
        var scene = new Scene((javafx.scene.Parent) shown.view(), 980, 760);
        new Looks().dress(scene);
        stage.setScene(scene);
        stage.show();
        shown.shown();
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    private TokensViewModel lab() {
        return lab.orElseThrow();
    }

    private void text(FxRobot robot, String words) {
        robot.interact(() -> lab().textProperty().set(words));
        await().until(() -> lab().sidesProperty()
                .get()
                .filter(now -> now.text().equals(words) && now.columns().size() == 2)
                .isPresent());
    }

    @Test
    void oneWalksThroughThePiecesByKey(FxRobot robot) {
        text(robot, "in naloxone in rats");
        robot.interact(() -> robot.lookup("#tiles").query().requestFocus());
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        assertEquals("##lo", lab().selectedTile().map(Tile::piece).orElseThrow());
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertEquals("naloxone", lab().selectedTile().map(Tile::piece).orElseThrow());
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        var copied = new java.util.concurrent.atomic.AtomicReference<>("");
        robot.interact(() ->
                copied.set(javafx.scene.input.Clipboard.getSystemClipboard().getString()));
        assertEquals("in naloxone in rats", copied.get());
        robot.type(KeyCode.END);
        assertEquals("rats", lab().selectedTile().map(Tile::piece).orElseThrow());
        assertTrue(robot.lookup("#tiles").query().getAccessibleText().startsWith("rats, of own, piece 4 of 4"));
        robot.type(KeyCode.ESCAPE);
        assertTrue(lab().selectedTile().isEmpty());
    }

    @Test
    void aBarShowsTheDocumentsBehindIt(FxRobot robot) {
        await().until(() -> !robot.lookup("#measure").query().isDisabled());
        robot.interact(lab().corpus()::measure);
        await().until(() -> robot.lookup(".bar-row.pressable").tryQuery().isPresent());
        var bar = robot.lookup(".bar-row.pressable").queryAll().stream()
                .filter(node -> node.getAccessibleText().startsWith("general: Words kept whole"))
                .findFirst()
                .orElseThrow();
        robot.interact(bar::requestFocus);
        robot.type(KeyCode.ENTER);
        await().until(() -> robot.lookup("#behind").tryQuery().isPresent());
        assertEquals(
                1, robot.lookup("#behind").queryAs(ListView.class).getItems().size());
    }

    @Test
    void theTablesFollowTheColumns(FxRobot robot) {
        robot.interact(() -> page.orElseThrow().showTab("terms"));
        await().until(() ->
                robot.lookup("#terms").queryAs(TableView.class).getColumns().size() == 3);
        robot.interact(() -> lab().removeColumn(0));
        await().until(() ->
                robot.lookup("#terms").queryAs(TableView.class).getColumns().size() == 2);
        robot.interact(() -> page.orElseThrow().showTab("overlap"));
        assertTrue(robot.lookup("#only-pieces").tryQuery().isPresent());
    }

    @Test
    void everythingCanBeTakenAlong(FxRobot robot) {
        text(robot, "naloxone in rats");
        robot.interact(() -> {
            page.orElseThrow().savePieces();
            page.orElseThrow().saveMarkdown();
            page.orElseThrow().savePicture();
        });
        for (var name : List.of("pieces.csv", "vocabularies.md", "pieces.png")) {
            await().until(() -> Files.exists(folder.resolve(name)) && Files.size(folder.resolve(name)) > 60);
        }
        assertTrue(notices.shown().stream().noneMatch(Notices.Notice::failure));
    }

    @Test
    void withoutATextAnExampleIsOffered(FxRobot robot) {
        robot.interact(() -> lab().textProperty().set(""));
        Node empty = robot.lookup(".sheet-frame .empty-state").query();
        assertTrue(empty.isVisible());
        robot.interact(() -> page.orElseThrow().showExample());
        assertTrue(!empty.isVisible());
    }
}
