package org.biogloss.benchmark;

import java.util.Locale;

/// How good a model is on one set, in per cent.
///
/// @param deviation the standard deviation over the seeds; 0 where there is one, or where nobody told
/// @param seeds     how many runs it is the mean of; 0 where nobody told
/// @param remark    what makes it another thing than BLURB's score, in words; mostly empty
public record Score(double percent, double deviation, int seeds, String remark) {

    public Score {
        if (!(percent >= -100 && percent <= 100)) throw new IllegalArgumentException("Not a per cent: " + percent);
        if (!(deviation >= 0) || seeds < 0) {
            throw new IllegalArgumentException("Neither spread nor seeds can be below 0: " + deviation + ", " + seeds);
        }
    }

    public static Score published(double percent) {
        return new Score(percent, 0, 0, "");
    }

    /// Whether it may stand beside BLURB's own.
    public boolean isBlurbs() {
        return remark.isEmpty();
    }

    /// `82.4`, or `82.4 ± 0.3` over several seeds.
    public String words() {
        return seeds < 2
                ? String.format(Locale.ROOT, "%.1f", percent)
                : String.format(Locale.ROOT, "%.1f ± %.1f", percent, deviation);
    }
}
