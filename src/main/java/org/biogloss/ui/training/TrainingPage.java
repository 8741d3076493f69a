package org.biogloss.ui.training;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Saving;
import org.biogloss.ui.kit.Workspace;

/// The page with its place on the rail and its commands; what needs the clipboard, a file dialog or a
/// picture is done here.
public final class TrainingPage implements Workspace {

    /// Pictures of charts are printed in papers: twice as many pixels as the screen shows.
    private static final double PICTURE_SCALE = 2;

    private final TrainingViewModel viewModel;
    private final Saving saving;
    private Optional<TrainingView> view = Optional.empty();

    public TrainingPage(TrainingViewModel viewModel, Saving saving) {
        this.viewModel = viewModel;
        this.saving = saving;
    }

    @Override
    public String id() {
        return "learn";
    }

    @Override
    public String title() {
        return Words.TEXT.get("page");
    }

    @Override
    public String icon() {
        return "fth-trending-up";
    }

    @Override
    public Node view() {
        if (view.isEmpty()) view = Optional.of(new TrainingView(viewModel, this));
        return view.get();
    }

    @Override
    public void shown() {
        viewModel.refresh();
    }

    @Override
    public List<Command> commands() {
        var verbs = viewModel.verbs();
        return List.of(
                command("pause", verbs.canPause(), verbs::pause),
                command("resume", verbs.canResume(), verbs::resume),
                command("stop", verbs.canStop(), verbs::stopKeepingBest),
                command("overlay", verbs.isChosen(), this::tickSelected),
                command("overlayAll", verbs.isChosen(), viewModel::tickAllOrNone),
                command("csv", verbs.isChosen(), this::saveCurves),
                command("png", verbs.isChosen(), this::savePicture),
                command("keep", verbs.hasModel(), verbs::keepModel),
                command("highlight", verbs.canHighlight(), verbs::highlightWithIt),
                command("folder", verbs.isChosen(), this::openFolder),
                command("copyCommand", verbs.isChosen(), this::copyCommandLine),
                command("discard", verbs.canDiscard(), verbs::discard));
    }

    private static Command command(String key, BooleanExpression possible, Runnable action) {
        return Command.of(
                        "training." + key,
                        Words.TEXT.get("command." + key),
                        Words.TEXT.get("command.group"),
                        "",
                        action)
                .when(possible);
    }

    private void tickSelected() {
        viewModel.selectedProperty().get().ifPresent(line -> viewModel.tick(line, !viewModel.isTicked(line)));
    }

    void saveCurves() {
        saving.ask("curves.csv", viewModel.curves()::write);
    }

    void savePicture() {
        view.ifPresent(shown -> saving.picture("curves.png", shown.picture(PICTURE_SCALE)));
    }

    void openFolder() {
        viewModel.verbs().folder(saving.prompts()::show);
    }

    void chooseRecipe() {
        saving.prompts().files(Words.TEXT.get("chooseRecipe")).stream()
                .findFirst()
                .ifPresent(viewModel.starting()::open);
    }

    void copyCommandLine() {
        viewModel.verbs().commandLine(words -> saving.copy(words, Words.TEXT.get("copied", words)));
    }
}
