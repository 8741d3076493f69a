package org.biogloss.benchmark;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.biogloss.training.Spread;

/// A row made here, with all that one needs to judge it or to make it again.
///
/// @param id       names its file
/// @param model    what was measured: the id of a model or its folder's name
/// @param way      whether the model was fine-tuned for each set or read it as it is
/// @param made     the day
/// @param machine  on which it was made and timed
/// @param sets     by the set's id
/// @param wordsPerSecond while the sets were read that were measured last
public record LocalRow(
        String id,
        String name,
        String model,
        Way way,
        String made,
        String machine,
        long parameters,
        double wordsPerSecond,
        Map<String, Measured> sets) {

    public enum Way {
        /// By the committed recipe of each set, with this model as its base.
        FINE_TUNED,
        /// With heads of its own.
        AS_IT_IS
    }

    /// What was measured on one set.
    ///
    /// @param seeds  of the runs, in the order of the scores
    /// @param dev    fractions; empty where the dev split was not read
    /// @param test   fractions
    /// @param recipe the recipe's file name; blank where nothing was trained
    public record Measured(List<Long> seeds, List<Double> dev, List<Double> test, String recipe, String remark) {

        public Measured {
            seeds = List.copyOf(seeds);
            dev = List.copyOf(dev);
            test = List.copyOf(test);
            if (test.isEmpty()) throw new IllegalArgumentException("A set without a score");
        }

        Score score() {
            var spread = Spread.of(test);
            return new Score(100 * spread.mean(), 100 * spread.deviation(), spread.count(), remark);
        }
    }

    public LocalRow {
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("A row cannot be called " + id + ": it names a file");
        }
        sets = java.util.Collections.unmodifiableMap(new TreeMap<>(sets));
        for (var set : sets.keySet()) {
            if (BlurbSet.named(set).isEmpty()) throw new IllegalArgumentException("BLURB has no set " + set);
        }
    }

    /// The same with newer figures; sets that the other has not measured stay.
    LocalRow updatedBy(LocalRow newer) {
        var all = new TreeMap<>(sets);
        all.putAll(newer.sets);
        double speed = newer.wordsPerSecond > 0 ? newer.wordsPerSecond : wordsPerSecond;
        return new LocalRow(
                id, newer.name, newer.model, newer.way, newer.made, newer.machine, newer.parameters, speed, all);
    }

    public Row row() {
        var scores = new EnumMap<BlurbSet, Score>(BlurbSet.class);
        sets.forEach((set, measured) -> scores.put(BlurbSet.named(set).orElseThrow(), measured.score()));
        var source = switch (way) {
            case FINE_TUNED -> "fine-tuned here for each set, " + made;
            case AS_IT_IS -> "one model with a head for each set, measured here, " + made;
        };
        return new Row(
                name,
                Row.Kind.LOCAL,
                source,
                scores,
                OptionalLong.of(parameters),
                wordsPerSecond > 0 ? OptionalDouble.of(wordsPerSecond) : OptionalDouble.empty());
    }
}
