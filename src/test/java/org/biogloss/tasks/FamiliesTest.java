package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.Family;
import org.biogloss.bert.TinyModel;
import org.biogloss.jobs.JobContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each family of networks learns words, rows and pairs, with its own pieces between and around the texts.
class FamiliesTest {

    @TempDir
    Path folder;

    static Path tiny(Family family) {
        try {
            var name = "golden/" + family.modelType() + "-sequence/config.json";
            var config = Objects.requireNonNull(TinyModel.class.getResource(name));
            return Objects.requireNonNull(Path.of(config.toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsModelsLearnAndAnswerTheSameAfterSaving(Family family) throws Exception {
        for (var kind : List.of(TaskKind.NER, TaskKind.RELATION, TaskKind.QUESTION)) {
            var head = SmallTasks.head("", kind);
            var examples = SmallTasks.examples(kind, 20, 2);
            var model = folder.resolve(kind.id());
            Learner.Evaluation learnt;
            try (var encoder = Checkpoint.open(tiny(family));
                    var learner = Learner.open(encoder, List.of(head), SmallTasks.SETTINGS, Compute.exact(), 1)) {
                double before =
                        learner.evaluate(head, examples, JobContext.silent()).loss();
                SmallTasks.teach(learner, head, examples, 20, 0.02);
                learnt = learner.evaluate(head, examples, JobContext.silent());
                assertTrue(learnt.loss() < 0.99 * before, kind + ": " + before + " became " + learnt.loss());
                learner.save(model, false);
            }
            try (var solver = Solver.open(model, Compute.exact())) {
                var answers = solver.solve(head, examples, JobContext.silent());
                assertEquals(learnt.scores(), Solver.compare(head, examples, answers));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void mentionsComeBackFromTheirLabels(Family family) throws Exception {
        var head = SmallTasks.head("", TaskKind.NER);
        try (var encoder = Checkpoint.open(tiny(family))) {
            for (var example : SmallTasks.examples(TaskKind.NER, 20, 2)) {
                var genes = (NerExample) example;
                var encoding = encoder.tokenizer().encode(genes.text());
                var labels = head.codec().encode(encoding, genes.mentions());
                var decided = Arrays.stream(labels)
                        .mapToInt(label -> (int) Math.max(0, label))
                        .toArray();
                var back = head.codec().decode(encoding, decided, new float[decided.length]).stream()
                        .map(found -> new TypedSpan(found.span(), found.type()))
                        .toList();
                assertEquals(genes.mentions(), back, genes.text());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPairIsFramedAsTheFamilyFramesIt(Family family) throws Exception {
        try (var encoder = Checkpoint.open(tiny(family))) {
            var tokenizer = encoder.tokenizer();
            var reader = PieceReader.of(tokenizer, encoder.config(), 12);
            var pair = reader.pair(
                    tokenizer.encode("a b").ids(), tokenizer.encode("c").ids(), PieceReader.Cut.SECOND);
            long ends = Arrays.stream(pair.ids())
                    .filter(id -> id == tokenizer.sep())
                    .count();
            assertEquals(family == Family.ROBERTA ? 3 : 2, ends);
            boolean knowsSegments = family == Family.BERT || family == Family.ELECTRA;
            assertEquals(knowsSegments ? 2 : 0, Arrays.stream(pair.types()).sum());
        }
    }
}
