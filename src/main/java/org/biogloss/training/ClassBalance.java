package org.biogloss.training;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.LabelledText;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.QuestionExample;
import org.biogloss.tasks.RelationExample;
import org.biogloss.tasks.ScoredPair;
import org.biogloss.tasks.TaskHead;
import org.biogloss.tasks.TaskKind;
import org.biogloss.tasks.TypedSpan;

/// How often each label stands in examples, and what its weight in the loss comes to.
final class ClassBalance {

    private ClassBalance() {}

    /// The labels of examples with how often each occurs; of similarities there are none.
    static Map<String, Integer> counts(List<? extends Example> examples) {
        var counts = new TreeMap<String, Integer>();
        for (var example : examples) {
            for (var label : labels(example)) counts.merge(label, 1, Integer::sum);
        }
        return counts;
    }

    /// What an example says: the types of its mentions, its class, its labels.
    static List<String> labels(Example example) {
        return switch (example) {
            case NerExample ner ->
                ner.mentions().stream().map(TypedSpan::type).distinct().toList();
            case RelationExample relation -> List.of(relation.label());
            case LabelledText text -> text.labels();
            case ScoredPair _ -> List.of();
            case QuestionExample question -> List.of(question.label());
        };
    }

    /// What a model with this head can find, in its order: of one that labels words, the types.
    static List<String> known(TaskHead head) {
        if (!head.kind().labelsWords()) return head.kind() == TaskKind.SIMILARITY ? List.of() : head.labels();
        return head.labels().stream()
                .filter(label -> label.matches("[BIUL]-.+"))
                .map(label -> label.substring(2))
                .distinct()
                .toList();
    }

    /// @return by the order of the head's labels; empty where all count alike
    /// @throws IllegalArgumentException naming the key, if they do not fit the head
    static List<Double> weights(Recipe.ClassWeights wish, TaskHead head, List<? extends Example> train) {
        if (wish.equals(Recipe.ClassWeights.NONE)) return List.of();
        switch (head.kind()) {
            case RELATION, QUESTION -> {}
            case NER, PICO, SIMILARITY, CLASSIFICATION ->
                throw new IllegalArgumentException(
                        "optimizer.classWeights is for tasks that choose one class: relation " + "and question, not "
                                + head.kind().id());
        }
        var labels = head.labels();
        if (!wish.balanced()) {
            if (wish.given().size() != labels.size()) {
                throw new IllegalArgumentException("optimizer.classWeights needs " + labels.size() + " numbers, for "
                        + String.join(", ", labels) + " in this order, not "
                        + wish.given().size());
            }
            return wish.given();
        }
        var counts = counts(train);
        double all =
                labels.stream().mapToInt(label -> counts.getOrDefault(label, 0)).sum();
        return labels.stream()
                .map(label -> all / (labels.size() * Math.max(1, counts.getOrDefault(label, 0))))
                .toList();
    }
}
