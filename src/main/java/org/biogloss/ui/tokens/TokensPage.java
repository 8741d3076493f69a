package org.biogloss.ui.tokens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.biogloss.jobs.Jobs;
import org.biogloss.tokens.compare.ComparisonReport;
import org.biogloss.tokens.compare.TermTable;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.Snapshots;
import org.biogloss.ui.kit.Workspace;

/// The Lab with its place on the rail and its commands; what needs the clipboard, a file dialog or a picture is done
/// here.
public final class TokensPage implements Workspace {

    /// Pictures are printed in papers: twice as many pixels as the screen shows.
    private static final double PICTURE_SCALE = 2;

    private final TokensViewModel viewModel;
    private final Jobs jobs;
    private final Notices notices;
    private final FilePrompts prompts;
    private final Runnable show;
    private Optional<TokensView> view = Optional.empty();

    /// @param show brings the page to the front
    public TokensPage(TokensViewModel viewModel, Jobs jobs, Notices notices, FilePrompts prompts, Runnable show) {
        this.viewModel = viewModel;
        this.jobs = jobs;
        this.notices = notices;
        this.prompts = prompts;
        this.show = show;
    }

    @Override
    public String id() {
        return "tokens";
    }

    @Override
    public String title() {
        return Words.TEXT.get("rail");
    }

    @Override
    public String icon() {
        return "fth-scissors";
    }

    @Override
    public Node view() {
        if (view.isEmpty()) view = Optional.of(new TokensView(viewModel, this));
        return view.get();
    }

    @Override
    public void shown() {
        viewModel.refresh();
        viewModel.takeQuietly(Words.TEXT.get("exampleText"));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                command("compareReader", "Shortcut+Shift+T", this::compareReader),
                command(
                        "ids",
                        "",
                        () -> viewModel
                                .idsProperty()
                                .set(!viewModel.idsProperty().get())),
                command("nextRinged", "F7", () -> viewModel.selectRinged(1)),
                command("previousRinged", "Shift+F7", () -> viewModel.selectRinged(-1)),
                command("addFolder", "", this::chooseTokenizer),
                command("train", "", this::showTraining),
                command("measure", "", viewModel.corpus()::measure),
                command("copyMarkdown", "", this::copyMarkdown),
                command("pieces", "", this::savePieces),
                command("picture", "", this::savePicture),
                command("tables", "", this::saveTables),
                command("markdown", "", this::saveMarkdown));
    }

    private static Command command(String key, String keys, Runnable action) {
        return Command.of(
                "tokens." + key, Words.TEXT.get("command." + key), Words.TEXT.get("command.group"), keys, action);
    }

    /// Shows one of the tables below the text: `figures`, `terms`, `lengths` or `overlap`.
    public void showTab(String key) {
        view.ifPresent(shown -> shown.showTab(key));
    }

    private void compareReader() {
        viewModel.takeFromReader();
        show.run();
    }

    private void showTraining() {
        show.run();
        viewModel.learning().openProperty().set(true);
    }

    void showExample() {
        viewModel.textProperty().set(Words.TEXT.get("exampleText"));
    }

    /// The terms of the paper's Table 1 as a text.
    void showPaperTerms() {
        viewModel.textProperty().set(String.join(" ", TermTable.PAPER));
    }

    void chooseTokenizer() {
        prompts.folder(Words.TEXT.get("chooseTokenizer")).ifPresent(viewModel::add);
    }

    void chooseCorpus() {
        viewModel.corpus().bring(prompts.files(Words.TEXT.get("chooseCorpus")));
    }

    void savePieces() {
        viewModel
                .sidesProperty()
                .get()
                .ifPresent(sides -> saveText("pieces.csv", () -> ComparisonReport.piecesAsCsv(sides)));
    }

    void saveTables() {
        var report = report();
        saveText("vocabularies.csv", report::asCsv);
    }

    void saveMarkdown() {
        var report = report();
        saveText("vocabularies.md", report::asMarkdown);
    }

    void copyMarkdown() {
        Tables.put(report().asMarkdown());
        notices.say(Words.TEXT.get("copied"));
    }

    void savePicture() {
        view.ifPresent(shown -> {
            var picture = shown.picture(PICTURE_SCALE);
            prompts.saveAs(Words.TEXT.get("saveAs"), "pieces.png")
                    .ifPresent(file -> save(file, () -> Snapshots.save(picture, file)));
        });
    }

    private ComparisonReport report() {
        var tables = viewModel.tables();
        return new ComparisonReport(
                viewModel.sidesProperty().get(),
                viewModel.corpus().figuresProperty().get(),
                tables.termsProperty().get(),
                tables.lengthsProperty().get(),
                tables.overlapProperty().get());
    }

    private void saveText(String name, Supplier<String> content) {
        prompts.saveAs(Words.TEXT.get("saveAs"), name)
                .ifPresent(file -> save(file, () -> Files.writeString(file, content.get())));
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
