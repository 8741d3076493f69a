package org.biogloss.ui.library;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.biogloss.document.DocumentStatus;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.OpenDocument;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.Texts;

/// The library's looks: the field to search in, its filters, the list, and what the last import did.
public final class LibraryView extends BorderPane {

    private static final Duration TYPING = Duration.millis(180);

    private final Texts text = new Texts(LibraryView.class);
    private final LibraryViewModel viewModel;
    private final FilePrompts prompts;
    private final TextField query = new TextField();
    private final ListView<Integer> list = new ListView<>();
    private final StackPane centre = new StackPane();
    private final MenuButton filter = new MenuButton();

    public LibraryView(LibraryViewModel viewModel, OpenDocument openDocument, FilePrompts prompts) {
        this.viewModel = viewModel;
        this.prompts = prompts;
        getStyleClass().addAll("library", "side-pane");
        getStylesheets()
                .add(Objects.requireNonNull(LibraryView.class.getResource("library.css"))
                        .toExternalForm());
        setMinWidth(220);
        fillList(openDocument);
        setTop(top());
        setCenter(centre);
        viewModel.totalProperty().subscribe(_ -> showCentre());
        viewModel
                .reportProperty()
                .subscribe(report -> setBottom(report.<Node>map(done -> new ImportReportView(done, viewModel, prompts))
                        .orElse(null)));
        setOnDragOver(this::dragOver);
        setOnDragDropped(this::dropped);
    }

    /// For the window: what it can do from anywhere.
    public List<Command> commands() {
        var group = text.get("group");
        return List.of(
                Command.of("library.import", text.get("import"), group, "Shortcut+I", this::chooseFiles),
                Command.of("library.importFolder", text.get("importFolder"), group, "", this::chooseFolder),
                Command.of("library.search", text.get("search"), group, "Shortcut+Shift+F", this::focusQuery),
                Command.of("library.clear", text.get("clear"), group, "", viewModel::clear));
    }

    private Node top() {
        query.setId("library-query");
        query.setPromptText(text.get("prompt"));
        query.setAccessibleText(text.get("search"));
        query.setTooltip(Icons.tooltip(text.get("syntax")));
        var pause = new PauseTransition(TYPING);
        pause.setOnFinished(_ -> viewModel.search(query.getText()));
        query.textProperty().subscribe(_ -> pause.playFromStart());
        query.setOnAction(_ -> viewModel.search(query.getText()));
        query.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) list.requestFocus();
            if (event.getCode() == KeyCode.ESCAPE) query.clear();
        });
        viewModel.queryProperty().subscribe(now -> {
            if (!now.equals(query.getText().strip())) query.setText(now);
        });
        HBox.setHgrow(query, Priority.ALWAYS);
        fillFilter();
        viewModel.types().addListener((javafx.collections.ListChangeListener<String>) _ -> fillFilter());
        viewModel.filtersProperty().subscribe(_ -> fillFilter());
        var bring = Icons.button("fth-plus", text.get("import"), this::chooseFiles);
        bring.setId("library-import");
        var field = new HBox(6, query, filter, bring);
        field.setAlignment(Pos.CENTER_LEFT);

        var count = new Label();
        count.setId("library-count");
        count.getStyleClass().addAll("muted", "small");
        viewModel.totalProperty().subscribe(total -> count.setText(counted(total.longValue())));
        viewModel
                .filtersProperty()
                .subscribe(_ -> count.setText(counted(viewModel.totalProperty().get())));
        var trouble = new Label();
        trouble.setWrapText(true);
        trouble.getStyleClass().addAll("error-text", "small");
        trouble.textProperty().bind(viewModel.troubleProperty());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        var top = new VBox(6, field, count, trouble);
        top.getStyleClass().add("library-top");
        return top;
    }

    private String counted(long total) {
        if (total < 0) return text.get("counting");
        var documents = Shown.count(total, text.get("document"), text.get("documents"));
        return viewModel.isNarrowed() ? text.get("found", documents) : documents;
    }

    private void fillFilter() {
        filter.setId("library-filter");
        filter.setGraphic(Icons.of("fth-filter"));
        filter.setAccessibleText(text.get("filter"));
        filter.setTooltip(Icons.tooltip(text.get("filter")));
        filter.setMinWidth(Region.USE_PREF_SIZE);
        var chosen = viewModel.filtersProperty().get();
        filter.getItems().clear();
        for (var status : DocumentStatus.values()) {
            var item = new CheckMenuItem(text.get("status." + status.name()));
            item.setSelected(chosen.statuses().contains(status));
            item.setOnAction(_ -> viewModel.filterByStatus(status, item.isSelected()));
            filter.getItems().add(item);
        }
        filter.getItems().add(new SeparatorMenuItem());
        for (var type : viewModel.types()) {
            var item = new CheckMenuItem(text.get("has", type));
            item.setMnemonicParsing(false);
            item.setSelected(chosen.entityTypes().contains(type));
            item.setOnAction(_ -> viewModel.filterByType(type, item.isSelected()));
            filter.getItems().add(item);
        }
        int narrowing = chosen.entityTypes().size() + chosen.statuses().size();
        filter.setText(narrowing == 0 ? "" : String.valueOf(narrowing));
    }

    private void fillList(OpenDocument openDocument) {
        list.setId("library-list");
        list.setAccessibleText(text.get("listName"));
        list.setItems(viewModel.places());
        list.setCellFactory(_ -> new LibraryCell(viewModel, text));
        list.getSelectionModel().selectedItemProperty().subscribe(place -> {
            if (place != null
                    && place != viewModel.placeOf(openDocument.documentId().orElse(""))) viewModel.open(place);
        });
        openDocument.documentIdProperty().subscribe(id -> follow(id));
        viewModel.totalProperty().subscribe(_ -> follow(openDocument.documentId()));
    }

    /// Selects the row of the open document, wherever it was opened from.
    private void follow(Optional<String> id) {
        int place = id.map(viewModel::placeOf).orElse(-1);
        if (place < 0 || Objects.equals(list.getSelectionModel().getSelectedItem(), place)) return;
        list.getSelectionModel().select(place);
        list.scrollTo(Math.max(0, place - 3));
    }

    private void showCentre() {
        long total = viewModel.totalProperty().get();
        if (total != 0) centre.getChildren().setAll(list);
        else if (viewModel.isNarrowed()) {
            var clear = new Button(text.get("clear"));
            clear.setOnAction(_ -> viewModel.clear());
            centre.getChildren()
                    .setAll(new EmptyState(
                            "fth-search", text.get("noHits"), text.get("noHitsText"), Optional.of(clear)));
        } else {
            var bring = new Button(text.get("import"));
            bring.setId("library-empty-import");
            bring.setOnAction(_ -> chooseFiles());
            centre.getChildren()
                    .setAll(new EmptyState("fth-inbox", text.get("empty"), text.get("emptyText"), Optional.of(bring)));
        }
    }

    private void focusQuery() {
        query.requestFocus();
        query.selectAll();
    }

    private void chooseFiles() {
        viewModel.importFiles(prompts.files(text.get("chooseFiles")));
    }

    private void chooseFolder() {
        prompts.folder(text.get("chooseFolder")).map(List::of).ifPresent(viewModel::importFiles);
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) event.acceptTransferModes(TransferMode.COPY);
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<Path> files =
                event.getDragboard().getFiles().stream().map(File::toPath).toList();
        viewModel.importFiles(files);
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }
}
