package org.biogloss.ui.leaderboard;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.biogloss.benchmark.Leaderboard;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Saving;
import org.biogloss.ui.kit.Workspace;

/// The leaderboard with its place on the rail and its commands; what needs the clipboard, a file dialog or a picture is
/// done here.
public final class LeaderboardPage implements Workspace {

    /// Pictures are printed in papers: twice as many pixels as the screen shows.
    private static final double PICTURE_SCALE = 2;

    private final LeaderboardViewModel viewModel;
    private final Saving saving;
    private Optional<LeaderboardView> view = Optional.empty();

    public LeaderboardPage(LeaderboardViewModel viewModel, Saving saving) {
        this.viewModel = viewModel;
        this.saving = saving;
    }

    @Override
    public String id() {
        return "leaderboard";
    }

    @Override
    public String title() {
        return Words.TEXT.get("rail");
    }

    @Override
    public String icon() {
        return "fth-award";
    }

    @Override
    public Node view() {
        if (view.isEmpty()) view = Optional.of(new LeaderboardView(viewModel, this));
        return view.get();
    }

    @Override
    public void shown() {
        viewModel.refresh();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                command("compare", viewModel::compareWithSelected),
                command("copyMarkdown", this::copyMarkdown),
                command("markdown", this::saveMarkdown),
                command("csv", this::saveCsv),
                command("picture", this::savePicture));
    }

    private static Command command(String key, Runnable action) {
        return Command.of(
                "leaderboard." + key, Words.TEXT.get("command." + key), Words.TEXT.get("command.group"), "", action);
    }

    void copyMarkdown() {
        saving.copy(board().markdown(), Words.TEXT.get("copied"));
    }

    void saveMarkdown() {
        saving.text("leaderboard.md", board()::markdown);
    }

    void saveCsv() {
        saving.text("leaderboard.csv", board()::csv);
    }

    void savePicture() {
        view.ifPresent(shown -> saving.picture("leaderboard.png", shown.picture(PICTURE_SCALE)));
    }

    /// What the table shows, in its order.
    private Leaderboard board() {
        return new Leaderboard(view.map(LeaderboardView::inOrder).orElseGet(() -> List.copyOf(viewModel.rows())));
    }
}
