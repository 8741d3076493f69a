package org.biogloss.ui.kit;

import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.input.KeyCombination;

/// Something a person can have done: by key, from the palette, or by a button.
///
/// @param id    stays the same from release to release: rebound keys are saved under it, such as `library.import`
/// @param group heads it on the sheet of keys, such as `Reader`
public record Command(
        String id,
        String title,
        String group,
        Optional<KeyCombination> keys,
        BooleanExpression enabled,
        Runnable action) {

    private static final BooleanExpression ALWAYS = new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

    /// @param keys as [KeyCombination#valueOf] reads them, such as `Shortcut+K`; empty for none
    public static Command of(String id, String title, String group, String keys, Runnable action) {
        var combination = keys.isEmpty() ? Optional.<KeyCombination>empty() : Optional.of(KeyCombination.valueOf(keys));
        return new Command(id, title, group, combination, ALWAYS, action);
    }

    public Command when(BooleanExpression nowEnabled) {
        return new Command(id, title, group, keys, nowEnabled, action);
    }

    Command on(Optional<KeyCombination> otherKeys) {
        return new Command(id, title, group, otherKeys, enabled, action);
    }

    /// The keys as a person reads them; empty where there are none.
    public String shownKeys() {
        return keys.map(Keys::shown).orElse("");
    }
}
