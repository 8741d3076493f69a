package org.biogloss.ui.training;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Without a toolkit: the test's own thread is the window's.
class TrainingViewModelTest {

    private final Jobs jobs = new Jobs();
    private final DeskInMemory desk = new DeskInMemory();
    private final ConcurrentLinkedQueue<Runnable> window = new ConcurrentLinkedQueue<>();
    private final Notices notices = new Notices(window::add);
    private final TrainingViewModel page = new TrainingViewModel(desk, jobs, window::add, notices);

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void seedsOfOneRecipeShareALineUntilOneWantsThemApart() {
        for (int seed = 1; seed <= 3; seed++) {
            desk.add("ncbi-s" + seed, TrainingDesk.State.FINISHED, Map.of("group", "ncbi", "seed", "" + seed));
        }
        desk.add("other", TrainingDesk.State.FINISHED, Map.of());
        page.refresh();
        until(() -> page.lines().size() == 2);

        var group = page.lines().getFirst();
        assertEquals("ncbi", group.name());
        assertEquals("3, 2, 1", group.settings().get("seed"));
        assertEquals(0.8, group.mean(TrainingDesk.RunRow::best), 1e-12);
        assertEquals(0, group.deviation(TrainingDesk.RunRow::best), 1e-12);

        page.groupedProperty().set(false);
        assertEquals(4, page.lines().size());
    }

    @Test
    void tickedRunsAreDrawnEachInAColourOfItsOwnThatItKeeps() {
        for (var name : List.of("a", "b", "c")) desk.add(name, TrainingDesk.State.FINISHED, Map.of("rate", name));
        page.refresh();
        until(() -> page.lines().size() == 3);
        page.lines().forEach(line -> page.tick(line, true));
        var last = page.lines().getLast();
        int colour = page.colour(last).orElseThrow();

        assertEquals(3, page.plots().traces().size());
        assertEquals(
                3,
                page.plots().traces().stream()
                        .map(RunPlots.Trace::colour)
                        .distinct()
                        .count());
        assertEquals(List.of("rate"), keys());

        page.select(last);
        page.tick(page.lines().getFirst(), false);
        assertEquals(2, page.plots().traces().size());
        assertEquals(colour, page.colour(last).orElseThrow());
    }

    @Test
    void ofOneRunAllSettingsAreShown() {
        desk.add("a", TrainingDesk.State.FINISHED, Map.of("rate", "1e-4"));
        page.refresh();
        until(() -> page.lines().size() == 1);

        assertEquals(List.of("rate"), keys());
    }

    @Test
    void whatARunTellsArrivesWhileItRunsAndAfterARestartOfThePage() {
        desk.add("a", TrainingDesk.State.RUNNING, Map.of());
        desk.tell("a", "started", Map.of("totalSteps", 100));
        desk.tell("a", "step", Map.of("step", 1, "loss", 2.0));
        page.refresh();
        until(() -> page.curve().loss().size() == 1);
        desk.tell("a", "step", Map.of("step", 2, "loss", 1.5));
        page.poll();
        until(() -> page.curve().loss().size() == 2);

        var again = new TrainingViewModel(desk, jobs, window::add, notices);
        again.refresh();
        until(() -> again.curve().loss().size() == 2);
        assertEquals(100, again.curve().figures().totalSteps());
    }

    @Test
    void aRunIsPausedResumedAndStopped() {
        desk.add("a", TrainingDesk.State.RUNNING, Map.of());
        page.refresh();
        until(() -> page.front().isPresent());
        var verbs = page.verbs();
        assertTrue(verbs.canPause().get());
        assertFalse(verbs.canResume().get());

        verbs.pause();
        until(() -> verbs.canResume().get());
        verbs.resume();
        until(() -> verbs.canPause().get());
        verbs.stopKeepingBest();
        until(() -> page.front().orElseThrow().state() == TrainingDesk.State.STOPPED);
        assertEquals(List.of("pause a", "resume a", "stop a"), desk.done);
        assertTrue(verbs.canDiscard().get());
    }

    @Test
    void whatWasDeletedComesBackByTheNotice() {
        desk.add("a", TrainingDesk.State.FINISHED, Map.of());
        page.refresh();
        until(() -> page.lines().size() == 1);

        page.verbs().discard();
        until(() -> page.lines().isEmpty() && !notices.shown().isEmpty());
        notices.shown().getFirst().action().orElseThrow().work().run();
        until(() -> page.lines().size() == 1);
    }

    @Test
    void theCurvesShownAreSavedAsATable(@TempDir Path folder) throws IOException {
        desk.add("a, b", TrainingDesk.State.FINISHED, Map.of());
        desk.tell("a, b", "step", Map.of("step", 1, "loss", 0.5, "rate", 1e-4));
        desk.tell("a, b", "evaluated", Map.of("step", 1, "main", "f1", "value", 0.7, "loss", 0.4));
        page.refresh();
        until(() -> page.curve().loss().size() == 1);

        var file = folder.resolve("curves.csv");
        page.curves().write(file);

        var lines = Files.readAllLines(file);
        assertEquals("run,curve,step,value", lines.getFirst());
        assertTrue(lines.contains("\"a, b\",train_loss,1,0.5"), lines::toString);
        assertTrue(lines.contains("\"a, b\",dev_f1,1,0.7"), lines::toString);
        assertTrue(lines.contains("\"a, b\",gradient_norm,1,"), lines::toString);
    }

    @Test
    void moreSmoothingMakesACalmerCurve() {
        desk.add("a", TrainingDesk.State.FINISHED, Map.of());
        for (int step = 1; step <= 200; step++) desk.tell("a", "step", Map.of("step", step, "loss", step % 2));
        page.refresh();
        until(() -> page.curve().loss().size() == 200);

        page.smoothingProperty().set(0);
        double rough = swing();
        page.smoothingProperty().set(0.1);
        assertEquals(1, rough);
        assertTrue(swing() < 0.2);
    }

    private double swing() {
        var points = page.plots().panels().getFirst().lines().getLast().points();
        return Math.abs(points.y(points.size() - 1) - points.y(points.size() - 2));
    }

    private List<String> keys() {
        return page.differencesProperty().get().settings().stream()
                .map(Differences.Setting::key)
                .toList();
    }

    private void until(BooleanSupplier holds) {
        await().until(() -> {
            for (var task = window.poll(); task != null; task = window.poll()) task.run();
            return holds.getAsBoolean();
        });
    }
}
