package org.biogloss.ui.reader;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// One task after the other, in the order in which they came, on whatever threads another executor has.
final class InTurn implements Executor {

    private final Executor threads;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    InTurn(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (waiting) {
            waiting.add(task);
            if (running) return;
            running = true;
        }
        threads.execute(this::drain);
    }

    private void drain() {
        for (var task = next(); task != null; task = next()) task.run();
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            var task = waiting.poll();
            running = task != null;
            return task;
        }
    }
}
