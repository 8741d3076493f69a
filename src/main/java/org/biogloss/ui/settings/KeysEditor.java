package org.biogloss.ui.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Keys;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;

/// Every command with its keys. A click on the keys waits for others: Esc leaves them, Backspace takes them away.
final class KeysEditor extends VBox {

    private final Commands commands;
    private final CustomTextField words = (CustomTextField) TextFields.createClearableTextField();
    private final VBox lines = new VBox();
    private final Label trouble = new Label();
    private Optional<String> waiting = Optional.empty();

    KeysEditor(Commands commands) {
        this.commands = commands;
        setSpacing(8);
        words.setId("keys-filter");
        words.setLeft(Icons.of("fth-search"));
        words.setPromptText(Words.TEXT.get("keys.filter"));
        words.setAccessibleText(Words.TEXT.get("keys.filter"));
        words.textProperty().subscribe(_ -> fill());
        trouble.setId("keys-trouble");
        trouble.getStyleClass().addAll("error-text", "small");
        trouble.setWrapText(true);
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        lines.getStyleClass().add("keys-lines");
        getChildren().addAll(words, trouble, lines);
        commands.all().addListener((javafx.beans.Observable _) -> fill());
        fill();
    }

    private void fill() {
        var asked = words.getText().strip().toLowerCase(Locale.ROOT);
        var groups = new LinkedHashMap<String, List<Command>>();
        for (var command : commands.all()) {
            var text = command.title() + " " + command.group() + " " + command.shownKeys();
            if (text.toLowerCase(Locale.ROOT).contains(asked)) {
                groups.computeIfAbsent(command.group(), _ -> new ArrayList<>()).add(command);
            }
        }
        lines.getChildren().clear();
        groups.forEach((group, members) -> {
            var heading = new Label(group);
            heading.getStyleClass().addAll("muted", "keys-heading");
            lines.getChildren().add(heading);
            members.forEach(command -> lines.getChildren().add(line(command)));
        });
        if (groups.isEmpty()) {
            var none = new Label(Words.TEXT.get("keys.none"));
            none.getStyleClass().add("muted");
            lines.getChildren().add(none);
        }
    }

    private Node line(Command command) {
        var title = new Label(command.title());
        title.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(6, title, space);
        line.getStyleClass().add("keys-line");
        line.setAlignment(Pos.CENTER_LEFT);
        if (commands.reboundProperty().get().containsKey(command.id())) {
            line.getChildren()
                    .add(Icons.button(
                            "fth-rotate-ccw", Words.TEXT.get("keys.reset", command.title()), () -> reset(command)));
        }
        line.getChildren().add(keys(command));
        return line;
    }

    private Button keys(Command command) {
        boolean isWaiting = waiting.equals(Optional.of(command.id()));
        var shown = command.shownKeys().isEmpty() ? Words.TEXT.get("keys.unbound") : command.shownKeys();
        var button = new Button(isWaiting ? Words.TEXT.get("keys.press") : shown);
        button.setId(nodeId(command.id()));
        button.getStyleClass().addAll("flat", "keys-button");
        button.setMnemonicParsing(false);
        button.setAccessibleText(command.title() + ": " + shown);
        if (isWaiting) button.getStyleClass().add("waiting");
        button.setOnAction(_ -> await(command.id()));
        button.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (waiting.equals(Optional.of(command.id()))) take(command, event);
        });
        return button;
    }

    private static String nodeId(String commandId) {
        return "keys-" + commandId.replace('.', '-');
    }

    private void await(String id) {
        waiting = Optional.of(id);
        trouble.setText("");
        fill();
        refocus(id);
    }

    private void take(Command command, KeyEvent event) {
        event.consume();
        var keys = Keys.pressed(event);
        if (keys.isEmpty()) return;
        waiting = Optional.empty();
        if (event.getCode() == KeyCode.BACK_SPACE) commands.rebind(command.id(), Optional.empty());
        else if (event.getCode() != KeyCode.ESCAPE) bind(command, keys.get());
        fill();
        refocus(command.id());
    }

    private void bind(Command command, KeyCombination keys) {
        var taken = commands.clash(command.id(), keys);
        if (taken.isPresent()) {
            trouble.setText(Words.TEXT.get(
                    "keys.taken",
                    Keys.shown(keys),
                    taken.get().title(),
                    taken.get().group()));
        } else {
            commands.rebind(command.id(), Optional.of(keys));
        }
    }

    private void reset(Command command) {
        trouble.setText("");
        commands.resetKeys(command.id());
    }

    private void refocus(String id) {
        for (var line : lines.getChildrenUnmodifiable()) {
            if (!(line instanceof HBox box)) continue;
            for (var part : box.getChildren()) if (nodeId(id).equals(part.getId())) part.requestFocus();
        }
    }
}
