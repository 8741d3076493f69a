package org.biogloss.tasks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.biogloss.tasks.NerScores.Counts;

/// How well the words of mentions are found, word by word; a word is what stands between blanks. As PICO is measured:
/// the mean over the types, each counting the same however many words it has (the preprocessing of LinkBERT turns
/// every `I-` into `B-`, so that a scorer of mentions counts words).
public record WordScores(Map<String, Counts> perType) {

    private static final Pattern WORD = Pattern.compile("\\S+");

    public WordScores {
        perType = Collections.unmodifiableMap(new TreeMap<>(perType));
    }

    /// @param predicted one list for each example
    public static WordScores of(List<NerExample> examples, List<List<TypedSpan>> predicted) {
        var perType = new TreeMap<String, Counts>();
        for (int i = 0; i < examples.size(); i++) {
            var known = byStart(examples.get(i).mentions());
            var found = byStart(predicted.get(i));
            var words = WORD.matcher(examples.get(i).text());
            while (words.find()) count(at(known, words.start()), at(found, words.start()), perType);
        }
        return new WordScores(perType);
    }

    private static void count(Optional<String> known, Optional<String> found, Map<String, Counts> perType) {
        known.ifPresent(type -> add(perType, type, new Counts(0, 0, 1)));
        found.ifPresent(type -> add(perType, type, new Counts(known.equals(found) ? 1 : 0, 1, 0)));
    }

    private static void add(Map<String, Counts> perType, String type, Counts more) {
        perType.merge(type, more, (now, by) -> now.plus(by.correct(), by.predicted(), by.known()));
    }

    private static TreeMap<Integer, TypedSpan> byStart(List<TypedSpan> mentions) {
        var byStart = new TreeMap<Integer, TypedSpan>();
        for (var mention : mentions) byStart.put(mention.span().start(), mention);
        return byStart;
    }

    /// What a word's first character belongs to, as a network is asked at a word's first piece. Of mentions that
    /// overlap, the one that begins last.
    private static Optional<String> at(TreeMap<Integer, TypedSpan> mentions, int offset) {
        return Optional.ofNullable(mentions.floorEntry(offset))
                .map(Map.Entry::getValue)
                .filter(mention -> mention.span().contains(offset))
                .map(TypedSpan::type);
    }

    public double precision() {
        return mean(Counts::precision);
    }

    public double recall() {
        return mean(Counts::recall);
    }

    /// The mean of the types' F1.
    public double f1() {
        return mean(Counts::f1);
    }

    private double mean(ToDoubleFunction<Counts> of) {
        return perType.values().stream().mapToDouble(of).average().orElse(0);
    }

    public Scores scores() {
        var values = new LinkedHashMap<String, Double>();
        values.put("precision", precision());
        values.put("recall", recall());
        values.put("f1", f1());
        perType.forEach((type, counts) -> values.put("f1." + type, counts.f1()));
        return new Scores("f1", values);
    }
}
