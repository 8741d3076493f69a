package org.biogloss.tasks;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.biogloss.tasks.NerScores.Counts;

/// How well classes are told: of each example one, or any number of labels.
///
/// @param perClass known or predicted at least once, without the class that does not count
/// @param right    examples whose answer is exactly the known one
/// @param examples how many there are
public record ClassScores(Map<String, Counts> perClass, int right, int examples) {

    public ClassScores {
        perClass = Collections.unmodifiableMap(new TreeMap<>(perClass));
    }

    /// One class each.
    ///
    /// @param negative the class that means none: to say it where it is true earns nothing
    public static ClassScores of(List<String> known, List<String> predicted, Optional<String> negative) {
        return ofSets(
                known.stream().map(Set::of).toList(),
                predicted.stream().map(Set::of).toList(),
                negative);
    }

    /// Any number of labels each. An example that carries none counts with what is said of it all the same.
    public static ClassScores ofSets(
            List<? extends Collection<String>> known, List<? extends Collection<String>> predicted) {
        return ofSets(known, predicted, Optional.empty());
    }

    private static ClassScores ofSets(
            List<? extends Collection<String>> known,
            List<? extends Collection<String>> predicted,
            Optional<String> negative) {
        if (known.size() != predicted.size()) {
            throw new IllegalArgumentException(known.size() + " examples, but " + predicted.size() + " answers");
        }
        var perClass = new TreeMap<String, Counts>();
        int right = 0;
        for (int i = 0; i < known.size(); i++) {
            var truth = new HashSet<>(known.get(i));
            var answer = new HashSet<>(predicted.get(i));
            if (truth.equals(answer)) right++;
            for (var label : truth) add(perClass, label, new Counts(0, 0, 1));
            for (var label : answer) add(perClass, label, new Counts(truth.contains(label) ? 1 : 0, 1, 0));
        }
        negative.ifPresent(perClass::remove);
        return new ClassScores(perClass, right, known.size());
    }

    private static void add(Map<String, Counts> perClass, String label, Counts more) {
        perClass.merge(label, more, (now, by) -> now.plus(by.correct(), by.predicted(), by.known()));
    }

    /// All classes together, each example counting the same.
    public Counts micro() {
        var total = Counts.NONE;
        for (var counts : perClass.values()) {
            total = total.plus(counts.correct(), counts.predicted(), counts.known());
        }
        return total;
    }

    /// The mean of the classes' F1, each class counting the same.
    public double macroF1() {
        return perClass.values().stream().mapToDouble(Counts::f1).average().orElse(0);
    }

    /// Share of the examples that are wholly right.
    public double accuracy() {
        return examples == 0 ? 0 : (double) right / examples;
    }

    /// Judged by F1 over all classes together, as relations and labelled texts are.
    public Scores byF1() {
        var micro = micro();
        var values = new LinkedHashMap<String, Double>();
        values.put("precision", micro.precision());
        values.put("recall", micro.recall());
        values.put("f1", micro.f1());
        values.put("macro", macroF1());
        values.put("accuracy", accuracy());
        perClass.forEach((label, counts) -> values.put("f1." + label, counts.f1()));
        return new Scores("f1", values);
    }

    /// Judged by the share of right answers, as answers to questions are.
    public Scores byAccuracy() {
        var values = new LinkedHashMap<String, Double>();
        values.put("accuracy", accuracy());
        values.put("macro", macroF1());
        perClass.forEach((label, counts) -> values.put("f1." + label, counts.f1()));
        return new Scores("accuracy", values);
    }
}
