package org.biogloss.ui.leaderboard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.biogloss.benchmark.Leaderboard;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.Snapshots;
import org.biogloss.ui.kit.Workspace;

/// The leaderboard with its place on the rail and its commands; what needs the clipboard, a file dialog or a picture is
/// done here.
public final class LeaderboardPage implements Workspace {

    /// Pictures are printed in papers: twice as many pixels as the screen shows.
    private static final double PICTURE_SCALE = 2;

    private final LeaderboardViewModel viewModel;
    private final Jobs jobs;
    private final Notices notices;
    private final FilePrompts prompts;
    private Optional<LeaderboardView> view = Optional.empty();

    public LeaderboardPage(LeaderboardViewModel viewModel, Jobs jobs, Notices notices, FilePrompts prompts) {
        this.viewModel = viewModel;
        this.jobs = jobs;
        this.notices = notices;
        this.prompts = prompts;
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
        var content = new ClipboardContent();
        content.putString(board().markdown());
        Clipboard.getSystemClipboard().setContent(content);
        notices.say(Words.TEXT.get("copied"));
    }

    void saveMarkdown() {
        saveText("leaderboard.md", board().markdown());
    }

    void saveCsv() {
        saveText("leaderboard.csv", board().csv());
    }

    void savePicture() {
        view.ifPresent(shown -> {
            var picture = shown.picture(PICTURE_SCALE);
            prompts.saveAs(Words.TEXT.get("saveAs"), "leaderboard.png")
                    .ifPresent(file -> save(file, () -> Snapshots.save(picture, file)));
        });
    }

    /// What the table shows, in its order.
    private Leaderboard board() {
        return new Leaderboard(view.map(LeaderboardView::inOrder).orElseGet(() -> List.copyOf(viewModel.rows())));
    }

    private void saveText(String name, String content) {
        prompts.saveAs(Words.TEXT.get("saveAs"), name)
                .ifPresent(file -> save(file, () -> Files.writeString(file, content, StandardCharsets.UTF_8)));
    }

    private interface Saving {
        void run() throws IOException;
    }

    private void save(Path file, Saving saving) {
        jobs.start(Words.TEXT.get("saving", file.getFileName()), _ -> {
                    saving.run();
                    return file;
                })
                .then(
                        saved -> notices.say(Words.TEXT.get("saved", saved)),
                        failure -> notices.fail(Words.TEXT.get("cannotSave", file), failure));
    }
}
