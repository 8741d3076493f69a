package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.Family;
import org.biogloss.bert.Network;
import org.biogloss.bert.TinyModel;
import org.biogloss.jobs.JobContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `transformers`, in Python, opens what was learnt with nothing missing and gives the same logits for
/// whole rows: see `src/bench/peers/row_logits.py`.
@Tag("slow")
class RowLogitsPeerTest {

    @TempDir
    Path folder;

    /// A model that lies in the folder, and the rows that both read.
    private record Saved(TaskHead head, Path folder, List<Example> examples) {}

    @Test
    void savedHeadsAreOpenedThereAloneAndOutOfSeveral() throws Exception {
        var saved = new ArrayList<Saved>();
        for (var kind : List.of(TaskKind.RELATION, TaskKind.SIMILARITY, TaskKind.CLASSIFICATION, TaskKind.QUESTION)) {
            var head = SmallTasks.head("", kind);
            save(List.of(head), TinyModel.folder(), folder.resolve(kind.id()));
            saved.add(new Saved(head, folder.resolve(kind.id()), examples(kind)));
        }
        for (var family : Family.values()) {
            for (var kind : List.of(TaskKind.RELATION, TaskKind.QUESTION)) {
                var head = SmallTasks.head("", kind);
                var model = folder.resolve(family.modelType() + "-" + kind.id());
                save(List.of(head), FamiliesTest.tiny(family), model);
                saved.add(new Saved(head, model, examples(kind)));
            }
        }
        var joint = List.of(
                SmallTasks.head("genes", TaskKind.NER),
                SmallTasks.head("pairs", TaskKind.RELATION),
                SmallTasks.head("alike", TaskKind.SIMILARITY));
        save(joint, TinyModel.folder(), folder.resolve("joint"));
        for (var head : joint.subList(1, 3)) saved.add(exported(head));
        var theirs = peer(saved);
        for (var model : saved) {
            assertSame(model, theirs.path(model.folder().toString()));
        }
    }

    private static void save(List<TaskHead> heads, Path base, Path model) throws Exception {
        try (var encoder = Checkpoint.open(base);
                var learner = Learner.open(encoder, heads, SmallTasks.SETTINGS, Compute.exact(), 1)) {
            for (var head : heads) {
                SmallTasks.teach(learner, head, SmallTasks.examples(head.kind(), 20, 2), 2, 0.01);
            }
            learner.save(model, false);
        }
    }

    private Saved exported(TaskHead head) throws Exception {
        var model = folder.resolve(head.name());
        var examples = examples(head.kind());
        List<Answer> answers;
        try (var solver = Solver.open(folder.resolve("joint"), Compute.exact())) {
            answers = solver.solve(head, examples, JobContext.silent());
            solver.export(head, model);
        }
        try (var solver = Solver.open(model, Compute.exact())) {
            assertEquals(List.of(head.named("")), solver.heads());
            assertEquals(answers, solver.solve(solver.heads().getFirst(), examples, JobContext.silent()));
        }
        return new Saved(head.named(""), model, examples);
    }

    private static List<Example> examples(TaskKind kind) {
        var examples = SmallTasks.examples(kind, 6, 3);
        if (kind == TaskKind.QUESTION) {
            examples.add(new QuestionExample("long", "a b", List.of("x y z ".repeat(30)), "yes"));
        }
        return examples;
    }

    private static void assertSame(Saved model, JsonNode theirs) throws Exception {
        var head = model.head();
        assertEquals(head.labels(), strings(theirs.get("labels")));
        try (var saved = Checkpoint.open(model.folder());
                var network = Network.open(saved.config(), List.of(head.head()), saved.weights(), Compute.exact())) {
            var reader = PieceReader.of(saved.tokenizer(), saved.config(), 48);
            var rows = new RowMaker(head, reader).rows(model.examples());
            for (int i = 0; i < rows.size(); i++) {
                var their = theirs.get("rows").get(i);
                assertArrayEquals(ints(their.get("ids")), rows.get(i).ids());
                var batch = RowBatch.of(List.of(rows.get(i)), saved.tokenizer().pad());
                assertArrayEquals(floats(their.get("logits")), network.scores(head.head(), batch.pieces()), 1e-5f);
            }
        }
    }

    private static List<String> texts(TaskHead head, Example example) {
        return switch (example) {
            case NerExample mentions -> List.of(mentions.text());
            case RelationExample relation ->
                List.of(RelationText.of(relation, head.form(), head.dummies()).text());
            case LabelledText text -> List.of(text.text());
            case ScoredPair pair -> List.of(pair.text(), pair.text2());
            case QuestionExample question -> List.of(question.question(), question.context());
        };
    }

    private JsonNode peer(List<Saved> models) throws Exception {
        var python = Optional.ofNullable(System.getProperty("biogloss.python"))
                .or(() -> Optional.ofNullable(System.getenv("BIOGLOSS_PYTHON")));
        assumeTrue(python.isPresent(), "No peer: BIOGLOSS_PYTHON does not name a Python with transformers");
        var asked = new TreeMap<String, List<List<String>>>();
        for (var model : models) {
            asked.put(
                    model.folder().toString(),
                    model.examples().stream()
                            .map(example -> texts(model.head(), example))
                            .toList());
        }
        var mapper = JsonMapper.builder().build();
        var in = folder.resolve("rows.json").toFile();
        var out = folder.resolve("answers.json").toFile();
        var words = folder.resolve("words");
        mapper.writeValue(in, asked);
        var peer = new ProcessBuilder(python.get(), "src/bench/peers/row_logits.py")
                .redirectInput(in)
                .redirectOutput(out)
                .redirectError(words.toFile())
                .start();
        assertEquals(0, peer.waitFor(), Files.readString(words));
        return mapper.readTree(out);
    }

    private static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static int[] ints(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    private static float[] floats(JsonNode list) {
        var doubles = StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
        var floats = new float[doubles.length];
        Arrays.setAll(doubles, i -> floats[i] = (float) doubles[i]);
        return floats;
    }
}
