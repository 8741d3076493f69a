package org.biogloss.ui.reader;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.CommandKeys;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.TypeColours;
import org.fxmisc.richtext.StyledTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ReaderViewTest {

    private static final String TEXT = "Loss of p53 and of 𝛼-synuclein in HeLa cells.\n\nThe p53 protein binds DNA.";

    private final Jobs jobs = new Jobs();
    private final DeskInMemory desk = new DeskInMemory(document(), empty(), paper());
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final ReaderViewModel viewModel = new ReaderViewModel(
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
        var looks = new Looks();
        looks.choose(Looks.Theme.LIGHT);
        var colours = new TypeColours(Schema.standard(), looks.darkProperty());
        var reader = new ReaderView(viewModel, colours);
        var split = new SplitPane(reader, new InspectorView(viewModel, colours));
        split.setDividerPositions(0.7);
        var scene = new Scene(split, 980, 700);
        looks.dress(scene);
        var commands = new Commands();
        new ReaderCommands(viewModel, reader).addTo(commands, split);
        CommandKeys.listen(scene, commands);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        viewModel.open("d");
    }

    @BeforeEach
    void opened(FxRobot robot) {
        await().until(() -> robot.lookup("#text").tryQuery().isPresent());
        await().until(() -> bounds(robot, TEXT.indexOf("p53")) != null);
        robot.interact(() -> area(robot).requestFocus());
    }

    @AfterEach
    void stop() {
        jobs.close();
        assertEquals(List.of(), failures);
    }

    @Test
    void aDoubleClickAndATypeKeyAddAMention(FxRobot robot) {
        robot.doubleClickOn(bounds(robot, TEXT.indexOf("p53")));
        robot.type(KeyCode.DIGIT3);

        await().until(() -> mention("p53", "Gene").isPresent());
        await().until(() -> robot.lookup("#mention-text")
                .tryQueryAs(Label.class)
                .map(Label::getText)
                .orElse("")
                .equals("p53"));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        await().until(() -> mention("p53", "Gene").isEmpty());
    }

    @Test
    void aDragSelectsWholeWords(FxRobot robot) {
        robot.drag(bounds(robot, TEXT.indexOf("oss"))).dropTo(bounds(robot, TEXT.indexOf("53")));

        await().until(() -> !viewModel.markedProperty().get().isEmpty());
        assertEquals("Loss of p53", viewModel.markedProperty().get().in(TEXT));
    }

    @Test
    void keysGoThroughMentionsAndAcceptOne(FxRobot robot) {
        robot.type(KeyCode.J);
        await().until(() -> viewModel.selectedProperty().get().isPresent());
        robot.type(KeyCode.A);

        await().until(() -> desk.document("d").find("s1").orElseThrow().standing() == Standing.CONFIRMED);
    }

    @Test
    void bracketsMoveBorders(FxRobot robot) {
        robot.type(KeyCode.J).type(KeyCode.J);
        await().until(() -> viewModel
                .selectedProperty()
                .get()
                .filter(m -> m.id().equals("hela"))
                .isPresent());
        robot.press(KeyCode.SHIFT).type(KeyCode.CLOSE_BRACKET).release(KeyCode.SHIFT);

        await().until(() -> mention("HeLa cells", "CellLine").isPresent());
    }

    @Test
    void aClickSelectsAMentionAndThePaletteRelabelsIt(FxRobot robot) {
        robot.clickOn(bounds(robot, TEXT.indexOf("eLa")));
        await().until(() -> viewModel.selectedProperty().get().isPresent());
        robot.type(KeyCode.T);
        await().until(() -> robot.lookup("#type-palette").query().isVisible());
        robot.write("spec").type(KeyCode.ENTER);

        await().until(() -> mention("HeLa", "Species").isPresent());
        await().until(() -> area(robot).isFocused());
    }

    @Test
    void findCountsWhatItFinds(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("p53");
        var count = robot.lookup("#find-count").queryAs(Label.class);
        await().until(() -> count.getText().equals("1 of 2"));
        robot.type(KeyCode.ENTER);
        await().until(() -> count.getText().equals("2 of 2"));
        robot.type(KeyCode.ESCAPE);
        await().until(() -> area(robot).isFocused());
        assertTrue(desk.titles.isEmpty());
    }

    @Test
    void aPlaceFarDownIsShownAsSoonAsItsDocumentIs(FxRobot robot) {
        int place = paper().text().lastIndexOf("p53");
        robot.interact(() -> {
            viewModel.open("paper");
            viewModel.goTo("paper", new Span(place, place + 3));
        });

        await().until(() -> isInSight(robot, place));
        assertEquals("p53", viewModel.markedProperty().get().in(paper().text()));
        robot.interact(() -> area(robot).scrollYToPixel(0));
        await().until(() -> !isInSight(robot, place));
        robot.interact(() -> viewModel.goTo("paper", new Span(place, place + 3)));
        await().until(() -> isInSight(robot, place));
    }

    private boolean isInSight(FxRobot robot, int offset) {
        if (!viewModel.document().map(AnnotatedDocument::id).orElse("").equals("paper")) return false;
        var at = bounds(robot, offset);
        return at != null && at.getY() > 0 && at.getY() < 700;
    }

    @Test
    void tabLeavesTheText(FxRobot robot) {
        robot.type(KeyCode.TAB);
        await().until(() -> !area(robot).isFocused());
    }

    @Test
    void enterMarksDoneAndGoesOnToADocumentThatOffersHighlighting(FxRobot robot) {
        robot.type(KeyCode.ENTER);
        await().until(() -> desk.document("d").status() == DocumentStatus.DONE);
        await().until(() -> robot.lookup("#highlight").tryQuery().isPresent());
        robot.clickOn("#highlight");
        assertEquals(List.of("empty"), desk.highlighted);
    }

    @Test
    void theOverviewAcceptsAllOfAType(FxRobot robot) {
        await().until(() -> robot.lookup("#accept-all-Gene").tryQuery().isPresent());
        robot.clickOn("#accept-all-Gene");
        await().until(() -> desk.document("d").find("s1").orElseThrow().standing() == Standing.CONFIRMED);
    }

    @Test
    void aScreenReaderHearsTheTextAndItsTitle(FxRobot robot) {
        assertEquals(AccessibleRole.TEXT_AREA, area(robot).getAccessibleRole());
        assertTrue(area(robot).getAccessibleText().startsWith("Loss of p53"));
        assertFalse(area(robot).isEditable());
    }

    private java.util.Optional<Mention> mention(String words, String type) {
        return desk.document("d")
                .mentions()
                .filter(mention ->
                        mention.in(TEXT).equals(words) && mention.type().equals(type))
                .findFirst();
    }

    /// The middle of a character on the screen, or nothing while it is not laid out.
    @SuppressWarnings("NullAway")
    private Point2D bounds(FxRobot robot, int offset) {
        var page =
                viewModel.sceneProperty().get().map(ReaderViewModel.Scene::page).orElse(Page.EMPTY);
        if (page.paragraphs().isEmpty()) return null;
        var place = page.place(offset);
        return robot.from(area(robot)).queryAs(StyledTextArea.class) == null ? null : center(robot, place);
    }

    @SuppressWarnings("NullAway")
    private Point2D center(FxRobot robot, Page.Place place) {
        var found = new java.util.concurrent.atomic.AtomicReference<Point2D>();
        robot.interact(() -> {
            var area = area(robot);
            int at = area.getAbsolutePosition(place.paragraph(), place.column());
            area.getCharacterBoundsOnScreen(at, at + 1)
                    .ifPresent(box -> found.set(new Point2D(box.getCenterX() + 1, box.getCenterY())));
        });
        return found.get();
    }

    @SuppressWarnings("unchecked")
    private StyledTextArea<Object, Object> area(FxRobot robot) {
        return robot.lookup("#text").queryAs(StyledTextArea.class);
    }

    private static AnnotatedDocument document() {
        int hela = TEXT.indexOf("HeLa");
        return new AnnotatedDocument(
                Document.of("d", TEXT),
                DocumentStatus.NEW,
                List.of(
                        new Mention(
                                "s1",
                                "m",
                                List.of(new Span(19, 31)),
                                "Gene",
                                List.of(),
                                Map.of(),
                                new Source.Model("m", 0.9)),
                        new Mention(
                                "hela",
                                "gold",
                                List.of(new Span(hela, hela + 4)),
                                "CellLine",
                                List.of(),
                                Map.of(),
                                new Source.Imported("x"))));
    }

    /// Of 600 paragraphs, far more than fit on a screen.
    private static AnnotatedDocument paper() {
        var text = new StringBuilder();
        for (int i = 0; i < 600; i++) text.append("Paragraph ").append(i).append(" tells of p53.\n");
        return AnnotatedDocument.bare(Document.of("paper", text.toString()));
    }

    private static AnnotatedDocument empty() {
        return AnnotatedDocument.bare(Document.of("empty", "Nothing is marked here."));
    }
}
