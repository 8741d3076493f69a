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
import java.util.Random;
import org.biogloss.Failure;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.TinyModel;
import org.biogloss.document.Source;
import org.biogloss.jobs.JobContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tiny network learns a language in which a gene is a word of only `a` and `b`.
class TokenLearnerTest {

    @TempDir
    Path folder;

    private static NerExample example(int words, long seed) {
        var chance = new Random(seed);
        var text = new StringBuilder();
        var mentions = new ArrayList<TypedSpan>();
        for (int i = 0; i < words; i++) {
            boolean gene = chance.nextInt(4) == 0;
            int start = text.length();
            for (int letter = 0; letter <= chance.nextInt(3); letter++) {
                text.append((char) ((gene ? 'a' : 'x') + chance.nextInt(2)));
            }
            if (gene) mentions.add(TypedSpan.of(start, text.length(), "Gene"));
            text.append(' ');
        }
        return new NerExample("e" + seed, text.toString(), mentions);
    }

    private static List<NerExample> examples(int count, int words) {
        var examples = new ArrayList<NerExample>();
        for (int i = 0; i < count; i++) examples.add(example(words, i));
        return examples;
    }

    private static TokenLearner learned(Checkpoint encoder) throws IOException {
        var settings = new TokenLearner.Settings(0, 0, 48, org.biogloss.bert.LearningNetwork.Optimizer.USUAL);
        var learner = TokenLearner.open(encoder, List.of("Gene"), settings, Compute.exact(), 1);
        var rows = learner.encode(examples(40, 8));
        var lengths = rows.stream().map(TokenLearner.Row::length).toList();
        for (int epoch = 1; epoch <= 8; epoch++) {
            for (var batch : Batches.ofEpoch(lengths, 8, 1, epoch)) {
                learner.learn(batch.stream().map(rows::get).toList(), 0.01);
            }
        }
        return learner;
    }

    @Test
    void whatIsLearnedIsFoundAlsoInTextsOfManyWindowsAndAfterSaving() throws IOException {
        var model = folder.resolve("my-genes");
        var test = examples(60, 8).subList(40, 60);
        var longOne = example(400, 77);
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = learned(encoder)) {
            var evaluation = learner.evaluate(test, JobContext.silent());
            assertEquals(1.0, evaluation.scores().f1(), 0.02);
            assertTrue(evaluation.loss() < 0.1);
            assertTrue(learner.evaluate(List.of(longOne), JobContext.silent())
                            .scores()
                            .f1()
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
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner =
                        TokenLearner.open(encoder, List.of("Gene"), TokenLearner.Settings.USUAL, Compute.exact(), 1)) {
            var text = example(300, 5);
            long labelled = learner.encode(List.of(text)).stream()
                    .flatMapToLong(row -> java.util.Arrays.stream(row.labels()))
                    .filter(label -> label >= 0)
                    .count();
            assertEquals(300, labelled);
        }
    }

    @Test
    void aModelThatKnowsTheTypesGoesOnFromWhatItKnows() throws IOException {
        var model = folder.resolve("m");
        var test = examples(60, 8).subList(40, 60);
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = learned(encoder)) {
            learner.save(model, true);
        }
        try (var known = Checkpoint.open(model);
                var further =
                        TokenLearner.open(known, List.of("Gene"), TokenLearner.Settings.USUAL, Compute.exact(), 1)) {
            assertEquals(
                    1.0, further.evaluate(test, JobContext.silent()).scores().f1(), 0.02);
        }
        try (var known = Checkpoint.open(model);
                var other =
                        TokenLearner.open(known, List.of("Disease"), TokenLearner.Settings.USUAL, Compute.exact(), 1)) {
            assertEquals(List.of("O", "B-Disease", "I-Disease"), other.labels().names());
        }
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
