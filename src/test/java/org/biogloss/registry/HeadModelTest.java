package org.biogloss.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.biogloss.Failure;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.TinyModel;
import org.biogloss.jobs.JobContext;
import org.biogloss.tasks.Calibration;
import org.biogloss.tasks.CalibrationFile;
import org.biogloss.tasks.LabelledText;
import org.biogloss.tasks.Learner;
import org.biogloss.tasks.Solver;
import org.biogloss.tasks.TaskForm;
import org.biogloss.tasks.TaskHead;
import org.biogloss.tasks.TaskKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadModelTest {

    private static final List<LabelledText> TEXTS =
            List.of(new LabelledText("1", "a b", List.of("x")), new LabelledText("2", "b c", List.of("y")));

    @TempDir
    Path folder = Path.of("");

    private ModelCard whole = ModelCard.embedded();

    @BeforeEach
    void saveAModelOfTwoHeads() throws IOException {
        var model = folder.resolve("joint");
        var heads = List.of(head("hallmarks", TEXTS), head("other", TEXTS));
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = Learner.open(encoder, heads, Learner.Settings.USUAL.withLimit(48), Compute.exact(), 1)) {
            learner.save(model, true);
        }
        var scores = Map.of("test.mean", 0.5, "test.hallmarks.f1", 0.75, "dev.other.f1", 0.25);
        var card = Models.open(model);
        var told = new ModelCard(
                "joint",
                "Joint",
                model,
                card.tasks(),
                card.types(),
                "tiny",
                card.parameters(),
                "MIT",
                scores,
                "two texts",
                "");
        CardFile.write(told, CardPage.of(told, LocalDate.EPOCH, ""));
        var entry = new CalibrationFile.Entry(new Calibration(0.5, 0.1), 10, 0.2, 0.1);
        CalibrationFile.write(model, Map.of("hallmarks", entry));
        whole = Models.open(model);
    }

    private static TaskHead head(String name, List<LabelledText> texts) {
        return TaskHead.of(name, TaskForm.usual(TaskKind.CLASSIFICATION), texts, List.of());
    }

    @Test
    void aHeadAloneAnswersAsItDidAmongOthers() throws IOException {
        var alone = HeadModel.make(whole, "hallmarks", folder.resolve("alone"));
        try (var joint = Solver.open(whole.folder(), Compute.exact());
                var one = Solver.open(alone.folder(), Compute.exact())) {
            assertEquals(1, one.heads().size());
            assertEquals(
                    joint.solve(joint.heads().getFirst(), TEXTS, JobContext.silent()),
                    one.solve(one.heads().getFirst(), TEXTS, JobContext.silent()));
        }
        assertTrue(Files.readString(alone.folder().resolve("config.json")).contains("BertForSequenceClassification"));
        assertFalse(Files.exists(alone.folder().resolve("heads.safetensors")));
    }

    @Test
    void itsCardHasItsOwnScoresAndItsConfidenceStaysCalibrated() throws IOException {
        var alone = HeadModel.make(whole, "hallmarks", folder.resolve("alone"));
        assertEquals(Map.of("test.f1", 0.75), alone.scores());
        assertEquals(List.of("x", "y"), alone.types());
        assertEquals("joint", alone.base());
        assertEquals(alone, Models.open(alone.folder()));
        var curve = CalibrationFile.read(alone.folder()).get("");
        assertEquals(CalibrationFile.read(whole.folder()).get("hallmarks"), curve);
    }

    @Test
    void aHeadThatIsNotThereIsRefusedAndNothingIsWritten() {
        var out = folder.resolve("alone");
        Failure.says("There is no head nobody in ", () -> HeadModel.make(whole, "nobody", out));
        Failure.says("It has hallmarks, other.", () -> HeadModel.make(whole, "nobody", out));
        assertFalse(Files.exists(out));
    }
}
