package org.biogloss.tasks;

import java.util.List;

/// From how sure a head says it is to how often it is right when it says so: a logistic curve through the logarithm of
/// its odds (Platt 1999), which keeps the order of confidences and, unlike a temperature, may move all of them.
///
/// @param slope above 0
public record Calibration(double slope, double intercept) {

    /// Takes a head by its word.
    public static final Calibration NONE = new Calibration(1, 0);

    /// Fewer judgements tell chance from habit badly.
    public static final int ENOUGH = 50;

    private static final int BINS = 10;
    private static final double SUREST = 1 - 1e-6;

    /// An answer with how sure it was, and whether it was right.
    public record Judged(double confidence, boolean right) {}

    public Calibration {
        if (!(slope > 0) || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException("No calibration: " + slope + ", " + intercept);
        }
    }

    /// How probably an answer is right that is given with this confidence.
    public double of(double confidence) {
        return 1 / (1 + Math.exp(-(slope * odds(confidence) + intercept)));
    }

    /// The most likely curve towards targets that leave room for doubt (Platt, section 2.2): with every answer right,
    /// the next is still not certain. Nothing is changed where there are too few.
    public static Calibration fit(List<Judged> judged) {
        return judged.size() < ENOUGH ? NONE : new CalibrationFit(judged).best();
    }

    /// The same answers, as sure as this curve lets them be.
    public List<Judged> applied(List<Judged> judged) {
        return judged.stream()
                .map(one -> new Judged(of(one.confidence()), one.right()))
                .toList();
    }

    /// The expected calibration error (Guo et al. 2017, section 2): how far confidence and share of right answers lie
    /// apart in ten bins of equal width, each bin by its number of answers; 0 where there is none.
    public static double error(List<Judged> judged) {
        var sure = new double[BINS];
        var right = new long[BINS];
        for (var one : judged) {
            int bin = Math.clamp((int) (one.confidence() * BINS), 0, BINS - 1);
            sure[bin] += one.confidence();
            if (one.right()) right[bin]++;
        }
        double apart = 0;
        for (int bin = 0; bin < BINS; bin++) apart += Math.abs(sure[bin] - right[bin]);
        return judged.isEmpty() ? 0 : apart / judged.size();
    }

    static double odds(double confidence) {
        double inside = Math.clamp(confidence, 1 - SUREST, SUREST);
        return Math.log(inside / (1 - inside));
    }
}
