package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.TinyModel;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.jobs.JobContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A text with an `a` in it carries the label A, one with a `b` the label B.
class TaggerLabelsTest {

    @TempDir
    Path folder;

    private Path model(TaskKind... kinds) throws IOException {
        var heads = java.util.Arrays.stream(kinds)
                .map(kind -> SmallTasks.head(kind.id(), kind))
                .toList();
        var model = folder.resolve("m");
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = Learner.open(encoder, heads, SmallTasks.SETTINGS, Compute.exact(), 1)) {
            for (int round = 0; round < 3; round++) {
                for (var head : heads) {
                    SmallTasks.teach(learner, head, SmallTasks.examples(head.kind(), 60, 1), 20, 0.005);
                }
            }
            learner.save(model, false);
        }
        return model;
    }

    private static List<String> labels(List<Annotation> read) {
        return read.stream()
                .filter(DocumentLabel.class::isInstance)
                .map(Annotation::type)
                .sorted()
                .toList();
    }

    @Test
    void aHeadThatClassifiesTellsLabelsBehindTheMentionsOfOtherHeads() throws IOException {
        try (var tagger = Tagger.open(model(TaskKind.CLASSIFICATION, TaskKind.NER), Compute.exact())) {
            var read = tagger.read(List.of("x y a z", "x b z y", "a x b y", "z y x y"), JobContext.silent());

            assertEquals(
                    List.of(List.of("A"), List.of("B"), List.of("A", "B"), List.of()),
                    read.stream().map(TaggerLabelsTest::labels).toList());
            for (var one : read.get(2)) {
                if (one instanceof Mention) continue;
                assertEquals("m", one.layer());
                assertTrue(one.source() instanceof Source.Model(var name, var sure) && name.equals("m") && sure > 0.5);
            }
            var kinds = read.getFirst().stream().map(Mention.class::isInstance).toList();
            assertEquals(
                    kinds.stream().sorted(java.util.Comparator.reverseOrder()).toList(), kinds);
        }
    }

    @Test
    void aModelThatOnlyClassifiesSuggestsLabelsAndNoMentions() throws IOException {
        try (var tagger = Tagger.open(model(TaskKind.CLASSIFICATION), Compute.exact())) {
            var texts = List.of("x y a z");

            assertEquals(List.of(List.of()), tagger.tag(texts, JobContext.silent()));
            assertEquals(
                    List.of("A"), labels(tagger.read(texts, JobContext.silent()).getFirst()));
            assertEquals(List.of(), tagger.types());
        }
    }

    @Test
    void confidenceIsWhatTheCurveMakesOfIt() throws IOException {
        var model = model(TaskKind.CLASSIFICATION);
        var name = TaskKind.CLASSIFICATION.id();
        CalibrationFile.write(model, Map.of(name, new CalibrationFile.Entry(new Calibration(1, -20), 100, 0.3, 0.0)));
        try (var tagger = Tagger.open(model, Compute.exact())) {
            var label = tagger.read(List.of("x y a z"), JobContext.silent())
                    .getFirst()
                    .getFirst();

            assertTrue(label.source() instanceof Source.Model(var _, var sure) && sure < 0.01);
        }
    }
}
