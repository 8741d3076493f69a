package org.biogloss.ui.tokens;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.biogloss.tokens.compare.ComparisonReport;
import org.biogloss.tokens.compare.TermTable;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Saving;
import org.biogloss.ui.kit.Workspace;

/// The Lab with its place on the rail and its commands; what needs the clipboard, a file dialog or a picture is done
/// here.
public final class TokensPage implements Workspace {

    /// Pictures are printed in papers: twice as many pixels as the screen shows.
    private static final double PICTURE_SCALE = 2;

    private final TokensViewModel viewModel;
    private final Saving saving;
    private final Runnable show;
    private Optional<TokensView> view = Optional.empty();

    /// @param show brings the page to the front
    public TokensPage(TokensViewModel viewModel, Saving saving, Runnable show) {
        this.viewModel = viewModel;
        this.saving = saving;
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
        saving.prompts().folder(Words.TEXT.get("chooseTokenizer")).ifPresent(viewModel::add);
    }

    void chooseCorpus() {
        viewModel.corpus().bring(saving.prompts().files(Words.TEXT.get("chooseCorpus")));
    }

    void savePieces() {
        viewModel
                .sidesProperty()
                .get()
                .ifPresent(sides -> saving.text("pieces.csv", () -> ComparisonReport.piecesAsCsv(sides)));
    }

    void saveTables() {
        var report = report();
        saving.text("vocabularies.csv", report::asCsv);
    }

    void saveMarkdown() {
        var report = report();
        saving.text("vocabularies.md", report::asMarkdown);
    }

    void copyMarkdown() {
        saving.copy(report().asMarkdown(), Words.TEXT.get("copied"));
    }

    void savePicture() {
        view.ifPresent(shown -> saving.picture("pieces.png", shown.picture(PICTURE_SCALE)));
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
}
