package org.biogloss.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.TinyModel;
import org.biogloss.registry.Models;
import org.biogloss.tasks.Learner;
import org.biogloss.tasks.TaskForm;
import org.biogloss.tasks.TaskHead;
import org.biogloss.tasks.TaskKind;
import org.biogloss.tasks.examples.ExampleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `evaluate`, as one types it, on models that have learnt nothing.
class EvaluateCommandTest {

    private static final String QUESTIONS = """
            {"id":"1","question":"a","contexts":["b"],"labels":["yes"]}
            {"id":"2","question":"c","contexts":["d"],"labels":["no"]}
            {"id":"3","question":"","contexts":["d"],"labels":["no"]}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... words) {
        var line = new CommandLine(new EvaluateCommand(new Models(List.of())));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        line.setExecutionExceptionHandler((failure, _, _) -> {
            err.append(failure.getMessage());
            return Exit.FAILED;
        });
        return line.execute(List.of(words).stream().map(String::valueOf).toArray(String[]::new));
    }

    private Path untaught(TaskKind kind, Path data) throws IOException {
        var examples = ExampleFile.read(kind, data, List.of(), _ -> {});
        var head = TaskHead.of("", TaskForm.usual(kind), examples, List.of());
        var model = folder.resolve(kind.id());
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = Learner.open(
                        encoder, List.of(head), Learner.Settings.USUAL.withLimit(48), Compute.exact(), 1)) {
            learner.save(model, false);
        }
        return model;
    }

    private JsonNode answer() throws IOException {
        return JsonMapper.builder().build().readTree(out.toString());
    }

    @Test
    void whatConfidenceMeansIsLearntFromManyAnswersOnlyAndKeptInTheModelsFolder() throws IOException {
        var few = Files.writeString(
                folder.resolve("few.jsonl"), QUESTIONS.lines().limit(2).reduce("", (a, b) -> a + b + "\n"));
        var model = untaught(TaskKind.QUESTION, few);
        assertEquals(Exit.FAILED, run("--model", model, "--data", few, "--device", "cpu", "--calibrate"));
        assertTrue(err.toString().contains("only 2 of its answers"), err::toString);
        assertTrue(Files.notExists(model.resolve("calibration.json")));

        var lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            lines.append("{\"id\":\"%d\",\"question\":\"a\",\"contexts\":[\"b\"],\"labels\":[\"%s\"]}%n"
                    .formatted(i, i % 3 == 0 ? "yes" : "no"));
        }
        var many = Files.writeString(folder.resolve("many.jsonl"), lines);
        assertEquals(Exit.DONE, run("--model", model, "--data", many, "--device", "cpu", "--calibrate", "--json"));
        assertTrue(answer().path("calibrationError").asDouble(1) < 0.05, out::toString);
        assertTrue(Files.exists(model.resolve("calibration.json")));
    }

    @Test
    void theModelsOwnTaskIsMeasuredAndBadLinesAreTold() throws IOException {
        var data = Files.writeString(folder.resolve("q.jsonl"), QUESTIONS);
        var answers = folder.resolve("answers.jsonl");
        var model = untaught(TaskKind.QUESTION, data);
        int exit = run("--model", model, "--data", data, "--device", "cpu", "--json", "--predictions", answers);
        assertEquals(Exit.PARTLY_REJECTED, exit, err::toString);
        assertTrue(err.toString().contains("line 3"), err::toString);
        assertEquals("question", answer().path("task").asText());
        assertEquals(2, answer().path("examples").asInt());
        double accuracy = answer().path("metrics").path("accuracy").asDouble(-1);
        assertTrue(accuracy >= 0 && accuracy <= 1, out::toString);
        assertEquals(1, answer().path("perType").path("yes").path("known").asInt());
        var lines = Files.readAllLines(answers);
        assertEquals(2, lines.size());
        assertTrue(lines.getFirst().contains("\"predicted\":\""), lines.getFirst());
    }

    @Test
    void mentionsCanBeMeasuredAsWordsToo() throws IOException {
        var data = Files.writeString(folder.resolve("n.jsonl"), """
                {"id":"1","text":"ab c","entities":[{"start":0,"end":2,"type":"Gene"},{"start":3,"end":4,"type":"New"}]}
                """);
        assertEquals(
                Exit.DONE,
                run("--model", TinyModel.folder(), "--task", "pico", "--data", data, "--device", "cpu", "--json"),
                err::toString);
        assertEquals("pico", answer().path("task").asText());
        assertEquals(1, answer().path("metrics").path("known").asInt());
    }

    @Test
    void labelsThatSayNoTypeAreMeasuredOnMentionsOfAnyType() throws IOException {
        var model = TinyModel.copy(folder.resolve("bare"));
        var config = model.resolve("config.json");
        Files.writeString(config, Files.readString(config).replace("-Gene", ""));
        var data = Files.writeString(folder.resolve("n.jsonl"), """
                {"id":"1","text":"ab c","entities":[{"start":0,"end":2,"type":"DNA"},{"start":3,"end":4,"type":"RNA"}]}
                """);
        assertEquals(Exit.DONE, run("--model", model, "--data", data, "--device", "cpu", "--json"), err::toString);
        assertEquals(2, answer().path("perType").path("Entity").path("known").asInt(), out::toString);
    }

    @Test
    void whatCannotBeMeasuredIsSaid() throws IOException {
        var data = Files.writeString(folder.resolve("q.jsonl"), QUESTIONS);
        assertEquals(Exit.FAILED, run("--model", TinyModel.folder(), "--task", "relation", "--data", data));
        assertTrue(err.toString().contains("has learnt ner"), err::toString);
        assertEquals(Exit.FAILED, run("--model", TinyModel.folder(), "--task", "riddle", "--data", data));
        assertTrue(err.toString().contains("pico, relation"), err::toString);
        assertEquals(Exit.FAILED, run("--model", "minilm-l6", "--data", data));
        assertTrue(err.toString().contains("bare encoder"), err::toString);
    }
}
