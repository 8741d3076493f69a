package org.biogloss.ui.shell;

import java.util.List;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.kit.Workspace;

/// What the window itself can do: go to a page, find anything, show the keys.
final class ShellCommands {

    private static final Texts TEXT = new Texts(ShellCommands.class);

    private ShellCommands() {}

    static String show(Workspace page) {
        return "window.show." + page.id();
    }

    static void add(
            Commands commands,
            ShellViewModel viewModel,
            PaletteViewModel palette,
            List<Workspace> pages,
            List<Workspace> foot) {
        var group = TEXT.get("group");
        commands.add(
                Command.of("window.palette", TEXT.get("command.palette"), group, "Shortcut+K", palette::open),
                Command.of("window.keys", TEXT.get("command.keys"), group, "F1", viewModel::toggleKeys));
        int number = 1;
        for (var page : pages) {
            commands.add(Command.of(
                    show(page),
                    TEXT.get("command.show", page.title()),
                    group,
                    number <= 9 ? "Shortcut+" + number++ : "",
                    () -> viewModel.show(page.id())));
        }
        for (var page : foot) {
            commands.add(Command.of(
                    show(page),
                    TEXT.get("command.show", page.title()),
                    group,
                    page.id().equals("settings") ? "Shortcut+Comma" : "",
                    () -> viewModel.show(page.id())));
        }
    }
}
