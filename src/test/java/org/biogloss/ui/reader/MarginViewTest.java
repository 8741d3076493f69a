package org.biogloss.ui.reader;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.CommandKeys;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.Saving;
import org.biogloss.ui.kit.TypeColours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A curator's day beside the text, by keyboard and by mouse.
@ExtendWith(ApplicationExtension.class)
class MarginViewTest {

    private static final String TEXT = "Loss of p53 was not seen in HeLa cells.";

    private final Jobs jobs = new Jobs();
    private final DeskInMemory desk = new DeskInMemory(document(), AnnotatedDocument.bare(Document.of("e", "Next.")));
    private final MarginInMemory margin = new MarginInMemory(desk);
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final ReaderViewModel reader = new ReaderViewModel(
            desk, this::aside, Platform::runLater, (tried, why) -> failures.add(tried + ": " + why), _ -> {});

    private void aside(Runnable task) {
        jobs.startQuietly("read", _ -> {
            task.run();
            return true;
        });
    }

    private static AnnotatedDocument document() {
        var p53 = new Mention(
                "p53",
                "gold",
                List.of(new Span(8, 11)),
                "Gene",
                List.of(),
                Map.of("species", "human"),
                new Source.Imported("file"));
        var label = new DocumentLabel("l1", "ner", "review", new Source.Model("ner", 0.7));
        return new AnnotatedDocument(Document.of("d", TEXT), DocumentStatus.NEW, List.of(p53, label));
    }

    @Start
    void show(Stage stage) {
        margin.guidelines = "# Rules\n\nMark names.\n\n## Gene\n\n- the symbol, **not** the word gene\n";
        var looks = new Looks();
        looks.choose(Looks.Theme.LIGHT);
        var colours = new TypeColours(Schema.standard(), looks.darkProperty());
        var view = new ReaderView(reader, colours);
        var beside =
                new MarginViewModel(reader, margin, this::aside, Platform::runLater, (a, b) -> failures.add(a + b));
        var saving = new Saving(jobs, new Notices(), new NoFiles());
        var side = new MarginView(beside, colours, saving);
        var split = new SplitPane(side.over(view), side);
        split.setDividerPositions(0.65);
        var scene = new Scene(split, 980, 700);
        looks.dress(scene);
        var commands = new Commands();
        new ReaderCommands(reader, view).addTo(commands, split);
        new MarginCommands(beside, side, view).addTo(commands, split);
        CommandKeys.listen(scene, commands);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        reader.open("d");
    }

    @BeforeEach
    void opened(FxRobot robot) {
        await().until(() -> reader.document().isPresent());
        await().until(() -> shown(robot, "#text").isPresent());
        robot.interact(() -> robot.lookup("#text").query().requestFocus());
    }

    @AfterEach
    void stop() {
        jobs.close();
        assertEquals(List.of(), failures);
    }

    private static Optional<Node> shown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery();
    }

    private Mention p53() {
        return (Mention) desk.document("d").find("p53").orElseThrow();
    }

    private void choosing(FxRobot robot, KeyCode key, String words) {
        robot.type(key);
        await().until(() -> robot.lookup("#type-palette").query().isVisible());
        robot.write(words).type(KeyCode.ENTER);
    }

    private void selectP53(FxRobot robot) {
        robot.type(KeyCode.J);
        await().until(() -> reader.selectedProperty().get().isPresent());
        await().until(() -> shown(robot, "#mention-note").isPresent());
    }

    @Test
    void anAttributeIsSetByKeyAndByClick(FxRobot robot) {
        selectP53(robot);
        choosing(robot, KeyCode.Q, "probable");
        await().until(() -> "probable".equals(p53().attributes().get("certainty")));
        robot.clickOn("negated");
        await().until(() -> "negated".equals(p53().attributes().get("negation")));
        assertEquals("human", p53().attributes().get("species"), "what the file said stays");
        robot.clickOn("negated");
        await().until(() -> !p53().attributes().containsKey("negation"));
    }

    @Test
    void anAttributeThatNoSchemaKnowsIsEditedInItsField(FxRobot robot) {
        selectP53(robot);
        robot.clickOn("#attribute-species").eraseText(5).write("mouse").type(KeyCode.ENTER);
        await().until(() -> "mouse".equals(p53().attributes().get("species")));
    }

    @Test
    void aNoteIsWrittenByKeyAndSurvivesThatTheFocusGoesAway(FxRobot robot) {
        selectP53(robot);
        robot.type(KeyCode.Z);
        await().until(() -> robot.lookup("#mention-note").query().isFocused());
        robot.write("ask ada");
        robot.clickOn("#text");
        await().until(() -> "ask ada".equals(p53().note()));
    }

    @Test
    void theDocumentHasANoteAndLabels(FxRobot robot) {
        choosing(robot, KeyCode.F, "case");
        await().until(() ->
                desk.document("d").labels().anyMatch(one -> one.type().equals("case report")));
        robot.press(KeyCode.SHIFT).type(KeyCode.A).release(KeyCode.SHIFT);
        await().until(() -> desk.document("d").find("l1").orElseThrow().source() instanceof Source.Accepted);
        robot.press(KeyCode.SHIFT).type(KeyCode.Z).release(KeyCode.SHIFT);
        await().until(() -> robot.lookup("#document-note").query().isFocused());
        robot.write("odd");
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        await().until(() ->
                "odd".equals(desk.document("d").document().known(Document.NOTE).orElse("")));
    }

    @Test
    void theStatusIsChosenByKey(FxRobot robot) {
        choosing(robot, KeyCode.W, "needs");
        await().until(() -> desk.document("d").status() == DocumentStatus.NEEDS_REVIEW);
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        await().until(() -> reader.document().orElseThrow().id().equals("e"));
    }

    @Test
    void theOutlineGoesToWhatIsChosen(FxRobot robot) {
        robot.type(KeyCode.O);
        await().until(() ->
                shown(robot, "#outline-filter").filter(Node::isFocused).isPresent());
        robot.write("p5").type(KeyCode.ENTER);
        await().until(() -> reader.selectedProperty().get().isPresent());
    }

    @Test
    void theGuidelinesOpenAtTheTypeAndAreWrittenInPlace(FxRobot robot) {
        selectP53(robot);
        robot.type(KeyCode.I);
        await().until(() -> shown(robot, ".md-here").isPresent());
        robot.clickOn("#guidelines-edit");
        await().until(() ->
                shown(robot, "#guidelines-editor").filter(Node::isFocused).isPresent());
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL).write("Ask Ada.");
        await().until(() -> margin.guidelines.endsWith("Ask Ada."));
        assertTrue(margin.versions.getFirst().text().startsWith("# Rules"));
    }

    @Test
    void oneLooksAtThePastAndGoesBack(FxRobot robot) {
        var before = desk.document("d");
        choosing(robot, KeyCode.W, "done");
        await().until(() -> desk.document("d").status() == DocumentStatus.DONE);
        robot.type(KeyCode.H);
        await().until(() -> shown(robot, "#past-list").filter(Node::isFocused).isPresent());
        ListView<?> list = robot.lookup("#past-list").queryListView();
        await().until(() -> list.getItems().size() == 3);
        robot.interact(() -> list.getSelectionModel().select(2));
        await().until(() -> robot.lookup("#past-view").query().isVisible());
        robot.clickOn("#go-back");

        await().until(() -> desk.document("d").equals(before));
        await().until(() -> !robot.lookup("#past-view").query().isVisible());
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        await().until(() -> desk.document("d").status() == DocumentStatus.DONE);
    }

    /// A person who never chooses a file.
    private record NoFiles() implements FilePrompts {

        @Override
        public List<Path> files(String title) {
            return List.of();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveAs(String title, String name) {
            return Optional.empty();
        }

        @Override
        public void show(Path folder) {}
    }
}
