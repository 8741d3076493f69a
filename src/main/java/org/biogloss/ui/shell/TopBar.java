package org.biogloss.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Texts;

/// The top of the window: whose project, one field for everything, what runs and where.
final class TopBar extends HBox {

    private static final Texts TEXT = new Texts(TopBar.class);

    private final Commands commands;
    private final MenuButton menu = new MenuButton();

    /// @param menuCommands ids in the order of the project menu; `-` for a line between, `recent` for the projects
    ///                     opened before
    TopBar(
            ShellViewModel viewModel,
            Commands commands,
            PaletteViewModel palette,
            JobsView jobs,
            List<String> menuCommands,
            Consumer<Path> openRecent) {
        this.commands = commands;
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        var name = new Label(TEXT.get("name"));
        name.getStyleClass().add("app-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        menu.setId("project-menu");
        menu.getStyleClass().addAll("flat", "project-menu");
        menu.setAccessibleText(TEXT.get("menu.name"));
        viewModel.projectProperty().subscribe(p -> menu.setText(p.isEmpty() ? TEXT.get("menu.none") : p));
        menu.setOnShowing(_ -> fill(menuCommands, viewModel, openRecent));
        fill(menuCommands, viewModel, openRecent);
        var left = new HBox(6, name, menu);
        left.setAlignment(Pos.CENTER_LEFT);
        left.getStyleClass().add("top-side");
        var device = new Label();
        device.setId("device");
        device.getStyleClass().addAll("muted", "device");
        device.setMinWidth(Region.USE_PREF_SIZE);
        device.textProperty().bind(viewModel.deviceProperty());
        device.setTooltip(Icons.tooltip(TEXT.get("device.name")));
        var right = new HBox(10, jobs, device);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.getStyleClass().add("top-side");
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, searchField(palette), right);
    }

    /// Looks like a field and opens the palette, in which one types.
    private Button searchField(PaletteViewModel palette) {
        var words = new Label(TEXT.get("search"), Icons.of("fth-search"));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var keys = new Label();
        keys.getStyleClass().add("keycap");
        keys.setText(commands.find("window.palette").map(Command::shownKeys).orElse(""));
        var content = new HBox(8, words, keys);
        content.setAlignment(Pos.CENTER_LEFT);
        var field = new Button("", content);
        field.setId("search-anything");
        field.getStyleClass().add("search-anything");
        field.setAccessibleText(TEXT.get("search"));
        field.setOnAction(_ -> palette.open());
        content.prefWidthProperty().bind(field.widthProperty().subtract(22));
        return field;
    }

    private void fill(List<String> menuCommands, ShellViewModel viewModel, Consumer<Path> openRecent) {
        menu.getItems().clear();
        for (var id : menuCommands) {
            switch (id) {
                case "-" -> menu.getItems().add(new SeparatorMenuItem());
                case "recent" -> menu.getItems().add(recent(viewModel, openRecent));
                default -> commands.find(id).map(this::item).ifPresent(menu.getItems()::add);
            }
        }
    }

    private MenuItem item(Command command) {
        var item = new MenuItem(command.title());
        item.setId("menu-" + command.id());
        command.keys().ifPresent(item::setAccelerator);
        item.setDisable(!command.enabled().get());
        item.setOnAction(_ -> commands.run(command.id()));
        return item;
    }

    private static Menu recent(ShellViewModel viewModel, Consumer<Path> openRecent) {
        var recent = new Menu(TEXT.get("menu.recent"));
        for (var project : viewModel.recent()) {
            var item = new MenuItem(project.toString());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> openRecent.accept(project));
            recent.getItems().add(item);
        }
        recent.setDisable(viewModel.recent().isEmpty());
        return recent;
    }
}
