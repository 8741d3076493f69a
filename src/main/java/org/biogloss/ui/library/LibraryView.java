package org.biogloss.ui.library;

import java.io.File;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.biogloss.search.Filters;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.Icons;
import org.controlsfx.control.textfield.CustomTextField;

/// The library's looks: a query, what it narrows, and the list of papers.
public final class LibraryView extends VBox {

    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private final LibraryViewModel viewModel;
    private final Commands commands;
    private final CustomTextField query = new CustomTextField();
    private final ListView<Row> papers;
    private final FilterBar filters;
    private final StackPane middle = new StackPane();

    /// @param commands those of the library are added to them; `project.new` fills the place where no project is
    public LibraryView(LibraryViewModel viewModel, Commands commands, LibraryCommands library) {
        this.viewModel = viewModel;
        this.commands = commands;
        this.papers = new ListView<>(viewModel.rows());
        this.filters = new FilterBar(viewModel);
        getStyleClass().addAll("library", "side-pane");
        getStylesheets()
                .add(Objects.requireNonNull(LibraryView.class.getResource("library.css"))
                        .toExternalForm());
        library.add(commands, this::focusQuery);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(header(), question(), filters.chips(), facts(), middle);
        prepareList();
        viewModel.stateProperty().subscribe(this::show);
        setOnDragOver(this::dragged);
        setOnDragExited(_ -> pseudoClassStateChanged(DROPPING, false));
        setOnDragDropped(this::dropped);
    }

    public void focusQuery() {
        query.requestFocus();
        query.selectAll();
    }

    /// What hangs from the filter button, for pictures of it.
    public Node filterChoices() {
        return filters.choices();
    }

    private Node header() {
        var title = new Label(Words.TEXT.get("title"));
        title.getStyleClass().add("section-heading");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var files = new MenuItem(Words.TEXT.get("import.files"));
        files.setOnAction(_ -> commands.run("library.import"));
        var folder = new MenuItem(Words.TEXT.get("import.folder"));
        folder.setOnAction(_ -> commands.run("library.importFolder"));
        var bring = new MenuButton(Words.TEXT.get("import"), Icons.of("fth-download"), files, folder);
        bring.setId("library-import");
        bring.getStyleClass().addAll("flat", "small");
        bring.disableProperty().bind(viewModel.stateProperty().isEqualTo(LibraryViewModel.State.NO_PROJECT));
        var header = new HBox(title, space, bring);
        header.getStyleClass().add("pane-header");
        return header;
    }

    private Node question() {
        query.setId("library-query");
        query.setPromptText(Words.TEXT.get("search"));
        query.setAccessibleText(Words.TEXT.get("search.name"));
        query.setTooltip(Icons.tooltip(Words.TEXT.get("search.help.text")));
        query.setLeft(Icons.of("fth-search"));
        var clear = Icons.button("fth-x", Words.TEXT.get("empty.noHits.button"), viewModel::clearQuestion);
        clear.setFocusTraversable(false);
        query.textProperty().subscribe(words -> {
            query.setRight(words.isEmpty() ? null : clear);
            viewModel.ask(words);
        });
        viewModel.queryProperty().subscribe(words -> {
            if (!words.equals(query.getText())) query.setText(words);
        });
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        query.disableProperty().bind(viewModel.stateProperty().isEqualTo(LibraryViewModel.State.NO_PROJECT));
        HBox.setHgrow(query, Priority.ALWAYS);
        var line = new HBox(4, query, filters.button());
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("library-question");
        return line;
    }

    private void steer(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !viewModel.rows().isEmpty()) {
            papers.requestFocus();
            if (papers.getSelectionModel().getSelectedIndex() < 0)
                papers.getSelectionModel().select(0);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !viewModel.rows().isEmpty()) {
            viewModel.open(Math.max(0, papers.getSelectionModel().getSelectedIndex()));
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !query.getText().isEmpty()) {
            query.clear();
            event.consume();
        }
    }

    private Node facts() {
        var summary = new Label();
        summary.setId("library-summary");
        summary.getStyleClass().addAll("muted", "small");
        summary.textProperty().bind(viewModel.summaryProperty());
        var problem = new Label();
        problem.setId("library-problem");
        problem.getStyleClass().addAll("error-text", "small");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.textProperty().bind(viewModel.problemProperty());
        problem.visibleProperty().bind(viewModel.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        var bar = new ProgressBar(0);
        bar.setId("library-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        var far = new Label();
        far.setId("library-done");
        far.getStyleClass().addAll("muted", "small");
        var progress = new VBox(2, bar, far);
        viewModel.progressProperty().subscribe(now -> {
            progress.setVisible(now.listed() > 0);
            progress.setManaged(now.listed() > 0);
            bar.setProgress(now.listed() == 0 ? 0 : (double) now.done() / now.listed());
            far.setText(
                    now.review() == 0
                            ? Words.TEXT.get("progress", now.done(), now.listed())
                            : Words.TEXT.get("progress.review", now.done(), now.listed(), now.review()));
            bar.setAccessibleText(far.getText());
        });
        var facts = new VBox(3, problem, summary, progress);
        facts.getStyleClass().add("library-facts");
        return facts;
    }

    private void prepareList() {
        papers.setId("papers");
        papers.getStyleClass().add("papers");
        papers.setAccessibleText(Words.TEXT.get("title"));
        papers.setCellFactory(_ -> {
            var cell = new RowCell();
            cell.setOnMouseClicked(_ -> {
                if (!cell.isEmpty()) viewModel.open(cell.getIndex());
            });
            return cell;
        });
        papers.setOnKeyPressed(event -> {
            if (event.getCode() != KeyCode.ENTER) return;
            viewModel.open(papers.getSelectionModel().getSelectedIndex());
            event.consume();
        });
        viewModel.selectedProperty().subscribe(index -> follow(index.intValue()));
        viewModel.queryProperty().subscribe(_ -> markFound());
        viewModel.filtersProperty().subscribe(_ -> markFound());
    }

    /// Rows of a search are taller: they say why they were found.
    private void markFound() {
        boolean isPlain = viewModel.queryProperty().get().isBlank()
                && viewModel.filtersProperty().get().equals(Filters.NONE);
        papers.pseudoClassStateChanged(FOUND, !isPlain);
    }

    private void follow(int index) {
        if (index < 0) {
            papers.getSelectionModel().clearSelection();
            return;
        }
        papers.getSelectionModel().select(index);
        if (!isInSight(index)) papers.scrollTo(Math.max(0, index - 2));
    }

    private boolean isInSight(int index) {
        return papers.lookupAll(".paper").stream()
                .filter(RowCell.class::isInstance)
                .map(RowCell.class::cast)
                .anyMatch(cell -> cell.getIndex() == index
                        && cell.isVisible()
                        && cell.getBoundsInParent().getMinY() >= 0
                        && cell.getBoundsInParent().getMaxY() <= papers.getHeight());
    }

    private void show(LibraryViewModel.State state) {
        middle.getChildren()
                .setAll(
                        switch (state) {
                            case ROWS -> papers;
                            case NO_PROJECT -> empty("fth-folder-plus", "empty.noProject", "project.new");
                            case NO_PAPERS -> empty("fth-inbox", "empty.noPapers", "library.import");
                            case NO_HITS -> {
                                var clear = button("empty.noHits");
                                clear.setOnAction(_ -> viewModel.clearQuestion());
                                yield new EmptyState(
                                        "fth-search",
                                        Words.TEXT.get("empty.noHits.title"),
                                        Words.TEXT.get("empty.noHits.text"),
                                        Optional.of(clear));
                            }
                        });
    }

    private Node empty(String icon, String key, String command) {
        var button = button(key);
        button.getStyleClass().add("accent");
        button.setOnAction(_ -> commands.run(command));
        return new EmptyState(icon, Words.TEXT.get(key + ".title"), Words.TEXT.get(key + ".text"), Optional.of(button));
    }

    private static Button button(String key) {
        var button = new Button(Words.TEXT.get(key + ".button"));
        button.getStyleClass().add("empty-button");
        return button;
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            pseudoClassStateChanged(DROPPING, true);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        var files = event.getDragboard().getFiles();
        if (files != null)
            viewModel.importFiles(files.stream().map(File::toPath).toList());
        event.setDropCompleted(files != null);
        event.consume();
    }
}
