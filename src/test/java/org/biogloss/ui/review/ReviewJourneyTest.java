package org.biogloss.ui.review;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Marked;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.Models;
import org.biogloss.search.SearchRequest;
import org.biogloss.ui.kit.CommandKeys;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.TypeColours;
import org.biogloss.workbench.Review;
import org.biogloss.workbench.Workbench;
import org.biogloss.workbench.review.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A curator at the review page, with no mouse.
@ExtendWith(ApplicationExtension.class)
class ReviewJourneyTest {

    @TempDir
    static Path folder;

    private static int projects;

    private final Jobs jobs = new Jobs();
    private final Notices notices = new Notices();
    private final List<String> opened = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init") // made by show
    private Workbench workbench;

    @SuppressWarnings("NullAway.Init") // made by show
    private ReviewPage page;

    @Start
    void show(Stage stage) {
        workbench = Workbench.create(folder.resolve("p" + projects++), "Trial", new Models(List.of()), jobs);
        put(
                Marked.text("a", "Aspirin helps. We gave aspirin to mice, and [aspirin|Chemical] to rats."),
                Marked.text("b", "The aspirins of old; no aspirin was given."),
                Marked.text("c", "[Naloxone|Chemical] and naloxone."));
        var looks = new Looks();
        looks.choose(Looks.Theme.LIGHT);
        var colours = new TypeColours(workbench.store().schema(), looks.darkProperty());
        var commands = new Commands();
        page = new ReviewPage(new Review(workbench), new Somewhere(), colours, commands, jobs, Fx.thread(), notices);
        var scene = new Scene((Parent) page.view(), 980, 640);
        looks.dress(scene);
        CommandKeys.listen(scene, commands);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void stop() {
        assertTrue(notices.shown().stream().noneMatch(Notices.Notice::failure), notices.shown()::toString);
        workbench.close();
        jobs.close();
    }

    @Test
    void aNameIsAnnotatedThroughoutTheProjectAndThatIsUndone(FxRobot robot) {
        var before = documents();
        ask(robot, "aspirin", 5);

        robot.type(KeyCode.N); // "Aspirin helps." is not what is meant.
        await().until(() -> tally().no() == 1);
        robot.type(KeyCode.Z);
        await().until(() -> tally().no() == 0);
        robot.type(KeyCode.UP);
        robot.type(KeyCode.N);
        await().until(() -> tally().no() == 1 && tally().yes() == 3);
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);

        await().until(() -> confirmed() == 5);
        await().until(() -> tally().annotated() == 4);
        assertEquals(1, tally().turnedDown());
        assertEquals(4, page.occurrences().shown().size(), "what was turned down is not proposed again");

        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        await().until(() -> documents().equals(before));
        await().until(() -> tally().yes() == 4);
    }

    @Test
    void aSpellingIsSwitchedOffAndTheRestFiltered(FxRobot robot) {
        ask(robot, "aspirin", 5);
        var plural = page.occurrences().variants().stream()
                .filter(row -> row.variant().written().equals("aspirins"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> plural.onProperty().set(false));
        assertEquals(4, tally().hits());

        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("old");
        await().until(() -> page.occurrences().shown().size() == 1);
        robot.type(KeyCode.ENTER).type(KeyCode.A);
        robot.type(KeyCode.ENTER);
        await().until(() -> opened.equals(List.of("b 24..31")));

        ask(robot, "naloxone", 2);
        robot.interact(() -> page.occurrences().filterProperty().set(""));
        ask(robot, "aspirin", 5);
        await().until(() -> tally().hits() == 4);
    }

    @Test
    void whatWasTurnedDownIsKeptWhenAnotherNameIsAskedFor(FxRobot robot) {
        ask(robot, "naloxone", 2);
        robot.type(KeyCode.DOWN).type(KeyCode.N);
        await().until(() -> tally().no() == 1);
        ask(robot, "aspirin", 5);
        await().until(() -> workbench.document("c").mentions().anyMatch(m -> m.standing() == Standing.REJECTED));
    }

    @Test
    void aContradictionIsMendedAndIgnoredByKey(FxRobot robot) {
        robot.interact(() -> {
            page.show(ReviewPage.Tab.CHECK);
            page.check().kindProperty().set(Finding.Kind.TWIN);
            page.check().check();
        });
        await().until(() -> page.check().countProperty(Finding.Kind.TWIN).get() == 3
                && !page.check().job().runningProperty().get());
        robot.interact(() -> robot.lookup("#check-findings").queryTableView().requestFocus());
        robot.type(KeyCode.DOWN).type(KeyCode.F);
        await().until(() -> confirmed() == 3);
        await().until(() -> page.check().shown().size() == 2);
        robot.type(KeyCode.I);
        await().until(() -> page.check().countProperty(Finding.Kind.TWIN).get() == 1);

        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        await().until(() -> confirmed() == 2);
        await().until(() -> page.check().countProperty(Finding.Kind.TWIN).get() == 2);
    }

    @Test
    void suggestionsAboveTheSliderAreAcceptedAsOneStep(FxRobot robot) {
        workbench.store().replaceSuggestions("b", "m", List.of(suggestion(4, 12, 0.7), suggestion(24, 31, 0.95)));
        robot.interact(() -> page.show(ReviewPage.Tab.ACCEPT));
        await().until(() -> page.accept().totalProperty().get() == 1);
        robot.interact(() -> page.accept().thresholdProperty().set(0.5));
        assertEquals(2, page.accept().totalProperty().get());
        robot.clickOn("#accept-all");
        await().until(() -> confirmed() == 4);
        robot.interact(page.accept()::undo);
        await().until(() -> confirmed() == 2);
    }

    private void ask(FxRobot robot, String name, int hits) {
        robot.interact(() -> {
            var field = robot.lookup("#review-name").queryTextInputControl();
            field.requestFocus();
            field.selectAll();
        });
        robot.write(name).type(KeyCode.ENTER);
        await().until(() -> page.occurrences()
                        .askedProperty()
                        .get()
                        .filter(now -> now.name().equals(name))
                        .isPresent()
                && !page.occurrences().job().runningProperty().get()
                && page.occurrences().variants().stream()
                                .mapToInt(row -> row.countProperty().get())
                                .sum()
                        == hits);
    }

    private OccurrencesViewModel.Tally tally() {
        return page.occurrences().tallyProperty().get();
    }

    private static Mention suggestion(int start, int end, double confidence) {
        return Mention.of("m", new Span(start, end), "Chemical", new Source.Model("m", confidence));
    }

    private List<AnnotatedDocument> documents() {
        return workbench.store().ids().stream().map(workbench::document).toList();
    }

    private long confirmed() {
        return documents().stream()
                .flatMap(AnnotatedDocument::mentions)
                .filter(mention -> mention.standing() == Standing.CONFIRMED)
                .count();
    }

    private void put(AnnotatedDocument... documents) {
        try (var batch = workbench.store().startImport()) {
            for (var document : documents) batch.add(document);
            batch.commit("test", "Import");
        }
        workbench.bringIndexUpToDate(JobContext.silent());
    }

    private final class Somewhere implements Surroundings {

        @Override
        public Optional<String> openDocument() {
            return Optional.of("a");
        }

        @Override
        public Optional<SearchRequest> question() {
            return Optional.empty();
        }

        @Override
        public void open(String documentId, Span place) {
            opened.add(documentId + " " + place);
        }

        @Override
        public List<String> types() {
            return List.of("Chemical", "Disease");
        }
    }
}
