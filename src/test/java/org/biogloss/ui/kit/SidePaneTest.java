package org.biogloss.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // made in show()
class SidePaneTest {

    private final Map<String, Double> saved = new HashMap<>();
    private final PaneMemory memory = new PaneMemory(Map.of("read.0", 0.4), saved::putAll);
    private SplitPane panes;
    private SidePane side;

    @Start
    void show(Stage stage) {
        panes = new SplitPane(new Pane(), new Pane());
        stage.setScene(new Scene(panes, 800, 300));
        stage.setX(0);
        stage.setY(0);
        side = new SidePane(panes, panes.getItems().getFirst(), memory, "read", 0.2);
        stage.show();
    }

    @Test
    void standsWhereItWasLeftAndComesBackOnItsSide(FxRobot robot) {
        assertEquals(0.4, panes.getDividerPositions()[0], 0.01);
        var left = panes.getItems().getFirst();
        robot.interact(side::toggle);
        assertFalse(side.isShown());
        assertEquals(1.0, saved.get("read.hidden"));
        robot.interact(side::toggle);
        assertTrue(side.isShown());
        assertSame(left, panes.getItems().getFirst());
        assertEquals(0.0, saved.get("read.hidden"));
    }
}
