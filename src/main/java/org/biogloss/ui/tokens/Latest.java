package org.biogloss.ui.tokens;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.biogloss.jobs.Job;
import org.biogloss.jobs.Jobs;

/// Answers one question at a time, and of those asked meanwhile only the last: what is typed is compared as fast as it
/// can be, and never later than it must be. To be called on the window's thread.
final class Latest<R> {

    private final String title;
    private final Jobs jobs;
    private final Executor window;
    private final Consumer<R> then;
    private final Consumer<Throwable> failed;
    private boolean busy;
    private Optional<Job<R>> next = Optional.empty();

    Latest(String title, Jobs jobs, Executor window, Consumer<R> then, Consumer<Throwable> failed) {
        this.title = title;
        this.jobs = jobs;
        this.window = window;
        this.then = then;
        this.failed = failed;
    }

    void ask(Job<R> question) {
        if (busy) {
            next = Optional.of(question);
            return;
        }
        busy = true;
        jobs.startQuietly(title, question)
                .then(
                        answer -> window.execute(() -> over(() -> then.accept(answer))),
                        failure -> window.execute(() -> over(() -> {
                            if (!(failure instanceof CancellationException)) failed.accept(failure);
                        })));
    }

    /// An answer that another question has overtaken is not told.
    private void over(Runnable tell) {
        busy = false;
        var waiting = next;
        next = Optional.empty();
        if (waiting.isPresent()) ask(waiting.get());
        else tell.run();
    }
}
