package org.biogloss.tasks.examples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.biogloss.tasks.ClassScores;
import org.biogloss.tasks.Correlation;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.LabelledText;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.NerScores;
import org.biogloss.tasks.QuestionExample;
import org.biogloss.tasks.RelationExample;
import org.biogloss.tasks.ScoredPair;
import org.biogloss.tasks.Scores;
import org.biogloss.tasks.TaskForm;
import org.biogloss.tasks.WordScores;

/// What one gets without looking at a text: the same answer every time, the one that does best on what there is to
/// learn from. A network that does not beat it has learnt nothing.
///
/// It never finds a mention, says the class or the labels that pay most, and the mean score.
public final class BlindGuess {

    private BlindGuess() {}

    /// The scores on `measured` of the answer that is best on `train`.
    ///
    /// @throws IllegalArgumentException if there is nothing to learn from
    public static Scores of(TaskForm form, List<? extends Example> train, List<? extends Example> measured) {
        if (train.isEmpty()) throw new IllegalArgumentException("There is no example to learn from");
        return switch (form.kind()) {
            case NER -> nothing(all(measured, NerExample.class));
            case PICO ->
                WordScores.of(all(measured, NerExample.class), Collections.nCopies(measured.size(), List.of()))
                        .scores();
            case RELATION ->
                sameClass(
                        labels(train, RelationExample.class, RelationExample::label),
                        labels(measured, RelationExample.class, RelationExample::label),
                        form,
                        ClassScores::byF1);
            case QUESTION ->
                sameClass(
                        labels(train, QuestionExample.class, QuestionExample::label),
                        labels(measured, QuestionExample.class, QuestionExample::label),
                        form,
                        ClassScores::byAccuracy);
            case CLASSIFICATION ->
                sameLabels(
                        labels(train, LabelledText.class, LabelledText::labels),
                        labels(measured, LabelledText.class, LabelledText::labels));
            case SIMILARITY -> mean(all(train, ScoredPair.class), all(measured, ScoredPair.class));
        };
    }

    private static Scores nothing(List<NerExample> measured) {
        var known = new ArrayList<NerScores.Scored>();
        for (int i = 0; i < measured.size(); i++) {
            for (var mention : measured.get(i).mentions()) {
                known.add(NerScores.Scored.of(String.valueOf(i), mention.span(), mention.type()));
            }
        }
        return NerScores.of(known, List.of()).scores();
    }

    private static Scores sameClass(
            List<String> train, List<String> measured, TaskForm form, Function<ClassScores, Scores> scores) {
        var best = new TreeSet<>(train)
                .stream()
                        .max((a, b) -> Double.compare(
                                scores.apply(always(a, train, form)).value(),
                                scores.apply(always(b, train, form)).value()))
                        .orElseThrow();
        return scores.apply(always(best, measured, form));
    }

    private static ClassScores always(String label, List<String> known, TaskForm form) {
        return ClassScores.of(known, Collections.nCopies(known.size(), label), form.negative());
    }

    /// The most frequent labels, as many as pay.
    private static Scores sameLabels(List<List<String>> train, List<List<String>> measured) {
        var frequent = new HashMap<String, Integer>();
        train.forEach(labels -> labels.forEach(label -> frequent.merge(label, 1, Integer::sum)));
        var order = frequent.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        Set<String> best = Set.of();
        double highest = -1;
        for (int many = 0; many <= order.size(); many++) {
            var labels = Set.copyOf(order.subList(0, many));
            double score = always(labels, train).value();
            if (score > highest) {
                highest = score;
                best = labels;
            }
        }
        return always(best, measured);
    }

    private static Scores always(Set<String> labels, List<List<String>> known) {
        return ClassScores.ofSets(known, Collections.nCopies(known.size(), labels))
                .byF1();
    }

    private static Scores mean(List<ScoredPair> train, List<ScoredPair> measured) {
        double mean = train.stream().mapToDouble(ScoredPair::score).average().orElseThrow();
        var known = measured.stream().mapToDouble(ScoredPair::score).toArray();
        return Correlation.of(known, measured.stream().mapToDouble(_ -> mean).toArray())
                .scores();
    }

    private static <E extends Example, L> List<L> labels(
            List<? extends Example> examples, Class<E> kind, Function<E, L> label) {
        return all(examples, kind).stream().map(label).toList();
    }

    private static <E extends Example> List<E> all(List<? extends Example> examples, Class<E> kind) {
        return examples.stream().map(kind::cast).toList();
    }
}
