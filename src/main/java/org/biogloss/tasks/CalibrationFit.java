package org.biogloss.tasks;

import java.util.List;
import org.biogloss.tasks.Calibration.Judged;

/// Finds the curve of a [Calibration]: Newton's method with steps that are halved until they help (Lin, Lin and Weng
/// 2007). Confidences crowd near 1, where the curve is flat and plain Newton steps jump back and forth for ever.
final class CalibrationFit {

    private static final int STEPS = 100;
    private static final double SMALLEST_STEP = 1e-10;
    private static final double ENOUGH_GAIN = 1e-4;
    private static final double RIDGE = 1e-9;

    /// A curve that falls, or is flat, would turn the order of suggestions around.
    private static final double LEAST_SLOPE = 0.05;

    private final double[] odds;
    private final double[] targets;

    /// @param judged at least one
    CalibrationFit(List<Judged> judged) {
        odds = judged.stream()
                .mapToDouble(one -> Calibration.odds(one.confidence()))
                .toArray();
        long right = judged.stream().filter(Judged::right).count();
        double yes = (right + 1.0) / (right + 2.0);
        double no = 1.0 / (judged.size() - right + 2.0);
        targets = judged.stream().mapToDouble(one -> one.right() ? yes : no).toArray();
    }

    Calibration best() {
        double slope = 1;
        double intercept = 0;
        for (int step = 0; step < STEPS; step++) {
            double g0 = 0;
            double g1 = 0;
            double h00 = RIDGE;
            double h01 = 0;
            double h11 = RIDGE;
            for (int i = 0; i < odds.length; i++) {
                double p = probability(slope * odds[i] + intercept);
                double off = p - targets[i];
                double w = p * (1 - p);
                g0 += off;
                g1 += off * odds[i];
                h00 += w;
                h01 += w * odds[i];
                h11 += w * odds[i] * odds[i];
            }
            double det = h00 * h11 - h01 * h01;
            double byIntercept = -(h11 * g0 - h01 * g1) / det;
            double bySlope = -(h00 * g1 - h01 * g0) / det;
            double share = helpful(slope, intercept, bySlope, byIntercept, g1 * bySlope + g0 * byIntercept);
            if (share == 0) break;
            slope += share * bySlope;
            intercept += share * byIntercept;
        }
        return slope >= LEAST_SLOPE ? new Calibration(slope, intercept) : flat();
    }

    /// How much of a step to make; nothing where it helps no more.
    private double helpful(double slope, double intercept, double bySlope, double byIntercept, double gain) {
        if (!(gain < -1e-12)) return 0;
        double before = loss(slope, intercept);
        for (double share = 1; share > SMALLEST_STEP; share /= 2) {
            double after = loss(slope + share * bySlope, intercept + share * byIntercept);
            if (after < before + ENOUGH_GAIN * share * gain) return share;
        }
        return 0;
    }

    /// Where confidence says nothing: the least slope, as high as the share of right answers asks for.
    private Calibration flat() {
        double low = -30;
        double high = 30;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            double sum = 0;
            for (int i = 0; i < odds.length; i++) {
                sum += probability(LEAST_SLOPE * odds[i] + middle) - targets[i];
            }
            if (sum > 0) high = middle;
            else low = middle;
        }
        return new Calibration(LEAST_SLOPE, (low + high) / 2);
    }

    private double loss(double slope, double intercept) {
        double sum = 0;
        for (int i = 0; i < odds.length; i++) {
            double z = slope * odds[i] + intercept;
            sum += Math.log1p(Math.exp(-Math.abs(z))) + (z >= 0 ? (1 - targets[i]) * z : -targets[i] * z);
        }
        return sum;
    }

    private static double probability(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
