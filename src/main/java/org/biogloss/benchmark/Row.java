package org.biogloss.benchmark;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.biogloss.tasks.TaskKind;

/// How good one model is on the sets it was measured on.
///
/// @param source where the scores come from: a paper with its table, or how they were made here
/// @param parameters     how many numbers the encoder consists of, where that is known
/// @param wordsPerSecond how fast it read test texts, where that was measured here
public record Row(
        String name,
        Kind kind,
        String source,
        Map<BlurbSet, Score> scores,
        OptionalLong parameters,
        OptionalDouble wordsPerSecond) {

    public enum Kind {
        PUBLISHED,
        LOCAL
    }

    public Row {
        var ordered = new EnumMap<BlurbSet, Score>(BlurbSet.class);
        ordered.putAll(scores);
        scores = Collections.unmodifiableMap(ordered);
    }

    public Optional<Score> score(BlurbSet set) {
        return Optional.ofNullable(scores.get(set));
    }

    /// The mean over the sets of a family; nothing where one is missing.
    public OptionalDouble family(TaskKind family) {
        var sets = BlurbSet.of(family);
        return scores.keySet().containsAll(sets)
                ? mean(sets.stream().map(scores::get).map(Score::percent).toList())
                : OptionalDouble.empty();
    }

    /// The BLURB score: the mean over the six families of their means (Gu et al., section 2.4); nothing where a set is
    /// missing.
    public OptionalDouble blurb() {
        var families = Arrays.stream(TaskKind.values()).map(this::family).toList();
        return families.stream().allMatch(OptionalDouble::isPresent)
                ? mean(families.stream().map(OptionalDouble::getAsDouble).toList())
                : OptionalDouble.empty();
    }

    /// Whether all its scores may stand beside BLURB's own.
    public boolean isBlurbs() {
        return scores.values().stream().allMatch(Score::isBlurbs);
    }

    private static OptionalDouble mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average();
    }
}
