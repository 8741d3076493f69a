package org.biogloss.ui.library;

import java.util.List;
import org.biogloss.document.DocumentStatus;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.FilePrompts;

/// What one can have done in the library, from wherever the focus is.
public record LibraryCommands(LibraryViewModel viewModel, FilePrompts prompts) {

    void add(Commands commands, Runnable focusQuery) {
        var hasProject = viewModel.stateProperty().isNotEqualTo(LibraryViewModel.State.NO_PROJECT);
        var hasRows = viewModel.stateProperty().isEqualTo(LibraryViewModel.State.ROWS);
        commands.add(
                command("search", "Shortcut+Shift+F", focusQuery).when(hasProject),
                command("next", "Alt+Down", viewModel::next).when(hasRows),
                command("previous", "Alt+Up", viewModel::previous).when(hasRows),
                command("import", "Shortcut+I", this::importFiles).when(hasProject),
                command("importFolder", "Shortcut+Shift+I", this::importFolder).when(hasProject),
                command("new", "", () -> viewModel.mark(DocumentStatus.NEW)).when(hasRows),
                command("inProgress", "", () -> viewModel.mark(DocumentStatus.IN_PROGRESS))
                        .when(hasRows),
                command("done", "", () -> viewModel.mark(DocumentStatus.DONE)).when(hasRows),
                command("needsReview", "", () -> viewModel.mark(DocumentStatus.NEEDS_REVIEW))
                        .when(hasRows),
                command("report", "", viewModel::showReport).when(viewModel.hasReport()));
    }

    private void importFiles() {
        viewModel.importFiles(prompts.files(Words.TEXT.get("prompt.files")));
    }

    private void importFolder() {
        prompts.folder(Words.TEXT.get("prompt.folder")).ifPresent(folder -> viewModel.importFiles(List.of(folder)));
    }

    private static Command command(String id, String keys, Runnable action) {
        return Command.of(
                "library." + id, Words.TEXT.get("command." + id), Words.TEXT.get("command.group"), keys, action);
    }
}
