package org.biogloss.ui.training;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartViewModelTest {

    private final Jobs jobs = new Jobs();
    private final DeskInMemory desk = new DeskInMemory();
    private final ConcurrentLinkedQueue<Runnable> window = new ConcurrentLinkedQueue<>();
    private final Notices notices = new Notices(window::add);
    private final List<String> started = new ArrayList<>();
    private final StartViewModel start = new StartViewModel(desk, jobs, window::add, notices, started::add);

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void aLayerBringsItsTypesAndTheSettingsThatSuitIt() {
        start.refresh();
        until(() -> start.choiceProperty().get().source().isPresent());
        var choice = start.choiceProperty().get();

        assertEquals(Set.of("Chemical", "Disease"), choice.types());
        assertEquals(6, choice.epochs());
        assertEquals("minilm-l6", choice.base().orElseThrow().id());
        assertTrue(start.missingProperty().get().isEmpty());
        assertEquals(
                "Learns from 40 documents with 350 mentions. One part in five is set aside to measure the model.",
                start.learnsFrom());
    }

    @Test
    void severalSeedsAreOneWish() {
        start.refresh();
        until(() -> start.choiceProperty().get().source().isPresent());
        start.chooseSeeds(3);
        start.chooseEpochs(2);
        start.start();
        until(() -> !started.isEmpty());

        var wish = desk.wishes.getFirst();
        assertEquals(List.of(1L, 2L, 3L), wish.seeds());
        assertEquals(2, wish.epochs());
        assertEquals("chemical-disease", wish.name());
    }

    @Test
    void theCostIsToldWhenAskedAndForgottenWithAnotherChoice() {
        start.refresh();
        until(() -> start.choiceProperty().get().source().isPresent());
        start.estimate();
        until(() -> start.costProperty().get().equals("about 6 min for 1 runs"));
        start.chooseEpochs(9);

        assertEquals("", start.costProperty().get());
    }

    @Test
    void aRecipeFileBringsItsTaskItsBaseAndItsRate() {
        start.refresh();
        until(() -> start.choiceProperty().get().source().isPresent());
        start.open(Path.of("recipes/ChemProt.toml"));
        until(() -> start.choiceProperty().get().source().orElseThrow().task().equals("relation"));

        assertEquals(
                "bge-small", start.choiceProperty().get().base().orElseThrow().id());
        assertEquals(3e-5, start.choiceProperty().get().rate());
        assertEquals("", start.learnsFrom());
    }

    @Test
    void aRecipeThatCannotBeReadIsANotice() {
        start.open(Path.of("broken.toml"));
        until(() -> !notices.shown().isEmpty());

        assertTrue(notices.shown().getFirst().failure());
    }

    @Test
    void whatIsMissingIsSaid() {
        desk.offer = new TrainingDesk.Offer(List.of(), desk.offer.bases());
        start.refresh();
        until(() -> start.missingProperty().get().isPresent());
        start.start();

        assertTrue(desk.wishes.isEmpty());
        assertTrue(start.missingProperty().get().orElseThrow().startsWith("There is nothing to learn from yet"));
    }

    private void until(BooleanSupplier holds) {
        await().until(() -> {
            for (var task = window.poll(); task != null; task = window.poll()) task.run();
            return holds.getAsBoolean();
        });
    }
}
