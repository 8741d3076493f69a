package org.biogloss.ui.agree;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import org.biogloss.agreement.Verdict;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Commands;

/// Adjudication's verbs as commands: shown by F1 and in the palette, on keys that a person may change.
final class AdjudicateCommands {

    private AdjudicateCommands() {}

    static void add(Commands commands, AgreeView view, AdjudicateViewModel viewModel) {
        BooleanExpression open =
                Bindings.createBooleanBinding(() -> viewModel.cursorProperty().get() >= 0, viewModel.cursorProperty());
        var place = view.adjudicate();
        commands.addIn(
                place,
                command("left", "Left", () -> viewModel.decide(Verdict.LEFT)).when(open),
                command("right", "Right", () -> viewModel.decide(Verdict.RIGHT)).when(open),
                command("both", "B", () -> viewModel.decide(Verdict.BOTH)).when(open),
                command("neither", "X", () -> viewModel.decide(Verdict.NEITHER)).when(open),
                command("leftBorders", "M", () -> viewModel.decide(Verdict.LEFT_BORDERS))
                        .when(open),
                command("rightBorders", "Shift+M", () -> viewModel.decide(Verdict.RIGHT_BORDERS))
                        .when(open),
                command("next", "J", () -> viewModel.step(1)).when(open),
                command("previous", "K", () -> viewModel.step(-1)).when(open),
                command("nextOpen", "N", viewModel::nextOpen),
                command("agreed", "A", viewModel::takeAgreed),
                command("edit", "E", viewModel::read).when(open),
                command("done", "Enter", viewModel::done),
                command("nextDocument", "Alt+Right", () -> viewModel.neighbour(1, false)),
                command("previousDocument", "Alt+Left", () -> viewModel.neighbour(-1, false)),
                command("undo", "Shortcut+Z", viewModel::undo),
                command("redo", "Shortcut+Shift+Z", viewModel::redo));
    }

    private static Command command(String key, String keys, Runnable action) {
        return Command.of(
                "adjudicate." + key,
                Words.TEXT.get("adjudicate." + key),
                Words.TEXT.get("adjudicate.group"),
                keys,
                action);
    }
}
