package org.biogloss.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.LabelledText;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.RelationExample;
import org.biogloss.tasks.TaskHead;
import org.biogloss.tasks.TaskKind;
import org.biogloss.tasks.examples.ExampleFile;
import org.biogloss.tasks.examples.Thinning;

/// Reads the examples that a recipe names, and refuses those from which nothing can be learnt, with one message that
/// says what is missing.
final class TrainingData {

    private final Recipe.Part part;
    private final DataPlaces places;
    private final Consumer<ExampleFile.Rejection> rejections;

    private TrainingData(Recipe.Part part, DataPlaces places, Consumer<ExampleFile.Rejection> rejections) {
        this.part = part;
        this.places = places;
        this.rejections = rejections;
    }

    /// @param rejections told of lines that are left out
    /// @throws IOException with words, if a file is missing or holds nothing to learn from
    static List<PartData> read(Recipe recipe, DataPlaces places, Consumer<ExampleFile.Rejection> rejections)
            throws IOException {
        var parts = new ArrayList<PartData>();
        for (var part : recipe.parts()) {
            parts.add(new TrainingData(part, places, rejections).read(recipe.seed()));
        }
        return parts;
    }

    private PartData read(long seed) throws IOException {
        var data = part.data();
        var train = Sample.of(thinned(examples(data.train()), seed), data.limit(), seed);
        var dev = Sample.of(examples(data.dev()), data.devLimit(), 1);
        var head = head(train);
        checkDev(head, train, dev);
        Optional<List<? extends Example>> test =
                data.test().isPresent() ? Optional.of(examples(data.test().get())) : Optional.empty();
        return new PartData(head, train, dev, test);
    }

    private List<? extends Example> examples(String name) throws IOException {
        var file = places.find(name);
        var examples = read(part.form().kind(), file, part.data().types(), rejections);
        if (examples.isEmpty()) {
            throw new IOException("Cannot train: there is no example in " + file + ". "
                    + form(part.form().kind()));
        }
        return examples;
    }

    private List<? extends Example> thinned(List<? extends Example> train, long seed) throws IOException {
        double ratio = part.data().negatives();
        if (ratio == 0) return train;
        var negative = part.form()
                .negative()
                .orElseThrow(() -> new IOException(
                        "Cannot thin the negative examples: say with form.negative which class means none."));
        if (part.form().kind() != TaskKind.RELATION) {
            throw new IOException("Cannot thin the negative examples: data.negatives is for the task relation.");
        }
        var pairs = train.stream().map(RelationExample.class::cast).toList();
        return Thinning.thin(pairs, negative, ratio, seed);
    }

    private TaskHead head(List<? extends Example> train) throws IOException {
        try {
            return TaskHead.of(part.name(), part.form(), train, part.data().types())
                    .withWeight(part.weight());
        } catch (IllegalArgumentException e) {
            throw new IOException("Cannot train on " + part.data().train() + ": " + e.getMessage(), e);
        }
    }

    /// A dev set without an answer that counts makes each look at it worth nothing.
    private void checkDev(TaskHead head, List<? extends Example> train, List<? extends Example> dev)
            throws IOException {
        if (head.kind() == TaskKind.SIMILARITY) {
            if (dev.size() < 3) throw poorDev("holds " + dev.size() + " pairs; a correlation needs three at least");
            return;
        }
        var known = ClassBalance.counts(train).keySet();
        var there = ClassBalance.counts(dev).keySet();
        var strange = new HashSet<>(there);
        strange.removeAll(known);
        if (!strange.isEmpty() && !head.kind().labelsWords()) {
            throw poorDev("has the label " + String.join(", ", strange) + ", of which there is no example in "
                    + part.data().train() + " to learn from");
        }
        var counting = new HashSet<>(there);
        part.form().negative().ifPresent(counting::remove);
        if (counting.isEmpty()) {
            throw poorDev("holds nothing but "
                    + (there.isEmpty() ? "texts without an answer" : String.join(", ", there))
                    + ", so every look at it would score 0 and none be better than another");
        }
    }

    private IOException poorDev(String what) {
        return new IOException(
                "Cannot train: " + part.data().dev() + " " + what + ". Choose other examples for data.dev.");
    }

    private static String form(TaskKind kind) {
        return "It should hold a JSON object a line, with "
                + switch (kind) {
                    case NER, PICO -> "text and entities.";
                    case RELATION -> "text, two entities and labels, or masked_text and labels.";
                    case SIMILARITY -> "text, text2 and score.";
                    case CLASSIFICATION -> "text and labels.";
                    case QUESTION -> "question, contexts and labels.";
                };
    }

    /// @param types what counts; mentions, labels and examples of others are left out. Empty for all
    static List<? extends Example> read(
            TaskKind kind, Path file, List<String> types, Consumer<ExampleFile.Rejection> rejections)
            throws IOException {
        var examples = ExampleFile.read(kind, file, types, rejections);
        if (types.isEmpty()) return examples;
        return examples.stream()
                .map(example -> only(example, types))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Example> only(Example example, List<String> types) {
        return switch (example) {
            case NerExample ner ->
                Optional.of(new NerExample(
                        ner.id(),
                        ner.text(),
                        ner.mentions().stream()
                                .filter(mention -> types.contains(mention.type()))
                                .toList()));
            case LabelledText text ->
                Optional.of(new LabelledText(
                        text.id(),
                        text.text(),
                        text.labels().stream().filter(types::contains).toList()));
            default -> Optional.of(example).filter(e -> types.containsAll(ClassBalance.labels(e)));
        };
    }
}
