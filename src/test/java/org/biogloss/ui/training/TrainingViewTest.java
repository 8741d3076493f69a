package org.biogloss.ui.training;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.Looks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TrainingViewTest {

    private final Jobs jobs = new Jobs();
    private final DeskInMemory desk = new DeskInMemory();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final TrainingViewModel viewModel =
            new TrainingViewModel(desk, jobs, Platform::runLater, (what, _) -> failures.add(what));

    @Start
    void show(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        var scene = new Scene(new TrainingView(viewModel), 980, 700);
        new Looks().dress(scene);
        stage.setScene(scene);
        stage.show();
        viewModel.refresh();
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void aRunIsStartedWatchedAndStopped(FxRobot robot) {
        await().until(() ->
                !robot.lookup("#start-run-button").queryAs(Button.class).isDisabled());
        robot.clickOn("#start-run-button");
        await().until(() -> desk.wishes.size() == 1);
        assertEquals(List.of("Chemical", "Disease"), desk.wishes.getFirst().types());
        assertEquals("chemical-disease", desk.wishes.getFirst().name());

        desk.tell("started", Map.of("totalSteps", 100, "device", "CPU", "precision", "bfloat16"));
        for (int step = 1; step <= 50; step++) {
            desk.tell("step", Map.of("step", step, "epoch", 1, "loss", 1.0 / step, "rate", 1e-4, "gradNorm", 1.5));
        }
        await().atMost(10, TimeUnit.SECONDS)
                .until(() -> text(robot, "#run-step").equals("50 / 100"));
        assertEquals("0.0200", text(robot, "#run-loss"));
        assertEquals("CPU bf16", text(robot, "#run-device"));

        robot.clickOn("#stop-run");
        await().until(() -> desk.stopped);
        desk.tell("stopped", Map.of("step", 50, "bestF1", 0.71, "model", "best"));
        await().until(() -> robot.lookup("#stop-run").queryAs(Button.class).isDisabled());
        await().until(() -> text(robot, "#run-bestF1").equals("71.0"));
        assertFalse(robot.lookup("#highlight-run").queryAs(Button.class).isDisabled());
        assertTrue(failures.isEmpty(), failures::toString);
    }

    @Test
    void anEarlierRunIsFoundAgain(FxRobot robot) {
        desk.rows.add(new TrainingDesk.RunRow(
                "old", "old run", "finished", "2026-11-01 10:00", "80.1", Map.of("epochs", "4")));
        desk.tell("finished", Map.of("step", 10, "bestF1", 0.801, "model", "best"));
        robot.interact(viewModel::refresh);

        await().until(() ->
                robot.lookup("#runs").queryAs(TableView.class).getItems().size() == 1);
        await().until(() -> text(robot, "#run-bestF1").equals("80.1"));
    }

    @Test
    void whereThereIsNothingToLearnTheFormSaysWhy(FxRobot robot) {
        desk.offer = new TrainingDesk.Offer(List.of(), List.of(new TrainingDesk.Base("minilm-l6", "MiniLM")));
        robot.interact(viewModel::refresh);

        await().until(() ->
                robot.lookup("#start-run-button").queryAs(Button.class).isDisabled());
        assertTrue(robot.lookup(".muted").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("There is nothing to learn from yet")));
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    /// A desk whose one run tells what the test says.
    private static final class DeskInMemory implements TrainingDesk {

        private final ObjectMapper json = new ObjectMapper();
        private final ConcurrentLinkedQueue<JsonNode> events = new ConcurrentLinkedQueue<>();
        private final List<Wish> wishes = new CopyOnWriteArrayList<>();
        private final List<RunRow> rows = new CopyOnWriteArrayList<>();
        private volatile boolean stopped;
        private volatile Offer offer = new Offer(
                List.of(new Layer("gold", 40, new java.util.TreeMap<>(Map.of("Chemical", 200, "Disease", 150)))),
                List.of(new Base("minilm-l6", "MiniLM-L6 (general)")));

        void tell(String kind, Map<String, Object> fields) {
            ObjectNode event = json.valueToTree(fields);
            event.put("event", kind);
            events.add(event);
        }

        @Override
        public Offer offer() {
            return offer;
        }

        @Override
        public List<RunRow> runs() {
            return List.copyOf(rows);
        }

        @Override
        public String start(Wish wish) {
            wishes.add(wish);
            rows.addFirst(new RunRow("r1", wish.name(), "running", "2026-11-23 10:00", "", Map.of()));
            return "r1";
        }

        @Override
        public void stopKeepingBest(String runId) {
            stopped = true;
            rows.set(0, new RunRow("r1", rows.getFirst().name(), "stopped", "2026-11-23 10:00", "71.0", Map.of()));
        }

        @Override
        public EventSource events(String runId) {
            return () -> {
                var news = new ArrayList<JsonNode>();
                for (var next = events.poll(); next != null; next = events.poll()) news.add(next);
                return news;
            };
        }

        @Override
        public void highlightWith(String runId) {}

        @Override
        public void discard(String runId) {
            rows.removeIf(row -> row.id().equals(runId));
        }
    }
}
