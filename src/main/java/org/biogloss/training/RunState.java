package org.biogloss.training;

/// Where a run stands.
public enum RunState {
    RUNNING,
    /// Ended because a person asked, to go on later from where it was.
    PAUSED,
    FINISHED,
    /// Ended early because a person asked, with the best model kept.
    STOPPED,
    FAILED,
    /// Its process ended without a word: killed, or the machine went down. It can go on from its checkpoint.
    LOST;

    /// Whether nothing is being learnt.
    public boolean isOver() {
        return this != RUNNING;
    }
}
