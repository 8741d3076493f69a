package org.biogloss.ui.shell;

import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Workspace;

/// The pages on the left edge, one icon and word each; those about the program itself stand at the foot.
final class Rail extends VBox {

    Rail(ShellViewModel viewModel, List<Workspace> pages, List<Workspace> atTheFoot, Commands commands) {
        setId("rail");
        getStyleClass().add("rail");
        var group = new ToggleGroup();
        pages.forEach(page -> getChildren().add(button(page, viewModel, group, commands)));
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().add(space);
        atTheFoot.forEach(page -> getChildren().add(button(page, viewModel, group, commands)));
    }

    private static ToggleButton button(Workspace page, ShellViewModel viewModel, ToggleGroup group, Commands commands) {
        var button = new ToggleButton(page.title(), Icons.of(page.icon()));
        button.setId("rail-" + page.id());
        button.setToggleGroup(group);
        button.setContentDisplay(ContentDisplay.TOP);
        button.getStyleClass().add("rail-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(page.title());
        var keys =
                commands.find(ShellCommands.show(page)).map(Command::shownKeys).orElse("");
        button.setTooltip(Icons.tooltip(keys.isEmpty() ? page.title() : page.title() + "  " + keys));
        button.setOnAction(_ -> {
            viewModel.show(page.id());
            button.setSelected(true);
        });
        viewModel.workspaceProperty().subscribe(id -> {
            if (id.equals(page.id())) button.setSelected(true);
        });
        return button;
    }
}
