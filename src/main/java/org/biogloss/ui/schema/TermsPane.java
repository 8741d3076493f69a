package org.biogloss.ui.schema;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.Icons;

/// The terminologies on this machine: how many concepts each has and where it is from, adding and removing.
final class TermsPane extends ScrollPane {

    private final TermsViewModel viewModel;
    private final FilePrompts prompts;
    private final VBox column = new VBox(10);

    TermsPane(TermsViewModel viewModel, FilePrompts prompts) {
        this.viewModel = viewModel;
        this.prompts = prompts;
        getStyleClass().add("schema-form");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        column.getStyleClass().add("schema-column");
        column.setId("terminologies");
        setContent(column);
        viewModel.rowsProperty().subscribe(_ -> show());
        viewModel.addingProperty().subscribe(_ -> show());
    }

    private void show() {
        var rows = new ArrayList<Node>();
        var adding = viewModel.addingProperty().get();
        if (viewModel.rowsProperty().get().isEmpty() && adding.isEmpty()) {
            rows.add(new EmptyState(
                    "fth-book",
                    SchemaView.TEXT.get("terms.empty"),
                    SchemaView.TEXT.get("terms.empty.text"),
                    Optional.of(addButton())));
        } else {
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var what = SchemaView.muted(SchemaView.TEXT.get("terms.what"));
            HBox.setHgrow(what, Priority.ALWAYS);
            var top = new HBox(12, what, gap, addButton());
            top.setAlignment(Pos.CENTER_LEFT);
            rows.add(top);
        }
        adding.ifPresent(now -> rows.add(progress(now)));
        for (var row : viewModel.rowsProperty().get()) rows.add(row(row));
        column.getChildren().setAll(rows);
    }

    private Button addButton() {
        var add = new Button(SchemaView.TEXT.get("terms.add"), Icons.of("fth-plus"));
        add.setId("terms-add");
        add.getStyleClass().add("accent");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> viewModel.add(prompts.files(SchemaView.TEXT.get("terms.choose"))));
        add.setDisable(viewModel.addingProperty().get().isPresent());
        return add;
    }

    private Node progress(TermsViewModel.Adding adding) {
        var bar = new ProgressBar(adding.progress().fraction());
        bar.setAccessibleText(SchemaView.TEXT.get("terms.adding", adding.name()));
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        var cancel = new Button(SchemaView.TEXT.get("cancel"));
        cancel.setId("terms-cancel");
        cancel.setOnAction(_ -> viewModel.cancel());
        var line = new HBox(12, new Label(SchemaView.TEXT.get("terms.adding", adding.name())), bar, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("card");
        return line;
    }

    private Node row(TermsDesk.Row row) {
        var about = row.about();
        var name = new Label(about.name());
        name.getStyleClass().add("bold");
        var words = new VBox(2, name);
        if (row.trouble().isEmpty()) {
            var source = about.source().isEmpty() ? "" : SchemaView.TEXT.get("terms.source", about.source());
            var added = about.added()
                    .map(at -> SchemaView.TEXT.get(
                            "terms.since", at.atZone(ZoneId.systemDefault()).toLocalDate()))
                    .orElse("");
            words.getChildren()
                    .add(SchemaView.muted(SchemaView.TEXT.get("terms.concepts", about.concepts()) + source + added));
        } else {
            words.getChildren().add(SchemaView.problem(row.trouble()));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var remove = Icons.button(
                "fth-trash-2", SchemaView.TEXT.get("terms.remove", about.name()), () -> viewModel.remove(about.name()));
        var line = new HBox(12, words, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("card");
        line.setId("terminology-" + about.name());
        return line;
    }
}
