package org.biogloss.app;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.biogloss.ui.kit.Workspace;

/// A page made of a view that a feature brings.
record Page(String id, String title, String icon, Supplier<Node> make, Runnable whenShown) implements Workspace {

    static Page of(String id, String title, String icon, Supplier<Node> make, Runnable whenShown) {
        return new Page(id, title, icon, make, whenShown);
    }

    @Override
    public Node view() {
        return make.get();
    }

    @Override
    public void shown() {
        whenShown.run();
    }
}
