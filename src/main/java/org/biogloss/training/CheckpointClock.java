package org.biogloss.training;

import java.util.function.LongSupplier;

/// Tells when the next checkpoint is due: by time, and by steps where the recipe says so.
final class CheckpointClock {

    private final double minutes;
    private final int every;
    private final LongSupplier nanos;
    private long lastTime;
    private long lastStep;

    /// @param every steps; 0 for by time alone
    CheckpointClock(double minutes, int every, LongSupplier nanos) {
        this.minutes = minutes;
        this.every = every;
        this.nanos = nanos;
        lastTime = nanos.getAsLong();
    }

    boolean isDue(long step) {
        if (every > 0 && step % every == 0) return step != lastStep;
        return nanos.getAsLong() - lastTime >= minutes * 60e9;
    }

    void saved(long step) {
        lastTime = nanos.getAsLong();
        lastStep = step;
    }
}
