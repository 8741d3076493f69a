package org.biogloss.ui.tokens;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.Icons;

/// A figure of the corpus as bars, one a vocabulary. A bar with documents behind it can be pressed.
final class BarCard extends VBox {

    /// @param share of the longest bar, 0 to 1
    /// @param value as it is written behind the bar
    /// @param press what shows the documents behind it, where there are some
    record Bar(int column, String vocabulary, double share, String value, Optional<Runnable> press) {}

    /// Bars under one heading of their own; without one in a card of a single figure.
    record Group(String heading, List<Bar> bars) {}

    BarCard(String title, String hint, List<Group> groups) {
        setMaxHeight(USE_PREF_SIZE);
        getStyleClass().addAll("figure-card", "card");
        var heading = new Label(title);
        heading.getStyleClass().add("section-heading");
        heading.setTooltip(Icons.tooltip(hint));
        getChildren().add(heading);
        for (var group : groups) {
            if (!group.heading().isEmpty()) {
                var words = new Label(group.heading());
                words.getStyleClass().addAll("muted", "small", "group-heading");
                getChildren().add(words);
            }
            group.bars().forEach(bar -> getChildren().add(row(title, group.heading(), bar)));
        }
    }

    private static HBox row(String title, String group, Bar bar) {
        var fill = new Region();
        fill.getStyleClass().addAll("bar", "fill-" + bar.column());
        fill.setManaged(false);
        var track = new Pane(fill) {
            @Override
            protected void layoutChildren() {
                double width = bar.share() > 0 ? Math.max(2, getWidth() * Math.min(1, bar.share())) : 0;
                fill.resizeRelocate(0, 0, width, getHeight());
            }
        };
        track.getStyleClass().add("bar-track");
        HBox.setHgrow(track, Priority.ALWAYS);
        var value = new Label(bar.value());
        value.getStyleClass().add("bar-value");
        value.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(8, track, value);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("bar-row");
        var said = bar.vocabulary() + ": " + title + (group.isEmpty() ? "" : ", " + group) + ": " + bar.value();
        row.setAccessibleText(said);
        bar.press()
                .ifPresentOrElse(
                        press -> makePressable(row, said, press), () -> row.setAccessibleRole(AccessibleRole.TEXT));
        return row;
    }

    static void makePressable(Region row, String said, Runnable press) {
        row.getStyleClass().add("pressable");
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setFocusTraversable(true);
        javafx.scene.control.Tooltip.install(row, Icons.tooltip(Words.TEXT.get("pressBar", said)));
        row.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> press.run());
        row.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.SPACE) return;
            press.run();
            event.consume();
        });
    }
}
