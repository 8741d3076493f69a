package org.biogloss.jobs;

import java.util.concurrent.CancellationException;

/// A running job's line to the outside: it reports here, and asks here whether to stop.
public interface JobContext {

    void report(Progress progress);

    boolean isCancelled();

    /// Call between batches: an interrupt cannot stop native code.
    default void checkCancelled() {
        if (isCancelled()) throw new CancellationException();
    }

    /// For callers with nobody to report to: never cancelled.
    static JobContext silent() {
        return new JobContext() {
            @Override
            public void report(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
    }
}
