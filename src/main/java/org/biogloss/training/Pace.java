package org.biogloss.training;

import java.util.ArrayDeque;
import java.util.function.LongSupplier;

/// How fast a run goes: tokens a second over its last steps, and how long the rest will take.
final class Pace {

    /// Enough steps to even out long and short batches.
    private static final int REMEMBERED = 50;

    private record Moment(long nanos, long tokens) {}

    private final LongSupplier clock;
    private final long started;
    private final ArrayDeque<Moment> last = new ArrayDeque<>();
    private long tokens;
    private long steps;

    /// @param clock in nanoseconds
    Pace(LongSupplier clock) {
        this.clock = clock;
        started = clock.getAsLong();
        last.add(new Moment(started, 0));
    }

    void step(long moreTokens) {
        tokens += moreTokens;
        steps++;
        last.add(new Moment(clock.getAsLong(), tokens));
        if (last.size() > REMEMBERED) last.removeFirst();
    }

    double tokensPerSecond() {
        double seconds = (last.getLast().nanos() - last.getFirst().nanos()) / 1e9;
        return seconds <= 0 ? 0 : (last.getLast().tokens() - last.getFirst().tokens()) / seconds;
    }

    /// By the pace of the whole run, looks at the dev data included.
    double secondsLeft(long stepsLeft) {
        return steps == 0 ? -1 : seconds() / steps * stepsLeft;
    }

    double seconds() {
        return (clock.getAsLong() - started) / 1e9;
    }
}
