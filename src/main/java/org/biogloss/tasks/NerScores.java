package org.biogloss.tasks;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.biogloss.document.Span;

/// How well predicted mentions match known ones. Strict: a prediction counts if document, every border and the type
/// are right, and not at all otherwise.
public record NerScores(Counts total, Map<String, Counts> perType) {

    /// One mention, as it counts.
    public record Scored(String document, List<Span> spans, String type) {

        public Scored {
            spans = List.copyOf(spans);
        }

        public static Scored of(String document, Span span, String type) {
            return new Scored(document, List.of(span), type);
        }
    }

    /// @param correct   found in both
    /// @param predicted by the model
    /// @param known     in the gold standard
    public record Counts(int correct, int predicted, int known) {

        static final Counts NONE = new Counts(0, 0, 0);

        /// 0 where nothing was predicted.
        public double precision() {
            return predicted == 0 ? 0 : (double) correct / predicted;
        }

        /// 0 where nothing was to be found.
        public double recall() {
            return known == 0 ? 0 : (double) correct / known;
        }

        public double f1() {
            return predicted + known == 0 ? 0 : 2.0 * correct / (predicted + known);
        }

        Counts plus(int moreCorrect, int morePredicted, int moreKnown) {
            return new Counts(correct + moreCorrect, predicted + morePredicted, known + moreKnown);
        }
    }

    public NerScores {
        perType = Map.copyOf(perType);
    }

    /// A mention that stands twice counts once.
    public static NerScores of(Collection<Scored> known, Collection<Scored> predicted) {
        var truth = new HashSet<>(known);
        var guesses = new HashSet<>(predicted);
        var total = Counts.NONE;
        var perType = new TreeMap<String, Counts>();
        for (var mention : truth) {
            total = total.plus(0, 0, 1);
            perType.put(mention.type(), counts(perType, mention).plus(0, 0, 1));
        }
        for (var guess : guesses) {
            int right = truth.contains(guess) ? 1 : 0;
            total = total.plus(right, 1, 0);
            perType.put(guess.type(), counts(perType, guess).plus(right, 1, 0));
        }
        return new NerScores(total, perType);
    }

    private static Counts counts(Map<String, Counts> perType, Scored mention) {
        return perType.getOrDefault(mention.type(), Counts.NONE);
    }

    /// By F1, all types together.
    public Scores scores() {
        var values = new LinkedHashMap<String, Double>();
        values.put("precision", precision());
        values.put("recall", recall());
        values.put("f1", f1());
        new TreeMap<>(perType).forEach((type, counts) -> values.put("f1." + type, counts.f1()));
        return new Scores("f1", values);
    }

    public double precision() {
        return total.precision();
    }

    public double recall() {
        return total.recall();
    }

    public double f1() {
        return total.f1();
    }
}
