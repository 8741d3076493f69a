package org.biogloss.ui.reader;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.biogloss.document.Marked;
import org.biogloss.document.Mention;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.Models;
import org.biogloss.search.Terminologies;
import org.biogloss.ui.kit.CommandKeys;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Snapshots;
import org.biogloss.ui.kit.TypeColours;
import org.biogloss.workbench.Concepts;
import org.biogloss.workbench.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // made by show
class ConceptFieldTest {

    private static final String CELLS = """
            CL:0000540\tneuron\tnerve cell|neurone\tThe basic cellular unit of nervous tissue, which carries signals.\tCL:0000003
            CL:0000003\tnative cell
            CL:0000127\tastrocyte\tastroglia\t\tCL:0000003
            CL:0000679\tglutamatergic neuron\t\tA neuron that releases glutamate.\tCL:0000540
            """;

    @TempDir
    static Path folder;

    private final Jobs jobs = new Jobs();
    private Workbench workbench;
    private Terminologies terminologies;
    private ReaderViewModel reader;
    private Scene scene;
    private boolean asked;

    @Start
    void show(Stage stage) throws IOException {
        var here = Files.createTempDirectory(folder, "case");
        workbench = Workbench.create(here.resolve("p"), "Trial", new Models(List.of()), jobs);
        try (var batch = workbench.store().startImport()) {
            batch.add(Marked.text("d", "Cultured [neurons|Cell] and [neurons|Cell] and an [astrocyte|Cell]."));
            batch.commit("test", "Import");
        }
        terminologies = Terminologies.open(here.resolve("terms"));
        terminologies.add(Files.writeString(here.resolve("cells.tsv"), CELLS), "cells");
        var desk = new ProjectReaderDesk(workbench, (_, _) -> Optional.empty(), List::of, _ -> {}, concepts());
        reader = new ReaderViewModel(
                desk,
                task -> jobs.startQuietly("read", _ -> {
                    task.run();
                    return true;
                }),
                Platform::runLater,
                (what, why) -> {
                    throw new IllegalStateException(what, why);
                },
                _ -> {});
        var colours = new TypeColours(workbench.store().schema(), new SimpleBooleanProperty(false));
        var view = new ReaderView(reader, colours);
        var split = new SplitPane(view, new InspectorView(reader, colours));
        split.setDividerPositions(0.62);
        var commands = new Commands();
        new ReaderCommands(reader, view).addTo(commands, split);
        scene = new Scene(split, 980, 740);
        new Looks().dress(scene);
        CommandKeys.listen(scene, commands);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        reader.open("d");
    }

    private ConceptDesk concepts() {
        var concepts = new Concepts(workbench, () -> terminologies);
        return new ConceptDesk() {
            @Override
            public List<Concepts.Candidate> candidates(String words, String typed, int limit) throws IOException {
                return concepts.candidates(words, typed, limit);
            }

            @Override
            public Optional<Terminologies.Located> locate(String id) throws IOException {
                return concepts.locate(id);
            }

            @Override
            public boolean hasTerminologies() throws IOException {
                return concepts.hasTerminologies();
            }

            @Override
            public void addTerminology() {
                asked = true;
            }

            @Override
            public void spread(String words, String type, List<String> ids, Optional<String> documentId) {}
        };
    }

    @AfterEach
    void stop() throws IOException {
        jobs.close();
        workbench.close();
        terminologies.close();
    }

    @Test
    void conceptsAreFoundAddedAndLeftByKeysAlone(FxRobot robot) throws Exception {
        select("m1", robot);
        robot.push(KeyCode.C);
        until(() -> choices(robot).equals(List.of("CL:0000540", "CL:0000679")));
        until(() -> text(robot, "#concept-detail").startsWith("Is a native cell"));
        picture("concept-1-open");

        robot.push(KeyCode.ENTER);
        until(() -> concepts("m1").equals(List.of("CL:0000540")));
        until(() -> robot.lookup("#concept-chips .label")
                .queryAs(Label.class)
                .getText()
                .equals("neuron"));

        robot.write("astro");
        until(() -> choices(robot).getFirst().equals("CL:0000127"));
        picture("concept-2-second");
        robot.push(KeyCode.ENTER);
        until(() -> concepts("m1").equals(List.of("CL:0000540", "CL:0000127")));
        robot.push(KeyCode.BACK_SPACE);
        until(() -> concepts("m1").equals(List.of("CL:0000540")));

        robot.write("MY:7");
        until(() -> choices(robot).getFirst().equals("MY:7"));
        robot.push(KeyCode.ENTER);
        until(() -> concepts("m1").equals(List.of("CL:0000540", "MY:7")));
        robot.push(KeyCode.ESCAPE);
        until(() -> !robot.lookup("#concepts").query().isFocused());
        robot.push(KeyCode.J);
        until(() -> reader.selectedProperty().get().map(Mention::id).equals(Optional.of("m2")));
        robot.push(KeyCode.C);
        until(() -> choices(robot).equals(List.of("CL:0000540", "MY:7", "CL:0000679")));
        picture("concept-3-earlier");
    }

    @Test
    void aChipIsRemovedByItsButton(FxRobot robot) throws Exception {
        select("m3", robot);
        robot.push(KeyCode.C);
        until(() -> !choices(robot).isEmpty());
        robot.push(KeyCode.ENTER);
        until(() -> concepts("m3").equals(List.of("CL:0000127")));
        until(() -> robot.lookup("#concept-chips .icon-button").tryQuery().isPresent());

        robot.clickOn("#concept-chips .icon-button");

        until(() -> concepts("m3").isEmpty());
        assertFalse(robot.lookup("#concept-chips .icon-button").tryQuery().isPresent());
    }

    @Test
    void withoutATerminologyThereIsTheOneButtonThatAddsOne(FxRobot robot) throws Exception {
        terminologies.remove("cells");
        select("m1", robot);
        robot.push(KeyCode.C);
        until(() -> robot.lookup("#concepts-add-terminology")
                .tryQuery()
                .filter(Node::isVisible)
                .isPresent());
        picture("concept-4-none");

        robot.clickOn("#concepts-add-terminology");

        assertTrue(asked);
    }

    @Test
    void whatIsTypedForOneMentionIsNotTakenForAnother(FxRobot robot) throws Exception {
        select("m1", robot);
        robot.push(KeyCode.C);
        until(() -> !choices(robot).isEmpty());
        robot.write("astro");
        onWindow(() -> {
            reader.select("m3");
            return true;
        });
        until(() -> choices(robot).equals(List.of("CL:0000127")));

        assertEquals(List.of(), concepts("m1"));
        assertEquals(List.of(), concepts("m3"));
        assertEquals("", text(robot, "#concepts"));
    }

    private void select(String id, FxRobot robot) throws Exception {
        until(() -> reader.document().isPresent());
        onWindow(() -> {
            reader.select(id);
            return true;
        });
        until(() -> robot.lookup("#concepts").tryQuery().isPresent());
        onWindow(() -> {
            ((ReaderView) ((SplitPane) scene.getRoot()).getItems().getFirst()).focusText();
            return true;
        });
    }

    private List<String> concepts(String id) {
        return ((Mention) workbench.document("d").find(id).orElseThrow()).concepts();
    }

    private static List<String> choices(FxRobot robot) {
        ListView<?> list = robot.lookup("#concept-choices").queryListView();
        if (!list.isVisible()) return List.of();
        return list.getItems().stream()
                .map(item -> ((Concepts.Candidate) item).id())
                .toList();
    }

    private static String text(FxRobot robot, String query) {
        var node = robot.lookup(query).query();
        return node instanceof Label label ? label.getText() : ((javafx.scene.control.TextField) node).getText();
    }

    private static void until(Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> WaitForAsyncUtils.waitForAsyncFx(10_000, holds));
    }

    private static <R> R onWindow(Callable<R> work) throws Exception {
        var result = WaitForAsyncUtils.waitForAsyncFx(10_000, work);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    private void picture(String name) throws Exception {
        var out = System.getProperty("biogloss.pictures");
        if (out == null) return;
        onWindow(() -> {
            Snapshots.save(scene, Path.of(out).resolve(name + ".png"));
            return true;
        });
    }
}
