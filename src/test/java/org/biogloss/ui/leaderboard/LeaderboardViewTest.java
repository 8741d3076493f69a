package org.biogloss.ui.leaderboard;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;
import org.biogloss.benchmark.BlurbSet;
import org.biogloss.benchmark.Leaderboard;
import org.biogloss.benchmark.Published;
import org.biogloss.benchmark.Row;
import org.biogloss.benchmark.Score;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.AnsweredPrompts;
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
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LeaderboardViewTest {

    @TempDir
    static Path folder;

    private final Jobs jobs = new Jobs();
    private final Notices notices = new Notices();
    private final LeaderboardViewModel viewModel =
            new LeaderboardViewModel(LeaderboardViewTest::board, jobs, Platform::runLater, notices);
    private final LeaderboardPage page =
            new LeaderboardPage(viewModel, new Saving(jobs, notices, AnsweredPrompts.savingIn(folder)));

    /// What is published, and a model measured here on all sets but one.
    private static Leaderboard board() {
        var scores = new EnumMap<BlurbSet, Score>(BlurbSet.class);
        for (var set : BlurbSet.values()) {
            if (set != BlurbSet.GAD)
                scores.put(set, new Score(80, 0.5, 3, set.caveat().orElse("")));
        }
        var own = new Row(
                "MiniLM L6 (general English), fine-tuned",
                Row.Kind.LOCAL,
                "fine-tuned here for each set",
                scores,
                OptionalLong.of(22_565_376),
                OptionalDouble.of(4_321));
        var rows = new java.util.ArrayList<>(Published.rows());
        rows.add(own);
        return new Leaderboard(rows).sorted(Optional.empty());
    }

    @Start
    void show(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        var scene = new Scene((javafx.scene.Parent) page.view(), 980, 700);
        new Looks().dress(scene);
        stage.setScene(scene);
        stage.show();
        page.shown();
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    @SuppressWarnings("unchecked")
    private static TableView<Row> table(FxRobot robot) {
        TableView<Row> table = robot.lookup("#leaderboard").queryAs(TableView.class);
        await().until(() -> table.getItems().size() == board().rows().size());
        return table;
    }

    private static List<String> names(TableView<Row> table) {
        return table.getItems().stream().map(Row::name).toList();
    }

    private void onWindow(Runnable work) {
        WaitForAsyncUtils.asyncFx(work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theBestComesFirstAndAnyColumnSorts(FxRobot robot) {
        var table = table(robot);
        assertEquals("BioLinkBERT-large", names(table).getFirst());
        assertEquals("MiniLM L6 (general English), fine-tuned", names(table).getLast(), "a set is missing");
        var ncbi = column(table, BlurbSet.NCBI_DISEASE);
        onWindow(() -> table.getSortOrder().setAll(List.of(ncbi)));
        assertEquals("BioBERT", names(table).getFirst(), "the best of NCBI-disease comes first");
        var gad = column(table, BlurbSet.GAD);
        onWindow(() -> table.getSortOrder().setAll(List.of(gad)));
        assertEquals("MiniLM L6 (general English), fine-tuned", names(table).getLast(), "no score is the last");
    }

    private static TableColumn<Row, ?> column(TableView<Row> table, BlurbSet set) {
        return table.getColumns().stream()
                .filter(column -> new Measure.OfSet(set).equals(column.getUserData()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNameOrAKindFilters(FxRobot robot) {
        var table = table(robot);
        robot.clickOn("#leaderboard-words").write("scibert");
        await().until(() -> names(table).equals(List.of("SciBERT (uncased)", "SciBERT (cased)")));
        onWindow(() -> {
            viewModel.wordsProperty().set("");
            viewModel.kindProperty().set(Optional.of(Row.Kind.LOCAL));
        });
        assertEquals(1, table.getItems().size());
        onWindow(() -> viewModel.wordsProperty().set("no such model"));
        assertTrue(table.getItems().isEmpty());
    }

    @Test
    void theOthersAreComparedWithTheChosenRow(FxRobot robot) {
        var table = table(robot);
        onWindow(() -> table.getSelectionModel().select(2));
        assertEquals(
                "PubMedBERT", viewModel.selectedProperty().get().orElseThrow().name());
        robot.clickOn("#leaderboard-compare");
        var large = table.getItems().getFirst();
        assertEquals(3.14, viewModel.difference(large, new Measure.Blurb()).orElseThrow(), 0.01, "84.30 and 81.16");
        await().until(() -> robot.lookup(".better").queryAll().size() > 5);
        var own = table.getItems().getLast();
        assertTrue(viewModel.difference(own, new Measure.OfSet(BlurbSet.GAD)).isEmpty(), "one has no score");
        robot.clickOn("#leaderboard-compare");
        assertTrue(viewModel.baselineProperty().get().isEmpty());
    }

    @Test
    void thePlotHasADotForEachRowThatHasBothFigures(FxRobot robot) {
        table(robot);
        await().until(() -> dots(robot) == Published.rows().size());
        onWindow(() -> viewModel.plottedProperty().set(new Measure.OfSet(BlurbSet.HOC)));
        await().until(() -> dots(robot) == Published.rows().size() + 1);
        onWindow(() -> viewModel.acrossProperty().set(LeaderboardViewModel.Across.SPEED));
        await().until(() -> dots(robot) == 1);
        assertTrue(
                robot.lookup(".leaderboard-note").queryAs(Label.class).getText().startsWith("14 rows lack one"));
        robot.clickOn(robot.lookup(".scatter-dot").queryAs(Circle.class));
        await().until(() -> viewModel.selectedProperty().get().isPresent());
        assertTrue(
                robot.lookup(".leaderboard-note").queryAs(Label.class).getText().contains("EBM-PICO")
                        || robot.lookup(".leaderboard-note")
                                .queryAs(Label.class)
                                .getText()
                                .contains("train split"));
    }

    private static int dots(FxRobot robot) {
        return robot.lookup(".scatter-dot").queryAll().size();
    }

    @Test
    void whatIsShownIsWrittenInItsOrder(FxRobot robot) throws Exception {
        var table = table(robot);
        onWindow(() -> viewModel.kindProperty().set(Optional.of(Row.Kind.PUBLISHED)));
        onWindow(() -> table.getSortOrder().setAll(List.of(column(table, BlurbSet.NCBI_DISEASE))));
        onWindow(page::saveMarkdown);
        var file = folder.resolve("leaderboard.md");
        await().until(() -> Files.exists(file) && Files.size(file) > 0);
        var lines = Files.readAllLines(file);
        assertTrue(lines.get(2).startsWith("| BioBERT"), lines.get(2));
        assertFalse(String.join("\n", lines).contains("MiniLM L6 (general English)"), "filtered out");
        onWindow(page::saveCsv);
        onWindow(page::savePicture);
        await().until(() ->
                Files.exists(folder.resolve("leaderboard.csv")) && Files.exists(folder.resolve("leaderboard.png")));
    }

    @Test
    void anAxisIsMarkedAtRoundNumbers() {
        assertEquals(
                List.of(20.0, 50.0, 100.0, 200.0), Scale.logarithmic(23, 333).ticks());
        var linear = Scale.linear(59.97, 84.3);
        assertEquals(55, linear.low(), 1e-9);
        assertEquals(85, linear.high(), 1e-9);
        assertEquals(0.5, Scale.logarithmic(10, 1000).share(100), 1e-9);
    }
}
