package org.biogloss.ui.kit;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// Lets the keys of a scene call commands.
///
/// Where text is typed, letters are letters, and the field's own keys (undo, copy, word by word) go before ours.
/// Elsewhere, keys with Ctrl or Alt go before the control's own, and plain ones after.
public final class CommandKeys {

    private final Scene scene;
    private Commands commands;

    private CommandKeys(Scene scene, Commands commands) {
        this.scene = scene;
        this.commands = commands;
    }

    /// From now on the scene's keys call these commands, and no others.
    public static void listen(Scene scene, Commands commands) {
        if (scene.getProperties().get(CommandKeys.class) instanceof CommandKeys before) {
            before.commands = commands;
            return;
        }
        var keys = new CommandKeys(scene, commands);
        scene.getProperties().put(CommandKeys.class, keys);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::first);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, keys::last);
    }

    private void first(KeyEvent event) {
        if (isStrong(event) && !isTyping()) call(event);
    }

    private void last(KeyEvent event) {
        if (isStrong(event) || !isTyping()) call(event);
    }

    private void call(KeyEvent event) {
        commands.called(event, Optional.ofNullable(scene.getFocusOwner())).ifPresent(command -> {
            event.consume();
            command.action().run();
        });
    }

    private boolean isTyping() {
        return scene.getFocusOwner() instanceof TextInputControl field && field.isEditable();
    }

    private static boolean isStrong(KeyEvent event) {
        return event.isShortcutDown() || event.isAltDown() || event.getCode().isFunctionKey();
    }
}
