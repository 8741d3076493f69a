package org.biogloss.workbench.review;

/// How often a person agreed with a model, and what that says of suggestions not yet looked at.
///
/// @param decided suggestions that the person decided on one by one
/// @param agreed  how many of them were right
public record Estimate(int agreed, int decided) {

    /// Below this many decisions the interval is too wide to act on.
    public static final int ENOUGH = 20;

    /// For 95 % of such intervals to hold the truth.
    private static final double Z = 1.959963984540054;

    public Estimate {
        if (agreed < 0 || agreed > decided) {
            throw new IllegalArgumentException("Agreed with " + agreed + " of " + decided);
        }
    }

    public boolean isEnough() {
        return decided >= ENOUGH;
    }

    public double precision() {
        return decided == 0 ? 0 : (double) agreed / decided;
    }

    /// The lower end of Wilson's interval.
    public double low() {
        return decided == 0 ? 0 : Math.max(0, centre() - half());
    }

    /// The upper end of Wilson's interval.
    public double high() {
        return decided == 0 ? 1 : Math.min(1, centre() + half());
    }

    private double centre() {
        return (precision() + Z * Z / (2 * decided)) / (1 + Z * Z / decided);
    }

    private double half() {
        double p = precision();
        return Z / (1 + Z * Z / decided) * Math.sqrt(p * (1 - p) / decided + Z * Z / (4.0 * decided * decided));
    }
}
