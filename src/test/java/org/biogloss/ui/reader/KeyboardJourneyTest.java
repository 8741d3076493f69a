package org.biogloss.ui.reader;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.CommandKeys;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.TypeColours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a curator does in a day, without the mouse.
@ExtendWith(ApplicationExtension.class)
class KeyboardJourneyTest {

    private static final String TEXT = """
            Cisplatin inhibits phosphorylation of the tumour protein p53 at Ser15.

            It was tried in HeLa cells and in breast and ovarian cancer with 𝛼-synuclein.""";

    private static final String LONG = "Cisplatin begins this text.\n\n"
            + "Nothing of note is said in this paragraph, which only fills the page.\n\n".repeat(60)
            + "At its end there is cancer.";

    private final Jobs jobs = new Jobs();
    private final DeskInMemory desk = new DeskInMemory(bare("d", TEXT), far(), bare("last", "The last."));
    private final Commands commands = new Commands();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final ReaderViewModel reader = new ReaderViewModel(
            desk,
            command -> jobs.startQuietly("edit", _ -> {
                command.run();
                return command;
            }),
            Platform::runLater,
            (tried, why) -> failures.add(tried + ": " + why.getMessage()),
            _ -> {});

    @Start
    void show(Stage stage) {
        desk.schema = Events.schema();
        var looks = new Looks();
        looks.choose(Looks.Theme.LIGHT);
        var colours = new TypeColours(desk.schema, looks.darkProperty());
        var view = new ReaderView(reader, colours);
        var split = new SplitPane(view, new InspectorView(reader, colours));
        split.setDividerPositions(0.7);
        var scene = new Scene(split, 980, 700);
        looks.dress(scene);
        new ReaderCommands(reader, view).addTo(commands, split);
        CommandKeys.listen(scene, commands);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        reader.open("d");
    }

    @BeforeEach
    void opened(FxRobot robot) {
        await().until(() -> robot.lookup("#text").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#text").query().requestFocus());
    }

    @AfterEach
    void stop() {
        jobs.close();
        assertEquals(List.of(), failures);
    }

    @Test
    void aDocumentIsAnnotatedByKeyboardAlone(FxRobot robot) {
        mark(robot, "Cisplatin", KeyCode.DIGIT1, "Cisplatin", "Chemical");
        mark(robot, "p53", KeyCode.DIGIT3, "p53", "Gene");
        mark(robot, "Ser15", KeyCode.DIGIT6, "Ser15", "Variant");
        mark(robot, "HeLa cells", KeyCode.DIGIT5, "HeLa cells", "CellLine");
        mark(robot, "HeLa", KeyCode.DIGIT4, "HeLa", "Species");
        inTurn(robot);
        discontinuous(robot);
        borders(robot);
        relation(robot);
        event(robot);
        int made = desk.document("d").annotations().size();
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        await().until(() -> event().orElseThrow().arguments().size() == 2);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z).release(KeyCode.SHIFT, KeyCode.CONTROL);
        await().until(() -> event().orElseThrow().arguments().size() == 3);
        assertEquals(made, desk.document("d").annotations().size());
        robot.type(KeyCode.ENTER);
        await().until(() -> desk.document("d").status() == DocumentStatus.DONE);
        await().until(() -> reader.document().orElseThrow().id().equals("far"));
    }

    /// Nested mentions at one place.
    private void inTurn(FxRobot robot) {
        robot.type(KeyCode.S);
        await().until(() -> selectedIs("HeLa cells"));
        robot.type(KeyCode.S);
        await().until(() -> selectedIs("HeLa"));
    }

    private void discontinuous(FxRobot robot) {
        mark(robot, "breast", KeyCode.DIGIT2, "breast", "Disease");
        find(robot, "cancer");
        robot.type(KeyCode.P);
        await().until(() -> mention("breast cancer", "Disease").isPresent());
        find(robot, "ovarian cancer");
        robot.type(KeyCode.DIGIT2);
        await().until(() -> mention("ovarian cancer", "Disease").isPresent());
    }

    /// By word to the left, then by character back and forth.
    private void borders(FxRobot robot) {
        mark(robot, "synuclein", KeyCode.DIGIT3, "synuclein", "Gene");
        robot.type(KeyCode.OPEN_BRACKET);
        await().until(() -> mention("𝛼-synuclein", "Gene").isPresent());
        robot.press(KeyCode.ALT, KeyCode.SHIFT).type(KeyCode.OPEN_BRACKET).release(KeyCode.SHIFT, KeyCode.ALT);
        await().until(() -> mention("𝛼-synuclei", "Gene").isPresent());
        robot.press(KeyCode.ALT, KeyCode.SHIFT).type(KeyCode.CLOSE_BRACKET).release(KeyCode.SHIFT, KeyCode.ALT);
        await().until(() -> mention("𝛼-synuclein", "Gene").isPresent());
    }

    private void relation(FxRobot robot) {
        select(robot, "Cisplatin");
        robot.type(KeyCode.L);
        await().until(() -> reader.linkingProperty().get().isPresent());
        select(robot, "p53");
        robot.type(KeyCode.ENTER);
        choose(robot, "inhib");
        await().until(() ->
                desk.document("d").relations().anyMatch(r -> r.type().equals("Chemical-inhibits-Gene")));
        await().until(() -> reader.linkingProperty().get().isEmpty());
    }

    private void event(FxRobot robot) {
        select(robot, "Cisplatin");
        robot.type(KeyCode.E);
        choose(robot, "Phos");
        await().until(() -> reader.relating().makingProperty().get().isPresent());
        select(robot, "p53");
        robot.type(KeyCode.ENTER);
        choose(robot, "Theme");
        await().until(() -> event().isPresent());
        select(robot, "Ser15");
        robot.type(KeyCode.ENTER);
        choose(robot, "Site");
        await().until(() -> event().orElseThrow().arguments().size() == 3);
        robot.type(KeyCode.ESCAPE);
        await().until(() -> reader.relating().makingProperty().get().isEmpty());
        assertEquals(
                List.of("Cause", "Theme", "Site"),
                event().orElseThrow().arguments().stream()
                        .map(Relation.Argument::role)
                        .toList());
    }

    @Test
    void distantMentionsAreLinkedAndOneJumpsAlongTheArc(FxRobot robot) {
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        await().until(() -> reader.document().orElseThrow().id().equals("far"));
        robot.type(KeyCode.J);
        await().until(() -> selectedIs("Cisplatin"));
        robot.type(KeyCode.L).type(KeyCode.J);
        await().until(() -> selectedIs("cancer"));
        robot.type(KeyCode.ENTER);
        choose(robot, "treats");
        await().until(() -> desk.document("far").relations().count() == 1);

        select(robot, "Cisplatin");
        robot.type(KeyCode.G);
        await().until(() -> selectedIs("cancer"));
        await().until(() -> pin(robot, "Cisplatin").isPresent());
        robot.press(KeyCode.SHIFT).type(KeyCode.G).release(KeyCode.SHIFT);
        await().until(() -> selectedIs("Cisplatin"));
        await().until(() -> pin(robot, "cancer").isPresent());
        robot.clickOn(pin(robot, "cancer").orElseThrow());
        await().until(() -> selectedIs("cancer"));
        await().until(() -> pin(robot, "Cisplatin").isPresent());
    }

    @Test
    void aRelationThatBreaksItsSignatureIsWarnedOf(FxRobot robot) {
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        await().until(() -> reader.document().orElseThrow().id().equals("far"));
        robot.type(KeyCode.J);
        await().until(() -> selectedIs("Cisplatin"));
        robot.type(KeyCode.L).type(KeyCode.J).type(KeyCode.ENTER);
        choose(robot, "Variant-in-Gene");
        await().until(() -> robot.lookup(".reader-hint .warning-text")
                .tryQueryAs(Label.class)
                .isPresent());
        robot.press(KeyCode.SHIFT).type(KeyCode.D).release(KeyCode.SHIFT);
        await().until(() -> desk.document("far").relations().findAny().isEmpty());
        await().until(() -> robot.lookup(".reader-hint .warning-text")
                .tryQueryAs(Label.class)
                .isEmpty());
    }

    @Test
    void noTwoCommandsOfTheReaderHaveOneKey() {
        var clashes = commands.all().stream()
                .filter(command -> command.keys()
                        .filter(keys -> commands.clash(command.id(), keys).isPresent())
                        .isPresent())
                .map(Command::id)
                .toList();
        assertEquals(List.of(), clashes);
    }

    /// Where the pinned end of that name is on the screen.
    private Optional<Point2D> pin(FxRobot robot, String words) {
        var pane = robot.lookup(".text-pane").queryAs(TextPane.class);
        var wanted = desk.document("far")
                .mentions()
                .filter(m -> m.in(LONG).equals(words))
                .findFirst();
        return pane.spots().stream()
                .filter(spot -> spot.mention().equals(wanted.map(Mention::id)))
                .findFirst()
                .map(spot ->
                        pane.localToScreen(spot.box().getCenterX(), spot.box().getCenterY()));
    }

    private void mark(FxRobot robot, String words, KeyCode key, String covers, String type) {
        find(robot, words);
        robot.type(key);
        await().until(() -> mention(covers, type).isPresent());
        await().until(() -> selectedIs(covers));
    }

    private void select(FxRobot robot, String words) {
        find(robot, words);
        robot.type(KeyCode.S);
        await().until(() -> selectedIs(words));
    }

    /// Ctrl+F, the words, Esc: the words are selected then.
    private void find(FxRobot robot, String words) {
        robot.press(KeyCode.CONTROL).type(KeyCode.HOME).release(KeyCode.CONTROL);
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        await().until(() -> robot.lookup("#find-field").query().isFocused());
        robot.write(words);
        robot.type(KeyCode.ESCAPE);
        var text = reader.document().orElseThrow().text();
        await().until(() -> reader.markedProperty().get().in(text).equals(words));
        await().until(() -> robot.lookup("#text").query().isFocused());
    }

    private void choose(FxRobot robot, String typed) {
        await().until(() -> robot.lookup("#type-palette").query().isVisible());
        robot.write(typed).type(KeyCode.ENTER);
        await().until(() -> robot.lookup("#text").query().isFocused());
    }

    private boolean selectedIs(String words) {
        var text = reader.document().orElseThrow().text();
        return reader.selectedProperty()
                .get()
                .filter(m -> m.in(text).equals(words))
                .isPresent();
    }

    private Optional<Mention> mention(String words, String type) {
        return desk.document("d")
                .mentions()
                .filter(mention ->
                        mention.in(TEXT).equals(words) && mention.type().equals(type))
                .findFirst();
    }

    private Optional<Relation> event() {
        return desk.document("d")
                .relations()
                .filter(r -> r.type().equals(Events.PHOSPHORYLATION))
                .findFirst();
    }

    private static AnnotatedDocument bare(String id, String text) {
        return AnnotatedDocument.bare(Document.of(id, text));
    }

    private static AnnotatedDocument far() {
        int end = LONG.indexOf("cancer");
        return new AnnotatedDocument(
                Document.of("far", LONG),
                DocumentStatus.IN_PROGRESS,
                List.of(mention("a", new Span(0, 9), "Chemical"), mention("b", new Span(end, end + 6), "Disease")));
    }

    private static Mention mention(String id, Span span, String type) {
        return new Mention(id, "gold", List.of(span), type, List.of(), Map.of(), new Source.Imported("x"));
    }
}
