package org.biogloss.ui.kit;

import java.util.List;
import javafx.scene.Node;

/// One page of the window, with its place on the rail.
public interface Workspace {

    /// Stays the same from release to release, such as `read`.
    String id();

    String title();

    /// An icon of the Feather set, such as `fth-book-open`.
    String icon();

    /// Made once; asked for when the page is first shown.
    Node view();

    default List<Command> commands() {
        return List.of();
    }

    /// Called each time the page comes to the front.
    default void shown() {}
}
