package org.biogloss.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.biogloss.agreement.Figure;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.agree.AdjudicateViewModel;
import org.biogloss.ui.agree.AgreePage;
import org.biogloss.ui.agree.AgreeViewModel;
import org.biogloss.ui.kit.AnsweredPrompts;
import org.biogloss.ui.kit.CommandKeys;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.Saving;
import org.biogloss.ui.kit.TypeColours;
import org.biogloss.workbench.Comparison;
import org.biogloss.workbench.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Two layers become gold by keyboard alone, over a real project on disk.
@ExtendWith(ApplicationExtension.class)
class AgreeJourneyTest {

    private static final String TEXT =
            "Naloxone reverses the effect of clonidine. It was seen in hypertensive rats and in no mice.";

    @TempDir
    static Path root;

    private final Jobs jobs = new Jobs();
    private final Notices notices = new Notices();
    private final AtomicReference<String> read = new AtomicReference<>("");

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Workbench workbench;

    @SuppressWarnings("NullAway.Init")
    private AgreeViewModel viewModel;

    @Start
    void show(Stage stage) throws Exception {
        folder = Files.createTempDirectory(root, "project");
        workbench = TwoOpinions.open(folder, jobs);
        TwoOpinions.add(workbench, List.of(document("1"), document("2")));
        viewModel = new AgreeViewModel(
                TwoOpinions.room(workbench, (id, place) -> read.set(id + " " + place)), jobs, Fx.thread(), notices);
        var commands = new Commands();
        var prompts = new AnsweredPrompts(List.of(carlasWork()), Optional.empty(), Optional.of(folder));
        var page = new AgreePage(
                viewModel,
                commands,
                new Saving(jobs, notices, prompts),
                prompts,
                new TypeColours(workbench.store().schema(), new Looks().darkProperty()),
                () -> {});
        var scene = new Scene((Parent) page.view(), 960, 700);
        page.commands().forEach(commands::add);
        new Looks().dress(scene);
        CommandKeys.listen(scene, commands);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        page.shown();
    }

    private Path carlasWork() throws java.io.IOException {
        return Files.writeString(
                folder.resolve("carla.jsonl"),
                "{\"id\":\"1\",\"text\":\"" + TEXT + "\",\"entities\":["
                        + "{\"id\":\"c\",\"start\":0,\"end\":8,\"type\":\"Gene\",\"text\":\"Naloxone\"}]}\n");
    }

    @AfterEach
    void stop() {
        workbench.close();
        jobs.close();
    }

    private static Span at(String words) {
        int start = TEXT.indexOf(words);
        return new Span(start, start + words.length());
    }

    private static Mention mention(String id, String layer, String words, String type) {
        var by = new Source.Person(layer);
        return new Mention(id, layer, List.of(at(words)), type, List.of(), java.util.Map.of(), by);
    }

    /// One mention on which they agree, then five differences: another type, other borders, one that only anna has,
    /// one that only berta has, and a relation of anna's.
    private static AnnotatedDocument document(String id) {
        var said = new ArrayList<Annotation>(List.of(
                mention("a1", "anna", "Naloxone", "Chemical"),
                mention("b1", "berta", "Naloxone", "Chemical"),
                mention("a2", "anna", "clonidine", "Chemical"),
                mention("b2", "berta", "clonidine", "Gene"),
                mention("a3", "anna", "hypertensive", "Disease"),
                mention("b3", "berta", "hypertensive rats", "Disease"),
                mention("a4", "anna", "mice", "Species"),
                mention("b5", "berta", "effect", "Disease")));
        said.add(Relation.between("anna", "Chemical-interacts-Chemical", "a1", "a2", new Source.Person("anna")));
        return new AnnotatedDocument(Document.of(id, TEXT), DocumentStatus.NEW, said);
    }

    private AdjudicateViewModel adjudication() {
        return viewModel.adjudication();
    }

    private void begin(FxRobot robot) {
        await().until(() -> viewModel.listedProperty().get());
        robot.clickOn("#agree-adjudicate");
        await().until(() -> adjudication().currentProperty().get().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<String> gold(Workbench from, String id) {
        var document = from.document(id);
        return document.annotations().stream()
                .filter(one -> one.layer().equals("gold") && one.standing() == Standing.CONFIRMED)
                .map(one -> one instanceof Mention m ? m.in(TEXT) + " " + m.type() : one.type())
                .toList();
    }

    private String progress() {
        var tally = adjudication().currentProperty().get().orElseThrow().tally();
        return tally.decided() + "/" + tally.differing() + " " + tally.taken() + "/" + tally.agreed();
    }

    private void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void twoLayersBecomeGoldByKeyboardAlone(FxRobot robot) {
        begin(robot);
        assertEquals("0/5 0/1", progress());
        press(robot, KeyCode.A);
        assertEquals(List.of("Naloxone Chemical"), gold(workbench, "1"));
        // By place: effect (berta), clonidine (type), hypertensive (borders), mice (anna), the relation.
        press(robot, KeyCode.X);
        press(robot, KeyCode.LEFT);
        press(robot, KeyCode.RIGHT);
        press(robot, KeyCode.B);
        assertEquals("3/5 1/1", progress(), "both is no answer where one says nothing");
        press(robot, KeyCode.LEFT);
        press(robot, KeyCode.LEFT);
        assertEquals("5/5 1/1", progress());
        var all = List.of(
                "Naloxone Chemical",
                "clonidine Chemical",
                "hypertensive rats Disease",
                "mice Species",
                "Chemical-interacts-Chemical");
        assertEquals(all, gold(workbench, "1"));
        var relation = workbench
                .document("1")
                .relations()
                .filter(one -> one.layer().equals("gold"))
                .findFirst()
                .orElseThrow();
        assertTrue(workbench
                        .document("1")
                        .mentions("gold")
                        .filter(m -> relation.ties(m.id()))
                        .count()
                == 2);

        press(robot, KeyCode.CONTROL, KeyCode.Z);
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        await().until(() -> progress().equals("3/5 1/1"));
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        await().until(() -> progress().equals("5/5 1/1"));
        assertEquals(all, gold(workbench, "1"));

        press(robot, KeyCode.ENTER);
        assertEquals(DocumentStatus.DONE, workbench.document("1").status());
        assertEquals(
                "2",
                adjudication().currentProperty().get().orElseThrow().document().id());
        press(robot, KeyCode.X);
        assertEquals("1/5 0/1", progress());
        press(robot, KeyCode.E);
        assertTrue(read.get().startsWith("2 "), read.get());

        // Everything decided is still decided when the project is opened again, what was turned down too.
        workbench.close();
        workbench = TwoOpinions.open(folder, jobs);
        var again = TwoOpinions.room(workbench, (_, _) -> {})
                .adjudicator(org.biogloss.agreement.Side.of("anna"), org.biogloss.agreement.Side.of("berta"), "gold");
        assertTrue(again.of("1").tally().isDone());
        assertEquals(1, again.of("2").tally().decided());
        assertEquals(all, gold(workbench, "1"));
        assertTrue(
                notices.shown().stream().noneMatch(Notices.Notice::failure),
                notices.shown().toString());
    }

    @Test
    void whatAllAgreeOnIsTakenEverywhereInOneStep(FxRobot robot) {
        begin(robot);
        robot.clickOn("#adjudicate-everywhere");
        await().until(() -> gold(workbench, "2").equals(List.of("Naloxone Chemical")));
        assertEquals(List.of("Naloxone Chemical"), gold(workbench, "1"));
        await().until(() -> adjudication().progressProperty().get().isEmpty());
        WaitForAsyncUtils.asyncFx(() -> adjudication().undo());
        await().until(() ->
                gold(workbench, "1").isEmpty() && gold(workbench, "2").isEmpty());
    }

    @Test
    void eachFigureLeadsToItsDifferencesAndThoseToTheirPlaces(FxRobot robot) {
        await().until(() -> viewModel.listedProperty().get());
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#agree-measure");
        await().until(() -> viewModel.agreementProperty().get().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(8, viewModel.differences().size(), "four mentions of two documents");
        assertEquals(4, viewModel.filters().size());
        var pair = viewModel.agreementProperty().get().orElseThrow().pairs().getFirst();
        var overlap = pair.figures().stream()
                .filter(line -> line.name().equals("F1, overlapping, any type"))
                .findFirst()
                .orElseThrow();
        assertEquals(0.75, ((Figure.Value) overlap.figure()).value());
        WaitForAsyncUtils.asyncFx(() -> viewModel.lookBehind(Optional.of(overlap)));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(4, viewModel.differences().size(), "what only one has");
        ListView<?> list = robot.lookup("#agree-differences").queryListView();
        Platform.runLater(() -> {
            list.getSelectionModel().select(0);
            list.requestFocus();
        });
        WaitForAsyncUtils.waitForFxEvents();
        press(robot, KeyCode.ENTER);
        assertEquals("1 " + at("effect"), read.get());
        press(robot, KeyCode.SHIFT, KeyCode.ENTER);
        await().until(() -> adjudication().ruled().isPresent());
        assertEquals(at("effect"), adjudication().ruled().orElseThrow().of().place());
    }

    @Test
    void theWorkOfAThirdComesInUnderTheNameThatIsGiven(FxRobot robot) {
        await().until(() -> viewModel.listedProperty().get());
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#agree-bring-in");
        robot.clickOn("#agree-import-name").write("carla");
        robot.clickOn("#agree-import");
        await().until(() -> viewModel.layers().stream()
                .anyMatch(layer -> layer.name().equals("carla") && layer.annotations() == 1));
        assertEquals(
                List.of("Naloxone Gene"),
                workbench
                        .document("1")
                        .mentions("carla")
                        .map(m -> m.in(TEXT) + " " + m.type())
                        .toList());
        assertTrue(viewModel.chosenProperty().get().contains("carla"));
    }

    @Test
    void whatWouldMakeNoSenseIsSaidAndNotDone(FxRobot robot) {
        begin(robot);
        Platform.runLater(() -> adjudication().choose(new AdjudicateViewModel.Sides("anna", "berta", "anna", 0.5)));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(adjudication().troubleProperty().get().orElse("").contains("anna"));
        Platform.runLater(() -> viewModel.amongProperty().set(Comparison.Among.DONE));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#agree-figures");
        robot.clickOn("#agree-measure");
        await().until(() -> viewModel.nothingProperty().get().isPresent());
    }
}
