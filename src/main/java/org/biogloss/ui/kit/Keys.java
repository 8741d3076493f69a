package org.biogloss.ui.kit;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Keys as people read and press them.
public final class Keys {

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("Right", "→"),
            Map.entry("Left", "←"),
            Map.entry("Up", "↑"),
            Map.entry("Down", "↓"),
            Map.entry("Open Bracket", "["),
            Map.entry("Close Bracket", "]"),
            Map.entry("Plus", "+"),
            Map.entry("Equals", "="),
            Map.entry("Minus", "−"),
            Map.entry("Slash", "/"),
            Map.entry("Comma", ","),
            Map.entry("Period", "."),
            Map.entry("Back Slash", "\\"),
            Map.entry("Back Quote", "`"),
            Map.entry("Delete", "Del"),
            Map.entry("Escape", "Esc"));

    private Keys() {}

    /// The keys that go by this name, as [KeyCombination#getName] gives it; nothing where it names none.
    public static Optional<KeyCombination> read(String name) {
        try {
            var keys = KeyCombination.valueOf(name);
            boolean isKey = !(keys instanceof KeyCharacterCombination character)
                    || character.getCharacter().length() == 1;
            return isKey ? Optional.of(keys) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Such as `Ctrl+Shift+Z` or `Alt+→`.
    public static String shown(KeyCombination keys) {
        var words = new StringBuilder();
        if (down(keys.getShortcut())) words.append(MAC ? "⌘" : "Ctrl").append('+');
        if (down(keys.getControl())) words.append("Ctrl+");
        if (down(keys.getMeta())) words.append(MAC ? "⌘" : "Meta").append('+');
        if (down(keys.getAlt())) words.append("Alt+");
        if (down(keys.getShift())) words.append("Shift+");
        var name = switch (keys) {
            case KeyCodeCombination code -> code.getCode().getName();
            case KeyCharacterCombination character -> character.getCharacter();
            default -> keys.getName();
        };
        return words.append(SIGNS.getOrDefault(name, name)).toString();
    }

    /// What was pressed, or nothing while only Shift, Ctrl or another modifier is down.
    public static Optional<KeyCombination> pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.UNDEFINED || code.isModifierKey()) return Optional.empty();
        return Optional.of(new KeyCodeCombination(
                code,
                state(event.isShiftDown()),
                state(event.isControlDown() && !event.isShortcutDown()),
                state(event.isAltDown()),
                state(event.isMetaDown() && !event.isShortcutDown()),
                state(event.isShortcutDown())));
    }

    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT).contains("mac");

    private static boolean down(KeyCombination.ModifierValue value) {
        return value == KeyCombination.ModifierValue.DOWN;
    }

    private static KeyCombination.ModifierValue state(boolean isDown) {
        return isDown ? KeyCombination.ModifierValue.DOWN : KeyCombination.ModifierValue.UP;
    }
}
