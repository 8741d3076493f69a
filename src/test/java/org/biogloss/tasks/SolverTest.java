package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.biogloss.Failure;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.TinyModel;
import org.biogloss.jobs.JobContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolverTest {

    @TempDir
    Path folder;

    @Test
    void aTokenClassifierFromElsewhereFindsMentions() throws IOException {
        try (var solver = Solver.open(TinyModel.folder(), Compute.exact())) {
            var head = solver.heads().getFirst();
            assertEquals(TaskKind.NER, head.kind());
            assertEquals(Scheme.BIO, head.form().scheme());
            assertEquals(List.of("Gene"), head.types());
        }
    }

    @Test
    void aWholeBookIsReadInWindows() throws IOException {
        var book = SmallTasks.genes("book", 100_000, new Random(3));
        try (var tagger = Tagger.open(TinyModel.folder(), Compute.exact())) {
            var found = tagger.tag(List.of(book.text()), JobContext.silent()).getFirst();
            assertTrue(found.size() > 100, "found " + found.size());
            var ends = found.stream().map(mention -> mention.hull().end()).toList();
            assertTrue(ends.getLast() > book.text().length() * 9 / 10);
            assertEquals(ends.stream().sorted().toList(), ends);
        }
    }

    /// Two heads for the same letters, one of them under another name of the type, and a third that reads whole rows.
    private Path severalHeads() throws IOException {
        var genes = SmallTasks.head("genes", TaskKind.NER);
        var again = SmallTasks.head("again", TaskKind.NER);
        var pairs = SmallTasks.head("pairs", TaskKind.RELATION);
        var model = folder.resolve("several");
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner =
                        Learner.open(encoder, List.of(pairs, genes, again), SmallTasks.SETTINGS, Compute.exact(), 1)) {
            for (int round = 0; round < 12; round++) {
                for (var head : List.of(genes, again)) {
                    SmallTasks.teach(learner, head, SmallTasks.examples(TaskKind.NER, 20, 2), 8, 0.005);
                }
            }
            learner.save(model, false);
        }
        return model;
    }

    @Test
    void allHeadsThatLabelWordsReadATextAtOnceAndNameAThingOnce() throws IOException {
        var model = severalHeads();
        var example = SmallTasks.genes("g", 30, new Random(9));
        try (var solver = Solver.open(model, Compute.exact());
                var tagger = Tagger.open(model, Compute.exact())) {
            assertEquals(List.of("Gene"), tagger.types());
            var mentions = tagger.tag(List.of("", example.text()), JobContext.silent());
            assertEquals(List.of(), mentions.getFirst());
            var spans =
                    mentions.getLast().stream().map(mention -> mention.hull()).toList();
            assertEquals(spans.stream().distinct().toList(), spans);
            assertEquals(spans.stream().sorted().toList(), spans);
            var head = solver.heads().get(1);
            var alone = (Answer.Mentions)
                    solver.solve(head, List.of(example), JobContext.silent()).getFirst();
            assertTrue(alone.found().size() > 3, "the head finds something: " + alone);
            for (var found : alone.found()) {
                assertTrue(
                        spans.stream()
                                .anyMatch(span -> span.start() < found.span().end()
                                        && found.span().start() < span.end()),
                        "what one head finds is found together, or something surer in its place: " + found);
            }
        }
    }

    @Test
    void whatPeopleAreShownIsTheCalibratedConfidence() throws IOException {
        var model = severalHeads();
        var example = SmallTasks.genes("g", 30, new Random(9));
        var before = confidences(model, example.text());
        var curve = new Calibration(0.5, -1);
        var entry = new CalibrationFile.Entry(curve, 100, 0.2, 0.01);
        CalibrationFile.write(model, java.util.Map.of("genes", entry, "again", entry));
        var after = confidences(model, example.text());
        assertEquals(before.size(), after.size());
        for (int i = 0; i < before.size(); i++) assertEquals(curve.of(before.get(i)), after.get(i), 1e-9);
    }

    private static List<Double> confidences(Path model, String text) throws IOException {
        try (var tagger = Tagger.open(model, Compute.exact())) {
            return tagger.tag(List.of(text), JobContext.silent()).getFirst().stream()
                    .map(mention -> ((org.biogloss.document.Source.Model) mention.source()).confidence())
                    .toList();
        }
    }

    @Test
    void whatTaskJsonSaysMustFitTheWeights() throws IOException {
        var head = SmallTasks.head("", TaskKind.QUESTION);
        var model = folder.resolve("m");
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = Learner.open(encoder, List.of(head), SmallTasks.SETTINGS, Compute.exact(), 1)) {
            learner.save(model, false);
        }
        assertEquals(Optional.of(List.of(head)), TaskHead.in(model));
        var file = model.resolve("task.json");
        var right = Files.readString(file);
        Files.writeString(file, right.replace("\"no\"", "\"no\", \"maybe\""));
        Failure.says("2 outputs", () -> Solver.open(model, Compute.exact()).close());
        Files.writeString(file, right.replace("\"question\"", "\"riddle\""));
        Failure.says("riddle", () -> Solver.open(model, Compute.exact()).close());
        Files.writeString(file, right.substring(0, 40));
        Failure.says("task.json", () -> Solver.open(model, Compute.exact()).close());
        Files.delete(file);
        Failure.says("no task.json", () -> Solver.open(model, Compute.exact()).close());
        Files.writeString(file, right);
        Failure.says(
                "has learnt the task question",
                () -> Tagger.open(model, Compute.exact()).close());
    }

    @Test
    void brokenModelFoldersSayWhatIsWrong() throws IOException {
        assertMessage("there is no folder", model -> {
            for (var file : Files.list(model).toList()) Files.delete(file);
            Files.delete(model);
        });
        assertMessage("config.json is missing", model -> Files.delete(model.resolve("config.json")));
        assertMessage("neither tokenizer.json nor vocab.txt", model -> Files.delete(model.resolve("vocab.txt")));
        assertMessage("66 pieces", model -> {
            var lines = new ArrayList<>(Files.readAllLines(model.resolve("vocab.txt")));
            lines.add("zz");
            Files.write(model.resolve("vocab.txt"), lines);
        });
        assertMessage("model.safetensors is missing", model -> Files.delete(model.resolve("model.safetensors")));
        assertMessage("cut off", model -> {
            var whole = Files.readAllBytes(model.resolve("model.safetensors"));
            Files.write(model.resolve("model.safetensors"), java.util.Arrays.copyOf(whole, whole.length - 1));
        });
        assertMessage("bert.encoder.layer.2", model -> spoil(model, json -> json.put("num_hidden_layers", 3)));
        assertMessage(
                "names 4",
                model -> spoil(model, json -> json.withObject("id2label").put("3", "B-X")));
        assertMessage(
                "no label 1",
                model -> spoil(model, json -> json.withObject("id2label").remove("1")));
        assertMessage(
                "no labels of mentions",
                model -> spoil(model, json -> {
                    json.withObject("id2label").put("0", "A").put("1", "B").put("2", "C");
                }));
        assertMessage("bare encoder", model -> spoil(model, json -> json.remove("id2label")));
    }

    private interface Spoil {
        void in(Path model) throws IOException;
    }

    private static void spoil(Path model, java.util.function.Consumer<ObjectNode> how) throws IOException {
        var file = model.resolve("config.json");
        var json = (ObjectNode) JsonMapper.builder().build().readTree(file.toFile());
        how.accept(json);
        Files.writeString(file, json.toString());
    }

    private void assertMessage(String part, Spoil spoil) throws IOException {
        var model = TinyModel.copy(Files.createTempDirectory(folder, "model"));
        spoil.in(model);
        Failure.says(part, () -> Tagger.open(model, Compute.exact()).close());
    }
}
