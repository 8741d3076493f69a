package org.biogloss.ui.kit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one door to the window's thread.
public final class Fx {

    private Fx() {}

    /// Starts the toolkit where no application does: for measuring. Does nothing if it runs already.
    public static void start() {
        var started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            started.await();
            Platform.setImplicitExit(false);
        } catch (IllegalStateException _) {
            started.countDown(); // It runs already.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Runs on the window's thread, after what already waits there.
    public static void later(Runnable work) {
        Platform.runLater(work);
    }

    /// Runs at once where the caller is on the window's thread already, else as [#later].
    public static void now(Runnable work) {
        if (Platform.isFxApplicationThread()) work.run();
        else Platform.runLater(work);
    }

    /// For view models, which know no toolkit: hand them this, or `Runnable::run` in a test.
    public static Executor thread() {
        return Fx::later;
    }
}
