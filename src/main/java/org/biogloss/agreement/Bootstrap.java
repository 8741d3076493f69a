package org.biogloss.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.biogloss.agreement.Figure.Interval;
import org.biogloss.jobs.JobContext;

/// Percentile bootstrap over documents (Efron and Tibshirani 1993, chapter 13): documents are drawn with replacement,
/// as
/// many as there are, again and again. Words of one document depend on each other, so documents are drawn, not words.
final class Bootstrap {

    static final int RESAMPLES = 1_000;

    /// With fewer documents, the drawn ones are hardly ever different enough to say anything.
    static final int LEAST_DOCUMENTS = 5;

    /// The share of draws that may come out undefined.
    private static final double UNDEFINED = 0.05;

    private Bootstrap() {}

    /// The figure over all documents with its interval, where enough draws have one.
    static Figure of(Measure measure, int documents, JobContext context) {
        var all = new int[documents];
        Arrays.fill(all, 1);
        var figure = measure.with(all);
        if (!(figure instanceof Figure.Value(var value, var _)) || documents < LEAST_DOCUMENTS) return figure;
        return new Figure.Value(value, interval(measure, documents, context));
    }

    private static Optional<Interval> interval(Measure measure, int documents, JobContext context) {
        var chance = new SplittableRandom(1);
        var values = new double[RESAMPLES];
        int defined = 0;
        for (int draw = 0; draw < RESAMPLES; draw++) {
            context.checkCancelled();
            var times = new int[documents];
            for (int i = 0; i < documents; i++) times[chance.nextInt(documents)]++;
            if (measure.with(times) instanceof Figure.Value(var value, var _)) values[defined++] = value;
        }
        if (defined < RESAMPLES * (1 - UNDEFINED)) return Optional.empty();
        Arrays.sort(values, 0, defined);
        return Optional.of(new Interval(at(values, defined, 0.025), at(values, defined, 0.975)));
    }

    private static double at(double[] sorted, int count, double share) {
        return sorted[(int) Math.round(share * (count - 1))];
    }
}
