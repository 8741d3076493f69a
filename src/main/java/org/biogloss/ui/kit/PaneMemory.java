package org.biogloss.ui.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.SplitPane;

/// Remembers where a person has put the dividers between panes.
public final class PaneMemory {

    private final Map<String, Double> positions;
    private final Consumer<Map<String, Double>> save;

    /// @param save told all positions after each change
    public PaneMemory(Map<String, Double> positions, Consumer<Map<String, Double>> save) {
        this.positions = new HashMap<>(positions);
        this.save = save;
    }

    /// Puts the pane's dividers where they were left, and from now on follows them.
    ///
    /// @param key   unique in the window, such as `read.panes`
    /// @param usual the positions until a person moves them
    public void follow(String key, SplitPane pane, double... usual) {
        for (int i = 0; i < usual.length; i++) {
            var name = key + "." + i;
            pane.setDividerPosition(i, positions.getOrDefault(name, usual[i]));
            pane.getDividers().get(i).positionProperty().subscribe((_, now) -> put(name, now.doubleValue()));
        }
    }

    public double get(String key, double usual) {
        return positions.getOrDefault(key, usual);
    }

    public void put(String key, double position) {
        positions.put(key, position);
        save.accept(Map.copyOf(positions));
    }
}
