package org.biogloss.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.biogloss.bert.Checkpoint;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.Learner;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.Row;
import org.biogloss.tasks.examples.ExampleFile;

/// All that a recipe asks for, opened and ready to learn: data, encoder, learner, lessons.
record OpenLearner(
        ModelCard base,
        Checkpoint encoder,
        Learner learner,
        List<PartData> parts,
        TrainingLoop.Lessons<List<Row>> lessons)
        implements AutoCloseable {

    /// @param folder of the run: one that goes on computes in the numbers in which it began
    static OpenLearner open(
            Recipe recipe,
            DataPlaces places,
            Models models,
            Consumer<ExampleFile.Rejection> rejections,
            RunFolder folder)
            throws IOException {
        var base = models.require(recipe.model().base());
        var parts = TrainingData.read(recipe, places, rejections);
        var encoder = base.isEmbedded() ? Checkpoint.embedded(base.id()) : Checkpoint.open(base.folder());
        try {
            var heads = parts.stream().map(PartData::head).toList();
            var compute = recipe.compute().choose(folder.precisionSoFar());
            var learner = Learner.open(encoder, heads, settings(recipe), compute, recipe.seed());
            try {
                return new OpenLearner(base, encoder, learner, parts, lessons(recipe, encoder, learner, parts));
            } catch (RuntimeException e) {
                learner.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            encoder.close();
            throw e;
        }
    }

    private static TrainingLoop.Lessons<List<Row>> lessons(
            Recipe recipe, Checkpoint encoder, Learner learner, List<PartData> parts) {
        var lessons = new ArrayList<PartLessons>();
        int room = recipe.schedule().maxLength() - 2;
        var passages = new Passages(text -> encoder.tokenizer().encode(text).size(), room);
        for (var part : parts) {
            var rows = learner.encode(part.head(), cut(part, passages));
            lessons.add(new PartLessons(rows, recipe.schedule(), recipe.seed()));
        }
        if (lessons.size() == 1) return lessons.getFirst();
        return new JointLessons(lessons, recipe.schedule(), recipe.temperature(), recipe.seed());
    }

    private static List<? extends Example> cut(PartData part, Passages passages) {
        if (!part.head().kind().labelsWords()) return part.train();
        return part.train().stream()
                .flatMap(example -> passages.of((NerExample) example).stream())
                .toList();
    }

    private static Learner.Settings settings(Recipe recipe) {
        var optimizer = recipe.optimizer();
        return new Learner.Settings(
                optimizer.dropout(),
                Learner.Settings.USUAL.attentionDropout(),
                recipe.schedule().maxLength(),
                optimizer.ofNetwork(),
                optimizer.frozenLayers(),
                optimizer.layerDecay(),
                optimizer.freshTopLayers());
    }

    @Override
    public void close() {
        learner.close();
        encoder.close();
    }
}
