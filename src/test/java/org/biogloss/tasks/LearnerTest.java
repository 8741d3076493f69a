package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.Targets;
import org.biogloss.bert.TinyModel;
import org.biogloss.document.Source;
import org.biogloss.jobs.JobContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LearnerTest {

    @TempDir
    Path folder;

    private static Learner tiny(Checkpoint encoder, TaskHead... heads) throws IOException {
        return Learner.open(encoder, List.of(heads), SmallTasks.SETTINGS, Compute.exact(), 1);
    }

    @ParameterizedTest
    @EnumSource
    void eachTaskIsLearntAndTheSavedModelGivesTheSameAnswers(TaskKind kind) throws IOException {
        var head = SmallTasks.head("", kind);
        var examples = SmallTasks.examples(kind, 20, 2);
        Learner.Evaluation evaluation;
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = tiny(encoder, head)) {
            double before =
                    learner.evaluate(head, examples, JobContext.silent()).loss();
            SmallTasks.teach(learner, head, examples, 80, 0.01);
            evaluation = learner.evaluate(head, examples, JobContext.silent());
            assertTrue(evaluation.loss() < before / 2, before + " became " + evaluation.loss());
            assertTrue(evaluation.scores().value() > 0.9, () -> evaluationOf(head, examples));
            learner.save(folder.resolve("m"), false);
        }
        try (var solver = Solver.open(folder.resolve("m"), Compute.exact())) {
            assertEquals(List.of(head), solver.heads());
            var answers = solver.solve(head, examples, JobContext.silent());
            assertEquals(evaluation.scores(), Solver.compare(head, examples, answers));
        }
    }

    private static String evaluationOf(TaskHead head, List<Example> examples) {
        return head + " on " + examples.getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "DUMMIES,STARTS",
        "DUMMIES,MENTIONS",
        "MARKERS,CLS",
        "MARKERS,STARTS",
        "MARKERS,MENTIONS",
        "RAW,MENTIONS"
    })
    void relationsAreLearntInEachForm(EntityInput input, EntityReading reading) throws IOException {
        var form = SmallTasks.form(TaskKind.RELATION).withEntities(input, reading);
        var examples = SmallTasks.examples(TaskKind.RELATION, 20, 2);
        var head = TaskHead.of("", form, examples, List.of());
        List<Answer> answers;
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = tiny(encoder, head)) {
            SmallTasks.teach(learner, head, examples, 60, 0.01);
            var evaluation = learner.evaluate(head, examples, JobContext.silent());
            assertTrue(evaluation.scores().value() > 0.97, evaluation::toString);
            learner.save(folder.resolve("m"), false);
        }
        try (var solver = Solver.open(folder.resolve("m"), Compute.exact())) {
            answers = solver.solve(head, examples, JobContext.silent());
        }
        assertEquals(1.0, Solver.compare(head, examples, answers).value(), 0.03);
    }

    @Test
    void severalHeadsShareOneEncoderAndAreSavedTogether() throws IOException {
        var heads = new TaskHead[] {
            SmallTasks.head("genes", TaskKind.NER),
            SmallTasks.head("pairs", TaskKind.RELATION),
            SmallTasks.head("alike", TaskKind.SIMILARITY).withWeight(0.5)
        };
        var scores = new ArrayList<Scores>();
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = tiny(encoder, heads)) {
            for (int round = 0; round < 10; round++) {
                for (var head : heads) SmallTasks.teach(learner, head, twenty(head), 8, 0.005);
            }
            for (var head : heads) {
                scores.add(learner.evaluate(head, twenty(head), JobContext.silent())
                        .scores());
                assertTrue(scores.getLast().value() > 0.8, head + ": " + scores.getLast());
            }
            learner.save(folder.resolve("m"), false);
        }
        try (var solver = Solver.open(folder.resolve("m"), Compute.exact())) {
            assertEquals(List.of(heads), solver.heads());
            for (int i = 0; i < heads.length; i++) {
                var answers = solver.solve(heads[i], twenty(heads[i]), JobContext.silent());
                assertEquals(scores.get(i), Solver.compare(heads[i], twenty(heads[i]), answers));
            }
        }
    }

    private static List<Example> twenty(TaskHead head) {
        return SmallTasks.examples(head.kind(), 20, 2);
    }

    @Test
    void theSameSeedLearnsTheSameAndPartsOfABatchLearnAsTheWholeDoes() throws IOException {
        var head = SmallTasks.head("", TaskKind.RELATION);
        var examples = SmallTasks.examples(TaskKind.RELATION, 16, 2);
        var whole = loss(head, examples, 16);
        assertEquals(whole, loss(head, examples, 16));
        assertEquals(whole, loss(head, examples, 5), 1e-4);
    }

    /// After ten steps over all examples, so many of them at a time.
    private static double loss(TaskHead head, List<Example> examples, int together) throws IOException {
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = tiny(encoder, head)) {
            var rows = learner.encode(head, examples);
            var parts = new ArrayList<List<Row>>();
            for (int from = 0; from < rows.size(); from += together) {
                parts.add(rows.subList(from, Math.min(rows.size(), from + together)));
            }
            for (int step = 0; step < 10; step++) learner.learn(parts, List.of(), 0.01);
            return learner.evaluate(head, examples, JobContext.silent()).loss();
        }
    }

    @Test
    void classWeightsMoveWhatIsSaidInDoubt() throws IOException {
        var doubtful = new ArrayList<Example>();
        for (int i = 0; i < 20; i++) {
            doubtful.add(new QuestionExample("q" + i, "x", List.of("y"), i % 4 == 0 ? "yes" : "no"));
        }
        var head = TaskHead.of("", TaskForm.usual(TaskKind.QUESTION), doubtful, List.of());
        assertEquals("no", said(head, doubtful, List.of()));
        assertEquals("yes", said(head, doubtful, List.of(1.0, 9.0)));
    }

    private static String said(TaskHead head, List<Example> examples, List<Double> weights) throws IOException {
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = tiny(encoder, head)) {
            var rows = learner.encode(head, examples);
            for (int step = 0; step < 40; step++) learner.learn(List.of(rows), weights, 0.01);
            var scores = learner.evaluate(head, examples, JobContext.silent()).scores();
            return scores.value() > 0.5 ? "no" : "yes";
        }
    }

    @Test
    void whatIsLearnedIsFoundAlsoInTextsOfManyWindowsAndAfterSaving() throws IOException {
        var head = SmallTasks.head("", TaskKind.NER);
        var model = folder.resolve("my-genes");
        var longOne = SmallTasks.genes("long", 400, new Random(77));
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = tiny(encoder, head)) {
            SmallTasks.teach(learner, head, SmallTasks.examples(TaskKind.NER, 40, 3), 10, 0.01);
            var unseen = SmallTasks.examples(TaskKind.NER, 20, 4);
            assertEquals(
                    1.0,
                    learner.evaluate(head, unseen, JobContext.silent()).scores().value(),
                    0.02);
            assertTrue(learner.evaluate(head, List.of(longOne), JobContext.silent())
                            .scores()
                            .value()
                    > 0.98);
            learner.save(model, false);
        }
        try (var tagger = Tagger.open(model, Compute.exact())) {
            assertEquals(List.of("Gene"), tagger.types());
            var mentions = tagger.tag(List.of("", longOne.text()), JobContext.silent());
            assertEquals(List.of(), mentions.getFirst());
            var known = longOne.mentions().stream()
                    .map(mention -> NerScores.Scored.of("x", mention.span(), mention.type()))
                    .toList();
            var found = mentions.getLast().stream()
                    .map(mention -> NerScores.Scored.of("x", mention.hull(), mention.type()))
                    .toList();
            assertTrue(NerScores.of(known, found).f1() > 0.98);
            var first = mentions.getLast().getFirst();
            assertEquals("my-genes", first.layer());
            assertTrue(first.source() instanceof Source.Model(var name, var sure)
                    && name.equals("my-genes")
                    && sure > 0.5);
        }
    }

    @Test
    void aPieceIsLabelledInOneRowOnly() throws IOException {
        var head = SmallTasks.head("", TaskKind.NER);
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = tiny(encoder, head)) {
            var text = SmallTasks.genes("long", 300, new Random(5));
            long labelled = learner.encode(head, List.of(text)).stream()
                    .flatMapToLong(row -> Arrays.stream(((Targets.Labels) row.targets()).rowsTimesLength()))
                    .filter(label -> label >= 0)
                    .count();
            assertEquals(300, labelled);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aModelThatKnowsTheTaskGoesOnFromWhatItKnows(TaskKind kind) throws IOException {
        var head = SmallTasks.head("", kind);
        var examples = SmallTasks.examples(kind, 20, 2);
        double before;
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = tiny(encoder, head)) {
            SmallTasks.teach(learner, head, examples, 5, 0.01);
            before = learner.evaluate(head, examples, JobContext.silent()).loss();
            learner.save(folder.resolve("m"), false);
        }
        try (var known = Checkpoint.open(folder.resolve("m"));
                var further = tiny(known, head)) {
            assertEquals(
                    before,
                    further.evaluate(head, examples, JobContext.silent()).loss(),
                    1e-6);
        }
    }

    @Test
    void stateThatWasSavedGoesOnAsIfNothingHadHappened() throws IOException {
        var head = SmallTasks.head("", TaskKind.RELATION);
        var examples = SmallTasks.examples(TaskKind.RELATION, 20, 2);
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var one = tiny(encoder, head);
                var other = tiny(encoder, head)) {
            SmallTasks.teach(one, head, examples, 2, 0.01);
            one.saveState(folder.resolve("state"));
            other.loadState(folder.resolve("state"));
            SmallTasks.teach(one, head, examples, 2, 0.01);
            SmallTasks.teach(other, head, examples, 2, 0.01);
            assertEquals(one.steps(), other.steps());
            assertEquals(
                    one.evaluate(head, examples, JobContext.silent()),
                    other.evaluate(head, examples, JobContext.silent()));
        }
    }

    @Test
    void dummiesAreOnePieceEachAndTheEmbeddingsGrowWithThem() throws IOException {
        var head = SmallTasks.head("", TaskKind.RELATION);
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = tiny(encoder, head)) {
            learner.save(folder.resolve("m"), false);
        }
        try (var model = Checkpoint.open(folder.resolve("m"))) {
            assertEquals(67, model.config().vocabulary());
            assertArrayEquals(
                    new int[] {65, model.tokenizer().id("x").orElseThrow(), 66},
                    model.tokenizer().encode("@CHEMICAL$ x @GENE$").ids());
        }
        assertTrue(Files.readString(folder.resolve("m/vocab.txt")).endsWith("@CHEMICAL$\n@GENE$\n"));
    }

    @Test
    void relationsOfTooLongSentencesKeepTheirEntities() throws IOException {
        var head = SmallTasks.head("", TaskKind.RELATION);
        var filler = "x ".repeat(200);
        var text = filler + "c" + " y ".repeat(100) + "d" + filler;
        int first = filler.length();
        int second = first + 1 + 300;
        var example = new RelationExample(
                "long",
                text,
                Optional.empty(),
                Optional.of(TypedSpan.of(first, first + 1, "Chemical")),
                Optional.of(TypedSpan.of(second, second + 1, "Gene")),
                "none");
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = tiny(encoder, head)) {
            var row = learner.encode(head, List.of(example)).getFirst();
            assertEquals(48, row.length());
            assertEquals(1, Arrays.stream(row.ids()).filter(id -> id == 65).count());
            assertEquals(1, Arrays.stream(row.ids()).filter(id -> id == 66).count());
        }
    }

    @Test
    void ofAQuestionOnlyTheContextIsCut() throws IOException {
        var head = SmallTasks.head("", TaskKind.QUESTION);
        var example = new QuestionExample("q", "a ".repeat(30), List.of("b ".repeat(50)), "yes");
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = tiny(encoder, head)) {
            var row = learner.encode(head, List.of(example)).getFirst();
            assertEquals(48, row.length());
            assertEquals(30, Arrays.stream(row.ids()).filter(id -> id == 5).count());
            assertEquals(15, Arrays.stream(row.ids()).filter(id -> id == 6).count());
            assertEquals(16, Arrays.stream(row.types()).sum());
        }
    }

    @Test
    void aLabelThatTheHeadDoesNotKnowIsNamed() throws IOException {
        var head = SmallTasks.head("", TaskKind.QUESTION);
        var strange = List.of(new QuestionExample("q7", "a", List.of("b"), "perhaps"));
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = tiny(encoder, head)) {
            var failure = assertThrows(IllegalArgumentException.class, () -> learner.encode(head, strange));
            assertTrue(String.valueOf(failure.getMessage()).contains("q7"), failure.getMessage());
            assertEquals(
                    0,
                    learner.evaluate(head, strange, JobContext.silent())
                            .scores()
                            .value());
        }
    }

    @Test
    void wherethereIsNothingToTellApartNoHeadIsMade() {
        for (var kind : TaskKind.values()) {
            assertThrows(
                    IllegalArgumentException.class, () -> TaskHead.of("", TaskForm.usual(kind), List.of(), List.of()));
        }
        var one = List.of(new QuestionExample("q", "a", List.of("b"), "yes"));
        assertThrows(
                IllegalArgumentException.class,
                () -> TaskHead.of("", TaskForm.usual(TaskKind.QUESTION), one, List.of()));
        var same = List.of(new ScoredPair("1", "a", "b", 2), new ScoredPair("2", "a", "b", 2));
        assertThrows(
                IllegalArgumentException.class,
                () -> TaskHead.of("", TaskForm.usual(TaskKind.SIMILARITY), same, List.of()));
    }
}
