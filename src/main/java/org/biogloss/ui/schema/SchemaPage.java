package org.biogloss.ui.schema;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.TypeColours;
import org.biogloss.ui.kit.Workspace;

/// The schema page with its place on the rail and its commands.
public final class SchemaPage implements Workspace {

    private final SchemaViewModel viewModel;
    private final TermsViewModel terms;
    private final TypeColours colours;
    private final FilePrompts prompts;
    private final Runnable show;
    private Optional<SchemaView> view = Optional.empty();

    /// @param show brings the page to the front
    public SchemaPage(
            SchemaViewModel viewModel, TermsViewModel terms, TypeColours colours, FilePrompts prompts, Runnable show) {
        this.viewModel = viewModel;
        this.terms = terms;
        this.colours = colours;
        this.prompts = prompts;
        this.show = show;
    }

    @Override
    public String id() {
        return "schema";
    }

    @Override
    public String title() {
        return SchemaView.TEXT.get("rail");
    }

    @Override
    public String icon() {
        return "fth-sliders";
    }

    @Override
    public Node view() {
        return made();
    }

    @Override
    public void shown() {
        viewModel.refresh();
        terms.refresh();
    }

    @Override
    public List<Command> commands() {
        var group = SchemaView.TEXT.get("rail");
        return List.of(
                Command.of("schema.terminologies", SchemaView.TEXT.get("command.terms"), group, "", () -> {
                    show.run();
                    made().showTerminologies();
                }),
                Command.of(
                        "schema.addTerminology", SchemaView.TEXT.get("command.addTerms"), group, "", this::addTerms));
    }

    /// Shows how it goes on.
    public void addTerms() {
        var files = prompts.files(SchemaView.TEXT.get("terms.choose"));
        if (files.isEmpty()) return;
        show.run();
        made().showTerminologies();
        terms.add(files);
    }

    private SchemaView made() {
        if (view.isEmpty()) view = Optional.of(new SchemaView(viewModel, terms, colours, prompts));
        return view.get();
    }
}
