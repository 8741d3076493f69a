package org.biogloss.tasks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.biogloss.bert.Head;

/// One task of a network: in which form it learns it, and what its outputs mean.
///
/// @param name    of several heads of one network, each; blank for the only one
/// @param labels  in the order of the outputs; of a similarity, the one word `score`
/// @param weight  of its loss among those of other heads
/// @param dummies in place of a relation's entities; none for other tasks
/// @param range   of the similarities it has learnt from; there for that task only
public record TaskHead(
        String name, TaskForm form, List<String> labels, double weight, Dummies dummies, Optional<Range> range) {

    /// The least and the greatest score that people gave. The network learns them as 0 and 1.
    public record Range(double least, double greatest) {

        public Range {
            if (!(greatest > least)) {
                throw new IllegalArgumentException(
                        "There is one score only, " + least + ": nothing to tell apart. Give more pairs.");
            }
        }

        float toUnit(double score) {
            return (float) ((score - least) / (greatest - least));
        }

        double fromUnit(float value) {
            return least + value * (greatest - least);
        }
    }

    private static final String SCORE = "score";

    public TaskHead {
        labels = List.copyOf(labels);
        if (new LinkedHashSet<>(labels).size() != labels.size()) {
            throw new IllegalArgumentException("A label stands twice in " + labels);
        }
        if (labels.isEmpty()) throw new IllegalArgumentException("A head without labels");
        if (!name.matches("[A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException(
                    "A head cannot be called " + name + ": letters, digits, - and _ make a name");
        }
        if (!(weight > 0)) throw new IllegalArgumentException("The weight of a head is above 0, not " + weight);
        if (range.isPresent() != (form.kind() == TaskKind.SIMILARITY)) {
            throw new IllegalArgumentException("A range of scores belongs to a similarity, and to nothing else");
        }
        if (form.kind().labelsWords()) new TagLabels(form.scheme(), labels); // they make sense
    }

    public TaskHead(String name, TaskForm form, List<String> labels, double weight) {
        this(name, form, labels, weight, Dummies.NONE, Optional.empty());
    }

    /// The head that fits examples.
    ///
    /// @param wantedTypes what to learn of all that is there, in this order; empty for all
    /// @throws IllegalArgumentException with words, if there is nothing to learn
    public static TaskHead of(String name, TaskForm form, List<? extends Example> train, List<String> wantedTypes) {
        if (train.isEmpty()) throw new IllegalArgumentException("There is no example to learn from.");
        return switch (form.kind()) {
            case NER, PICO -> new TaskHead(name, form, wordLabels(form, train, wantedTypes), 1);
            case RELATION -> relation(name, form, train, wantedTypes);
            case SIMILARITY -> new TaskHead(name, form, List.of(SCORE), 1, Dummies.NONE, Optional.of(range(train)));
            case CLASSIFICATION -> {
                var labels = all(train, LabelledText.class).flatMap(text -> text.labels().stream());
                yield new TaskHead(name, form, chosen(labels.toList(), wantedTypes, 1), 1);
            }
            case QUESTION -> {
                var labels = all(train, QuestionExample.class).map(QuestionExample::label);
                yield new TaskHead(name, form, chosen(labels.toList(), wantedTypes, 2), 1);
            }
        };
    }

    /// The heads of the model in a folder, as its `task.json` tells them; nothing where there is none.
    ///
    /// @throws IOException with words, if it makes no sense
    public static Optional<List<TaskHead>> in(Path folder) throws IOException {
        return TaskFile.read(folder);
    }

    public TaskHead withWeight(double newWeight) {
        return new TaskHead(name, form, labels, newWeight, dummies, range);
    }

    public TaskHead named(String newName) {
        return new TaskHead(newName, form, labels, weight, dummies, range);
    }

    /// The same head, measured as the other task that labels words.
    public TaskHead as(TaskKind other) {
        if (!kind().labelsWords() || !other.labelsWords()) {
            throw new IllegalArgumentException("A head for " + kind().id() + " is none for " + other.id());
        }
        var measured = new TaskForm(other, form.scheme(), form.input(), form.reading(), form.negative());
        return new TaskHead(name, measured, labels, weight, dummies, range);
    }

    /// The mentions it can find; none for other tasks.
    public List<String> types() {
        return kind().labelsWords() ? codec().labels().types() : List.of();
    }

    public TaskKind kind() {
        return form.kind();
    }

    /// What the vocabulary gains for this task: dummies or markers, each of them one piece.
    public List<String> pieces() {
        if (kind() != TaskKind.RELATION) return List.of();
        return switch (form.input()) {
            case DUMMIES -> dummies.pieces();
            case MARKERS -> {
                var pieces = new ArrayList<>(RelationText.MARKERS);
                pieces.addAll(dummies.pieces());
                yield pieces;
            }
            case RAW -> List.of();
        };
    }

    /// Of a head that labels words.
    TagCodec codec() {
        return new TagCodec(new TagLabels(form.scheme(), labels));
    }

    /// What stands on the encoder for it.
    Head head() {
        return new Head(name, shape(), labels.size(), loss(), weight);
    }

    private Head.Form shape() {
        return switch (kind()) {
            case NER, PICO -> Head.Form.EACH_PIECE;
            case RELATION -> form.reading() == EntityReading.CLS ? Head.Form.FIRST_PIECE : Head.Form.PLACES_2;
            case SIMILARITY, CLASSIFICATION, QUESTION -> Head.Form.FIRST_PIECE;
        };
    }

    private Head.Loss loss() {
        return switch (kind()) {
            case NER, PICO, RELATION, QUESTION -> Head.Loss.CROSS_ENTROPY;
            case SIMILARITY -> Head.Loss.SQUARED;
            case CLASSIFICATION -> Head.Loss.SIGMOID;
        };
    }

    private static List<String> wordLabels(TaskForm form, List<? extends Example> train, List<String> wantedTypes) {
        var types = all(train, NerExample.class)
                .flatMap(example -> example.mentions().stream().map(TypedSpan::type));
        return TagLabels.ofTypes(form.scheme(), chosen(types.toList(), wantedTypes, 1))
                .names();
    }

    /// The class that means none comes first, as in most data sets.
    private static TaskHead relation(
            String name, TaskForm form, List<? extends Example> train, List<String> wantedTypes) {
        var examples = all(train, RelationExample.class).toList();
        var labels = new ArrayList<>(
                chosen(examples.stream().map(RelationExample::label).toList(), wantedTypes, 2));
        form.negative().ifPresent(negative -> {
            if (!labels.remove(negative)) {
                throw new IllegalArgumentException("No example is of the class " + negative
                        + ", which is to be the one that means none. There are " + labels + ".");
            }
            labels.addFirst(negative);
        });
        var dummies = form.input() == EntityInput.DUMMIES ? Dummies.of(examples) : onlyMasked(examples);
        return new TaskHead(name, form, labels, 1, dummies, Optional.empty());
    }

    /// Without dummies in the text, those count that a sentence cannot be had without.
    private static Dummies onlyMasked(List<RelationExample> examples) {
        return Dummies.of(
                examples.stream().filter(example -> example.head().isEmpty()).toList());
    }

    private static Range range(List<? extends Example> train) {
        var scores = all(train, ScoredPair.class).mapToDouble(ScoredPair::score).summaryStatistics();
        return new Range(scores.getMin(), scores.getMax());
    }

    private static List<String> chosen(Collection<String> occurring, List<String> wanted, int least) {
        var there = new TreeSet<>(occurring);
        for (var label : wanted) {
            if (!there.contains(label)) {
                throw new IllegalArgumentException("Nothing among the examples is " + label + ". There is "
                        + (there.isEmpty() ? "nothing" : String.join(", ", there))
                        + ". Leave it out, or correct its spelling.");
            }
        }
        var labels = wanted.isEmpty() ? List.copyOf(there) : wanted;
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("Not one example says anything, so there is nothing to tell apart.");
        }
        if (labels.size() < least) {
            throw new IllegalArgumentException(
                    "All examples are " + labels.getFirst() + ", so there is nothing to tell apart.");
        }
        return labels;
    }

    private static <E extends Example> java.util.stream.Stream<E> all(List<? extends Example> examples, Class<E> kind) {
        return examples.stream().map(example -> kind.cast(example));
    }
}
