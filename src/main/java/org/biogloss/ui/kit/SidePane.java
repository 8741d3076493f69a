package org.biogloss.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// A pane at the side that a person can put away and bring back. It stays as it was left, with its width.
public final class SidePane {

    private final SplitPane panes;
    private final Node side;
    private final boolean first;
    private final PaneMemory memory;
    private final String key;
    private final double usual;

    /// @param panes holds the side pane and one other
    /// @param key   unique in the window, such as `read.library`
    /// @param usual where the divider stands until a person moves it
    public SidePane(SplitPane panes, Node side, PaneMemory memory, String key, double usual) {
        this.panes = panes;
        this.side = side;
        this.first = panes.getItems().indexOf(side) == 0;
        this.memory = memory;
        this.key = key;
        this.usual = usual;
        SplitPane.setResizableWithParent(side, false);
        memory.follow(key, panes, usual);
        if (memory.get(key + ".hidden", 0) > 0) panes.getItems().remove(side);
    }

    public boolean isShown() {
        return panes.getItems().contains(side);
    }

    public void toggle() {
        if (isShown()) {
            panes.getItems().remove(side);
            memory.put(key + ".hidden", 1);
        } else {
            panes.getItems().add(first ? 0 : panes.getItems().size(), side);
            memory.follow(key, panes, usual);
            memory.put(key + ".hidden", 0);
        }
    }
}
