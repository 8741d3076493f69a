package org.biogloss.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;

/// Tells on a terminal how far a job has got, in a line every few seconds: quick jobs say nothing.
final class ProgressLines implements JobContext {

    private static final long BETWEEN_LINES = 3_000_000_000L;

    private final PrintWriter err;
    private long lastLine = System.nanoTime();

    ProgressLines(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void report(Progress progress) {
        if (System.nanoTime() - lastLine < BETWEEN_LINES) return;
        lastLine = System.nanoTime();
        var far = progress.fraction() < 0 ? "" : String.format(Locale.ROOT, ": %.0f %%", 100 * progress.fraction());
        err.println(progress.what() + far);
        err.flush();
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}
