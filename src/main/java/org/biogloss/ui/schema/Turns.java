package org.biogloss.ui.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Lets verbs work off the window's thread, each after the one before it has been shown.
final class Turns {

    private final Executor work;
    private final Executor window;
    private final BiConsumer<String, Throwable> failed;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    Turns(Executor work, Executor window, BiConsumer<String, Throwable> failed) {
        this.work = work;
        this.window = window;
        this.failed = failed;
    }

    /// Called on the window's thread, as `then` is.
    <R> void take(String tried, Callable<R> verb, Consumer<R> then) {
        waiting.add(() -> work.execute(() -> {
            try {
                var result = verb.call();
                window.execute(() -> end(() -> then.accept(result)));
            } catch (Exception e) {
                window.execute(() -> end(() -> failed.accept(tried, e)));
            }
        }));
        next();
    }

    private void end(Runnable then) {
        busy = false;
        then.run();
        next();
    }

    private void next() {
        if (busy || waiting.isEmpty()) return;
        busy = true;
        waiting.remove().run();
    }
}
