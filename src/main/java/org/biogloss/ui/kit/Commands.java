package org.biogloss.ui.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// All that one can have done in the window. The palette, the sheet of keys and the settings read it; a person may bind
/// other keys.
public final class Commands {

    /// @param scope its keys work only while the focus is in there
    private record Known(Command asMade, Optional<Node> scope) {}

    private final Map<String, Known> known = new LinkedHashMap<>();
    private final ObservableList<Command> all = FXCollections.observableArrayList();
    private final ObservableList<Command> readOnly = FXCollections.unmodifiableObservableList(all);
    private final ReadOnlyObjectWrapper<Map<String, String>> rebound = new ReadOnlyObjectWrapper<>(Map.of());

    /// Commands whose keys work wherever the focus is.
    public void add(Command... commands) {
        for (var command : commands) add(Optional.empty(), command);
    }

    /// Commands whose keys work while the focus is inside this node: the place for single letters.
    public void addIn(Node scope, Command... commands) {
        for (var command : commands) add(Optional.of(scope), command);
    }

    /// Takes back the commands whose ids begin so, such as those of types that there are no more.
    public void removeAll(String idPrefix) {
        known.keySet().removeIf(id -> id.startsWith(idPrefix));
        all.removeIf(command -> command.id().startsWith(idPrefix));
    }

    /// In the order in which they were added, on the keys that hold now.
    public ObservableList<Command> all() {
        return readOnly;
    }

    public Optional<Command> find(String id) {
        return all.stream().filter(command -> command.id().equals(id)).findFirst();
    }

    /// Does it, unless it is not to be done now.
    public void run(String id) {
        find(id).filter(command -> command.enabled().get())
                .ifPresent(command -> command.action().run());
    }

    /// Keys a person has chosen, by command id: as [KeyCombination#valueOf] reads them, empty for none.
    public ReadOnlyObjectProperty<Map<String, String>> reboundProperty() {
        return rebound.getReadOnlyProperty();
    }

    /// Takes over keys chosen earlier; what cannot be read is left as it was made.
    public void rebind(Map<String, String> chosen) {
        rebound.set(Map.copyOf(chosen));
        all.replaceAll(command -> bound(asMade(command)));
    }

    public void rebind(String id, Optional<KeyCombination> keys) {
        var chosen = new LinkedHashMap<>(rebound.get());
        chosen.put(id, keys.map(KeyCombination::getName).orElse(""));
        rebind(chosen);
    }

    /// Gives a command back the keys it was made with.
    public void resetKeys(String id) {
        var chosen = new LinkedHashMap<>(rebound.get());
        chosen.remove(id);
        rebind(chosen);
    }

    /// Another command that these keys would call in the same place.
    public Optional<Command> clash(String id, KeyCombination keys) {
        var scope = scope(id);
        return all.stream()
                .filter(other -> !other.id().equals(id)
                        && other.keys().filter(keys::equals).isPresent())
                .filter(other -> scope.isEmpty() || scope(other.id()).isEmpty() || scope.equals(scope(other.id())))
                .findFirst();
    }

    /// The enabled command that this event calls while the focus is on this node, those of the place first.
    Optional<Command> called(KeyEvent event, Optional<Node> focus) {
        Optional<Command> everywhere = Optional.empty();
        for (var command : all) {
            if (!command.enabled().get()
                    || command.keys().filter(keys -> keys.match(event)).isEmpty()) continue;
            var scope = scope(command.id());
            if (scope.isPresent()
                    && focus.filter(node -> holds(scope.get(), node)).isPresent()) return Optional.of(command);
            if (scope.isEmpty() && everywhere.isEmpty()) everywhere = Optional.of(command);
        }
        return everywhere;
    }

    private void add(Optional<Node> scope, Command command) {
        if (known.put(command.id(), new Known(command, scope)) != null) {
            all.removeIf(other -> other.id().equals(command.id()));
        }
        all.add(bound(command));
    }

    private Optional<Node> scope(String id) {
        return Optional.ofNullable(known.get(id)).flatMap(Known::scope);
    }

    private Command asMade(Command command) {
        var made = known.get(command.id());
        return made == null ? command : made.asMade();
    }

    private Command bound(Command command) {
        var keys = rebound.get().get(command.id());
        if (keys == null) return command;
        if (keys.isEmpty()) return command.on(Optional.empty());
        return Keys.read(keys).map(read -> command.on(Optional.of(read))).orElse(command);
    }

    private static boolean holds(Node scope, Node node) {
        for (Node up = node; up != null; up = up.getParent()) if (up == scope) return true;
        return false;
    }
}
