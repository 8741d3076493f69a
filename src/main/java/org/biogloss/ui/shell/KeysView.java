package org.biogloss.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/// The sheet of all keys, by group, in as many columns as fit.
final class KeysView extends StackPane {

    private static final Texts TEXT = new Texts(KeysView.class);
    private static final double COLUMN = 270;
    private static final int HEADING_LINES = 2;
    private static final int FEWEST_LINES = 4;

    private final Commands commands;
    private final HBox columns = new HBox();
    private final ScrollPane scroll = new ScrollPane(columns);
    private @Nullable Node before;

    KeysView(ShellViewModel viewModel, Commands commands) {
        this.commands = commands;
        getStyleClass().addAll("overlay", "dimmed");
        var title = new Label(TEXT.get("keys.title"));
        title.getStyleClass().add("heading");
        var hint = new Label(TEXT.get("keys.hint"));
        hint.getStyleClass().add("muted");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var close = Icons.button("fth-x", TEXT.get("keys.close"), viewModel::toggleKeys);
        var head = new HBox(12, title, hint, space, close);
        head.setAlignment(Pos.CENTER_LEFT);
        columns.getStyleClass().add("keys-columns");
        scroll.setId("keys-sheet");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(TEXT.get("keys.title"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var sheet = new VBox(10, head, scroll);
        sheet.getStyleClass().addAll("top-sheet", "keys-sheet");
        sheet.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().add(sheet);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ESCAPE) return;
            event.consume();
            viewModel.toggleKeys();
        });
        setOnMousePressed(event -> {
            if (event.getTarget() == this) viewModel.toggleKeys();
        });
        visibleProperty().bind(viewModel.keysShownProperty());
        managedProperty().bind(visibleProperty());
        viewModel.keysShownProperty().subscribe(this::turn);
        widthProperty().subscribe(_ -> {
            if (isVisible()) fill();
        });
    }

    private void turn(boolean shown) {
        if (getScene() == null) return;
        if (shown) {
            before = getScene().getFocusOwner();
            fill();
            scroll.requestFocus();
        } else if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    /// Columns of equal length: a long group goes on in the next one.
    private void fill() {
        var groups = new LinkedHashMap<String, List<Command>>();
        for (var command : commands.all()) {
            groups.computeIfAbsent(command.group(), _ -> new ArrayList<>()).add(command);
        }
        int count = Math.clamp((int) ((getWidth() - 120) / COLUMN), 1, 4);
        int lines = groups.values().stream()
                .mapToInt(members -> members.size() + HEADING_LINES)
                .sum();
        int fair = Math.ceilDiv(lines, count) + 1;
        columns.getChildren().clear();
        var column = column();
        int used = 0;
        for (var group : groups.entrySet()) {
            var rest = group.getValue();
            while (!rest.isEmpty()) {
                int room = fair - used - HEADING_LINES;
                boolean isLast = columns.getChildren().size() == count;
                if (room < Math.min(FEWEST_LINES, rest.size()) && !isLast) {
                    column = column();
                    used = 0;
                    continue;
                }
                int taken = isLast ? rest.size() : Math.min(rest.size(), room);
                column.getChildren().add(group(group.getKey(), rest.subList(0, taken)));
                rest = rest.subList(taken, rest.size());
                used += taken + HEADING_LINES;
            }
        }
    }

    private VBox column() {
        var column = new VBox(14);
        column.setPrefWidth(COLUMN);
        HBox.setHgrow(column, Priority.ALWAYS);
        columns.getChildren().add(column);
        return column;
    }

    private static Node group(String name, List<Command> members) {
        var heading = new Label(name);
        heading.getStyleClass().add("section-heading");
        var box = new VBox(heading);
        box.getStyleClass().add("keys-group");
        for (var command : members) box.getChildren().add(line(command));
        return box;
    }

    private static Node line(Command command) {
        var title = new Label(command.title());
        title.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(8, title, space);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!command.shownKeys().isEmpty()) {
            var keys = new Label(command.shownKeys());
            keys.getStyleClass().add("keycap");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(keys);
        }
        return line;
    }
}
