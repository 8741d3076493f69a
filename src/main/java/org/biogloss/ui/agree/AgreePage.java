package org.biogloss.ui.agree;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.biogloss.agreement.Agreement;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.Saving;
import org.biogloss.ui.kit.TypeColours;
import org.biogloss.ui.kit.Workspace;

/// The page Agree with its place on the rail and its commands; what needs the clipboard or a file dialog is done here.
public final class AgreePage implements Workspace {

    private final AgreeViewModel viewModel;
    private final Commands commands;
    private final Saving saving;
    private final FilePrompts prompts;
    private final TypeColours colours;
    private final Runnable toFront;
    private Optional<AgreeView> view = Optional.empty();

    /// @param toFront brings this page to the front
    public AgreePage(
            AgreeViewModel viewModel,
            Commands commands,
            Saving saving,
            FilePrompts prompts,
            TypeColours colours,
            Runnable toFront) {
        this.viewModel = viewModel;
        this.commands = commands;
        this.saving = saving;
        this.prompts = prompts;
        this.colours = colours;
        this.toFront = toFront;
    }

    @Override
    public String id() {
        return "agree";
    }

    @Override
    public String title() {
        return Words.TEXT.get("rail");
    }

    @Override
    public String icon() {
        return "fth-users";
    }

    @Override
    public Node view() {
        if (view.isEmpty()) {
            var made = new AgreeView(viewModel, this, colours);
            AdjudicateCommands.add(commands, made, viewModel.adjudication());
            view = Optional.of(made);
        }
        return view.get();
    }

    @Override
    public void shown() {
        viewModel.refresh();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                command("measure", () -> {
                    viewModel.adjudication().show(false);
                    viewModel.measure();
                }),
                command("adjudicate", () -> viewModel.adjudication().show(true)),
                command("everywhere", () -> {
                    viewModel.adjudication().show(true);
                    viewModel.adjudication().takeAgreedEverywhere();
                }),
                command("copyMarkdown", this::copyMarkdown),
                command("markdown", this::saveMarkdown),
                command("csv", this::saveCsv),
                command("differences", this::saveDifferences));
    }

    private Command command(String key, Runnable action) {
        return Command.of("agree." + key, Words.TEXT.get("command." + key), Words.TEXT.get("group"), "", () -> {
            toFront.run();
            action.run();
        });
    }

    void copyMarkdown() {
        agreement().ifPresent(now -> saving.copy(now.markdown(), Words.TEXT.get("copied")));
    }

    void saveMarkdown() {
        agreement().ifPresent(now -> saving.text("agreement.md", now::markdown));
    }

    void saveCsv() {
        agreement().ifPresent(now -> saving.text("agreement.csv", now::csv));
    }

    void saveDifferences() {
        var rows = List.copyOf(viewModel.differences());
        agreement().ifPresent(now -> saving.text("differences.csv", () -> DifferenceTable.csv(now, rows)));
    }

    private Optional<Agreement> agreement() {
        return viewModel.agreementProperty().get();
    }

    /// Asks for the files that are to become a layer.
    void bringIn(String layer) {
        viewModel.importLayer(prompts.files(Words.TEXT.get("import.title", layer)), layer);
    }
}
