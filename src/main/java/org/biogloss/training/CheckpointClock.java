package org.biogloss.training;

import java.util.function.LongSupplier;

/// Tells when the next checkpoint is due: by time, and by steps where the recipe says so.
final class CheckpointClock {

    private final Recipe.Schedule schedule;
    private final LongSupplier nanos;
    private long lastTime;
    private long lastStep;

    CheckpointClock(Recipe.Schedule schedule, LongSupplier nanos) {
        this.schedule = schedule;
        this.nanos = nanos;
        lastTime = nanos.getAsLong();
    }

    boolean isDue(long step) {
        int every = schedule.checkpointEvery();
        if (every > 0 && step % every == 0) return step != lastStep;
        return nanos.getAsLong() - lastTime >= schedule.checkpointMinutes() * 60e9;
    }

    void saved(long step) {
        lastTime = nanos.getAsLong();
        lastStep = step;
    }
}
