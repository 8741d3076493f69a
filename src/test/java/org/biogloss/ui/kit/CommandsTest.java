package org.biogloss.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private final Commands commands = new Commands();
    private final List<String> done = new ArrayList<>();

    @Test
    void runsByIdWhatIsEnabled() {
        var enabled = new SimpleBooleanProperty(true);
        commands.add(Command.of("a", "A", "G", "", () -> done.add("a")).when(enabled));
        commands.run("a");
        enabled.set(false);
        commands.run("a");
        commands.run("unknown");
        assertEquals(List.of("a"), done);
    }

    @Test
    void chosenKeysReplaceThoseItWasMadeWithAndCanBeTakenBack() {
        commands.add(Command.of("a", "A", "G", "Shortcut+K", () -> {}));
        commands.rebind("a", Optional.of(KeyCombination.valueOf("Shortcut+J")));
        assertEquals("Ctrl+J", commands.find("a").orElseThrow().shownKeys());
        commands.resetKeys("a");
        assertEquals("Ctrl+K", commands.find("a").orElseThrow().shownKeys());
    }

    @Test
    void keysChosenEarlierHoldForCommandsAddedLaterAndNonsenseIsPassedOver() {
        commands.rebind(Map.of("a", "Alt+X", "b", "no such key"));
        commands.add(Command.of("a", "A", "G", "F2", () -> {}), Command.of("b", "B", "G", "F3", () -> {}));
        assertEquals("Alt+X", commands.find("a").orElseThrow().shownKeys());
        assertEquals("F3", commands.find("b").orElseThrow().shownKeys());
        commands.rebind("a", Optional.empty());
        assertEquals("", commands.find("a").orElseThrow().shownKeys());
        assertEquals("", commands.reboundProperty().get().get("a"));
    }

    @Test
    void sameKeysInTheSamePlaceClash() {
        commands.add(Command.of("a", "A", "G", "F2", () -> {}), Command.of("b", "B", "G", "F3", () -> {}));
        assertEquals(
                "a",
                commands.clash("b", KeyCombination.valueOf("F2")).orElseThrow().id());
        assertTrue(commands.clash("a", KeyCombination.valueOf("F2")).isEmpty());
    }

    @Test
    void keysReadAsPeopleSayThem() {
        assertEquals("Ctrl+Shift+Z", Keys.shown(KeyCombination.valueOf("Shortcut+Shift+Z")));
        assertEquals("Alt+→", Keys.shown(KeyCombination.valueOf("Alt+Right")));
        assertEquals("Shift+[", Keys.shown(KeyCombination.valueOf("Shift+Open Bracket")));
    }
}
