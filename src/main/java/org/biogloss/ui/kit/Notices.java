package org.biogloss.ui.kit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the window has to say: news, and what went wrong, each once. May be called from any thread.
public final class Notices {

    /// @param details what a developer would want to know, for "Details" and copying
    /// @param action  what may be done about it, such as "Undo"
    public record Notice(boolean failure, String text, Optional<String> details, Optional<Action> action) {}

    public record Action(String name, Runnable work) {}

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final int MOST = 4;

    private final Executor window;
    private final ObservableList<Notice> shown = FXCollections.observableArrayList();
    private final ObservableList<Notice> readOnly = FXCollections.unmodifiableObservableList(shown);

    public Notices() {
        this(Fx::now);
    }

    public Notices(Executor window) {
        this.window = window;
    }

    /// Newest last.
    public ObservableList<Notice> shown() {
        return readOnly;
    }

    public void say(String text) {
        show(new Notice(false, text, Optional.empty(), Optional.empty()));
    }

    /// News that one may want to take back.
    public void say(String text, Action action) {
        show(new Notice(false, text, Optional.empty(), Optional.of(action)));
    }

    /// @param whatWasTried such as `Cannot open the project`; left out where the cause says as much itself.
    ///                     A cancelled job is no failure.
    public void fail(String whatWasTried, Throwable cause) {
        var root = unwrapped(cause);
        if (root instanceof CancellationException) return;
        LOG.warn("{}", whatWasTried, root);
        show(new Notice(true, inWords(whatWasTried, root), Optional.of(stack(root)), Optional.empty()));
    }

    public void dismiss(Notice notice) {
        window.execute(() -> shown.remove(notice));
    }

    private void show(Notice notice) {
        window.execute(() -> {
            shown.removeIf(other -> other.text().equals(notice.text()));
            while (shown.size() >= MOST) shown.removeFirst();
            shown.add(notice);
        });
    }

    /// Our own messages say what was tried, what is wrong and what to do; those of libraries need the
    /// beginning.
    static String inWords(String whatWasTried, Throwable cause) {
        var message = cause.getMessage();
        if (message == null || message.isBlank()) message = cause.getClass().getSimpleName();
        if (message.startsWith("Cannot ") || message.startsWith("The ") && message.endsWith(".")) return message;
        return whatWasTried + ": " + message + (message.endsWith(".") ? "" : ".");
    }

    private static Throwable unwrapped(Throwable cause) {
        var inner = cause.getCause();
        boolean isWrapping = cause instanceof ExecutionException || cause instanceof CompletionException;
        return isWrapping && inner != null ? unwrapped(inner) : cause;
    }

    private static String stack(Throwable cause) {
        var text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
