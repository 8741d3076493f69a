package org.biogloss.training;

/// The loss or the gradients left the numbers; the message says what to change.
public final class NotANumberException extends RuntimeException {

    private final long step;
    private final int epoch;
    private final double rate;
    private final transient TrainingLoop.Lesson lesson;

    /// @param lesson what the step came to
    NotANumberException(String message, long step, int epoch, double rate, TrainingLoop.Lesson lesson) {
        super(message);
        this.step = step;
        this.epoch = epoch;
        this.rate = rate;
        this.lesson = lesson;
    }

    public long step() {
        return step;
    }

    public int epoch() {
        return epoch;
    }

    public double rate() {
        return rate;
    }

    public TrainingLoop.Lesson lesson() {
        return lesson;
    }
}
