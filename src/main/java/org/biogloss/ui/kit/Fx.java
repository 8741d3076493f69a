package org.biogloss.ui.kit;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one door to the window's thread.
public final class Fx {

    private Fx() {}

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
