package org.biogloss.agreement;

import java.util.Locale;
import java.util.Optional;

/// A measure of agreement: a number, or the reason why there is none. Never NaN.
public sealed interface Figure {

    /// @param interval where it would probably lie for other documents of the same kind
    record Value(double value, Optional<Interval> interval) implements Figure {

        public Value {
            if (!Double.isFinite(value)) throw new IllegalArgumentException("Not a figure: " + value);
        }
    }

    /// @param why in words, for a person
    record Undefined(String why) implements Figure {}

    /// @param from 2.5 % of the resampled figures lie below
    /// @param to   2.5 % of them lie above
    record Interval(double from, double to) {}

    static Figure of(double value) {
        return new Value(value, Optional.empty());
    }

    /// Three digits, with the interval where there is one; or the reason.
    default String words() {
        return switch (this) {
            case Undefined(var why) -> "undefined: " + why;
            case Value(var value, var interval) ->
                String.format(Locale.ROOT, "%.3f", value)
                        + interval.map(one -> String.format(Locale.ROOT, " [%.3f, %.3f]", one.from(), one.to()))
                                .orElse("");
        };
    }
}
