package org.biogloss.ui.training.plot;

/// From one number to another, both included.
public record Range(double low, double high) {

    public Range {
        if (!(low <= high)) throw new IllegalArgumentException("Not a range: " + low + " to " + high);
    }

    public double length() {
        return high - low;
    }

    Range and(Range other) {
        return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }

    /// As long as before, or shortened to fit, inside the other.
    Range within(Range whole) {
        if (length() >= whole.length()) return whole;
        double shift = Math.max(whole.low - low, 0) - Math.max(high - whole.high, 0);
        return new Range(low + shift, high + shift);
    }

    /// A little air on both sides; a single value gets a stretch around it.
    Range padded(double share) {
        double air = length() == 0 ? Math.max(Math.abs(low) * 0.1, 1e-6) : length() * share;
        return new Range(low - air, high + air);
    }
}
