package org.biogloss.ui.training.plot;

/// An exponential moving average weighted by the distance between steps and corrected for its start, so
/// that curves logged at different density smooth alike. It goes on with its curve: a new point costs no
/// more than itself.
///
/// It is taken from all points, before any are left out for the screen.
public final class Smoothing {

    private final Series raw;
    private final double reach;
    private Series smooth = new Series();
    private int seen;
    private int cuts;
    private double sum;
    private double weight;

    /// @param reach the number of steps over which a value's weight falls to 1/e; 0 leaves the curve as it is
    public Smoothing(Series raw, double reach) {
        this.raw = raw;
        this.reach = reach;
        this.cuts = raw.cuts();
    }

    /// Whether it evens out over this many steps.
    public boolean reaches(double otherReach) {
        return reach == otherReach;
    }

    public Series upToDate() {
        if (reach <= 0) return raw;
        if (cuts != raw.cuts()) begin();
        for (; seen < raw.size(); seen++) {
            double gap = seen == 0 ? 1 : Math.max(raw.x(seen) - raw.x(seen - 1), 1e-9);
            double keep = Math.exp(-gap / reach);
            if (Double.isFinite(raw.y(seen))) {
                sum = sum * keep + raw.y(seen) * (1 - keep);
                weight = weight * keep + (1 - keep);
            }
            if (weight > 0) smooth.add(raw.x(seen), sum / weight);
        }
        return smooth;
    }

    private void begin() {
        smooth = new Series();
        cuts = raw.cuts();
        seen = 0;
        sum = 0;
        weight = 0;
    }
}
