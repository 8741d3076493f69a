package org.biogloss.tasks.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.Failure;
import org.biogloss.document.Span;
import org.biogloss.tasks.Answer;
import org.biogloss.tasks.Comparison;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.Judgement;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.TagCodec;
import org.biogloss.tasks.TaskForm;
import org.biogloss.tasks.TaskHead;
import org.biogloss.tasks.TaskKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestExamplesTest {

    private static final TaskHead CELLS = new TaskHead(
            "jnlpba",
            TaskForm.usual(TaskKind.NER),
            List.of("O", "B-protein", "I-protein", "B-cell_line", "I-cell_line"),
            1);

    @TempDir
    Path folder = Path.of("");

    private List<Example> read(String... types) throws IOException {
        var entities = new StringBuilder();
        for (int i = 0; i < types.length; i++) {
            entities.append(i == 0 ? "" : ",")
                    .append("{\"start\":%d,\"end\":%d,\"type\":\"%s\"}".formatted(4 * i, 4 * i + 3, types[i]));
        }
        var file = Files.writeString(
                folder.resolve("test.jsonl"),
                "{\"id\":\"1\",\"text\":\"abc def ghi\",\"entities\":[" + entities + "]}\n");
        return TestExamples.read(CELLS, file, rejection -> {});
    }

    private static List<Answer> found(String... types) {
        var found = new java.util.ArrayList<TagCodec.Found>();
        for (int i = 0; i < types.length; i++) {
            found.add(new TagCodec.Found(new Span(4 * i, 4 * i + 3), types[i], 0.9));
        }
        return List.of(new Answer.Mentions(found));
    }

    @Test
    void typesThatTheHeadNeverLearntAreLeftOut() throws IOException {
        var examples = read("protein", "lipid");
        assertEquals(1, ((NerExample) examples.getFirst()).mentions().size());
        var comparison = Comparison.of(CELLS, examples, found("cell_line"));
        assertEquals(0, comparison.scores().value("f1"), "the borders are right, the type is not");
        assertEquals(List.of(), comparison.scores().remarks());
    }

    @Test
    void whereTheDataMergeAllTypesBordersAloneAreComparedAndThatIsSaid() throws IOException {
        var examples = read("BIOENTITY", "BIOENTITY", "BIOENTITY");
        var answers = found("protein", "cell_line");
        var scores = Comparison.of(CELLS, examples, answers).scores();
        assertEquals(1, scores.value("precision"));
        assertEquals(2.0 / 3, scores.value("recall"), 1e-9);
        assertTrue(scores.remarks().getFirst().startsWith("Types are not compared"), scores.toString());
        assertTrue(Judgement.of(CELLS, examples, answers).stream().allMatch(one -> one.right()));
    }

    @Test
    void aFileWithoutExamplesIsRefused() {
        Failure.says(
                "there is no example",
                () -> TestExamples.read(CELLS, Files.writeString(folder.resolve("no.jsonl"), "\n"), rejection -> {}));
    }
}
