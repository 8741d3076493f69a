package org.biogloss.ui.review;

import javafx.scene.Node;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Commands;

/// The page's verbs on keys that work while the focus is in one of its tabs.
final class ReviewCommands {

    private final ReviewPage page;
    private final ReviewView view;

    ReviewCommands(ReviewPage page, ReviewView view) {
        this.page = page;
        this.view = view;
    }

    void addTo(Commands commands) {
        var concordance = view.occurrences();
        var lines = page.occurrences();
        add(commands, concordance, "yes", "Y", () -> concordance.choose(Line.Choice.YES));
        add(commands, concordance, "no", "N", () -> concordance.choose(Line.Choice.NO));
        add(commands, concordance, "openLine", "Enter", concordance::open);
        add(commands, concordance, "allYes", "A", () -> lines.chooseAllShown(true));
        add(commands, concordance, "allNo", "Shift+A", () -> lines.chooseAllShown(false));
        add(commands, concordance, "unchoose", "Z", lines::unchoose);
        add(commands, concordance, "apply", "Shortcut+Enter", lines::apply);
        add(commands, concordance, "undo", "Shortcut+Z", lines::undo);
        add(commands, concordance, "redo", "Shortcut+Shift+Z", lines::redo);
        add(commands, concordance, "filter", "Shortcut+F", concordance::focusFilter);
        add(commands, concordance, "name", "Slash", concordance::focusName);
        var findings = view.check();
        add(commands, findings, "openFinding", "Enter", findings::open);
        add(commands, findings, "fix", "F", findings::fix);
        add(commands, findings, "fixLike", "Shift+F", findings::fixLike);
        add(commands, findings, "ignore", "I", findings::ignore);
        add(commands, findings, "undoFix", "Shortcut+Z", page.check()::undo);
        add(commands, findings, "check", "F5", page.check()::check);
    }

    private static void add(Commands commands, Node place, String key, String keys, Runnable action) {
        commands.addIn(
                place,
                Command.of(
                        "review." + key,
                        Words.TEXT.get("command." + key),
                        Words.TEXT.get("command.group"),
                        keys,
                        action));
    }
}
