package org.biogloss.ui.review;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.TypeColours;
import org.biogloss.workbench.review.Finding;
import org.biogloss.workbench.review.Fixing;

/// Where the project contradicts itself: the kinds with their counts at the left, a line for each place.
final class CheckPane extends BorderPane {

    private final CheckViewModel viewModel;
    private final TypeColours colours;
    private final TableView<Finding> table = new TableView<>();
    private final StackPane centre = new StackPane();
    private final StackPane list = new StackPane();
    private final SplitPane found;

    CheckPane(CheckViewModel viewModel, TypeColours colours) {
        this.viewModel = viewModel;
        this.colours = colours;
        makeTable();
        found = new SplitPane(kinds(), new BorderPane(list, head(), null, verbs(), null));
        found.setDividerPositions(0.24);
        SplitPane.setResizableWithParent(found.getItems().getFirst(), false);
        setCenter(centre);
        viewModel.checkedProperty().subscribe(this::showCentre);
        viewModel.shown().addListener((javafx.collections.ListChangeListener<Finding>) _ -> showList());
        viewModel.job().runningProperty().subscribe(_ -> showList());
        viewModel.kindProperty().subscribe(_ -> showList());
    }

    void focus() {
        table.requestFocus();
    }

    void open() {
        selected().stream().findFirst().ifPresent(viewModel::open);
    }

    void fix() {
        act(() -> viewModel.fix(selected()));
    }

    /// All that are shown with the same text.
    void fixLike() {
        act(() -> selected().stream().findFirst().ifPresent(one -> viewModel.fix(viewModel.like(one))));
    }

    void ignore() {
        act(() -> viewModel.ignore(selected()));
    }

    private List<Finding> selected() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    /// The selection stays at its place in the list, on what comes next.
    private void act(Runnable verb) {
        int at = table.getSelectionModel().getSelectedIndex();
        verb.run();
        if (at >= 0 && !table.getItems().isEmpty()) {
            table.getSelectionModel()
                    .clearAndSelect(Math.min(at, table.getItems().size() - 1));
        }
    }

    private Node kinds() {
        var kinds = new VBox(2);
        kinds.getStyleClass().addAll("side-pane", "kinds");
        kinds.setMinWidth(170);
        var group = new ToggleGroup();
        for (var kind : Finding.Kind.values()) {
            var count = new Label();
            count.textProperty().bind(viewModel.countProperty(kind).map(now -> Shown.count(now.longValue())));
            count.getStyleClass().add("badge");
            count.setMinWidth(USE_PREF_SIZE);
            var name = new Label(Words.kind(kind));
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            var line = new HBox(6, name, count);
            line.setAlignment(Pos.CENTER_LEFT);
            var button = new ToggleButton("", line);
            button.setId("check-" + kind);
            button.getStyleClass().addAll("flat", "kind");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setToggleGroup(group);
            button.setAccessibleText(Words.kind(kind));
            button.setTooltip(Icons.tooltip(Words.explained(kind)));
            button.setOnAction(_ -> {
                viewModel.kindProperty().set(kind);
                button.setSelected(true);
            });
            line.prefWidthProperty().bind(button.widthProperty().subtract(24));
            viewModel.kindProperty().subscribe(now -> {
                if (now == kind) button.setSelected(true);
            });
            kinds.getChildren().add(button);
        }
        return kinds;
    }

    private Node head() {
        var words = new Label();
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().add("muted");
        HBox.setHgrow(words, Priority.ALWAYS);
        viewModel.kindProperty().subscribe(now -> words.setText(Words.explained(now)));
        var ignored = new CheckBox(Words.TEXT.get("ignoredShown"));
        ignored.setId("check-ignored");
        ignored.setMinWidth(USE_PREF_SIZE);
        ignored.selectedProperty().bindBidirectional(viewModel.ignoredShownProperty());
        var again = new Button(Words.TEXT.get("checkAgain"), Icons.of("fth-refresh-cw"));
        again.setId("check-again");
        again.setMinWidth(USE_PREF_SIZE);
        again.setOnAction(_ -> viewModel.check());
        var bar = new HBox(10, words, Cells.running(viewModel.job()), ignored, again);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("review-tools");
        return bar;
    }

    private void makeTable() {
        table.setId("check-findings");
        table.setAccessibleText(Words.TEXT.get("findings"));
        table.setItems(viewModel.shown());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        var text = Cells.<Finding>column(
                Words.TEXT.get("column.hit"),
                160,
                finding -> finding.place().text(),
                (cell, finding) -> Cells.tint(cell, colours, type(finding), true));
        text.setMinWidth(80);
        text.setMaxWidth(260);
        table.getColumns()
                .setAll(List.of(
                        Cells.left(
                                Words.TEXT.get("column.left"),
                                finding -> finding.place().left()),
                        text,
                        Cells.column(
                                Words.TEXT.get("column.right"),
                                320,
                                finding -> finding.place().right(),
                                (_, _) -> {}),
                        Cells.plain(Words.TEXT.get("column.finding"), 300, Words::finding),
                        Cells.plain(Words.TEXT.get("column.fix"), 200, Words::fix),
                        Cells.plain(
                                Words.TEXT.get("column.document"),
                                150,
                                finding -> finding.place().title())));
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) open();
        });
    }

    private static String type(Finding finding) {
        return switch (finding) {
            case Finding.OtherType it -> it.type();
            case Finding.Boundary it -> it.type();
            case Finding.Twin it -> it.type();
            case Finding.NoConcept it -> it.type();
            case Finding.Overlap it -> it.type();
            case Finding.BrokenRelation it -> it.type();
        };
    }

    private Node verbs() {
        var chosen = table.getSelectionModel().selectedItemProperty();
        var open = button("open", "fth-book-open", this::open);
        var ignore = button("ignore", "fth-eye-off", this::ignore);
        var like = button("fixLike", "fth-layers", this::fixLike);
        var fix = button("fix", "fth-check", this::fix);
        fix.getStyleClass().add("accent");
        for (var each : List.of(open, ignore, like, fix)) each.setDisable(true);
        chosen.subscribe(now -> {
            boolean none = now == null;
            open.setDisable(none);
            ignore.setDisable(none);
            boolean possible = now != null && Fixing.isPossible(now);
            fix.setDisable(!possible);
            like.setDisable(!possible);
            fix.setText(possible ? Words.fix(now) : Words.TEXT.get("fix"));
        });
        viewModel.ignoredShownProperty().subscribe(on -> ignore.setText(Words.TEXT.get(on ? "unignore" : "ignore")));
        var gap = new javafx.scene.layout.Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(8, open, ignore, gap, like, fix);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("review-decide");
        return bar;
    }

    private static Button button(String key, String icon, Runnable action) {
        var button = new Button(Words.TEXT.get(key), Icons.of(icon));
        button.setId("check-verb-" + key);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void showList() {
        if (!viewModel.shown().isEmpty() || viewModel.job().runningProperty().get()) {
            if (!list.getChildren().contains(table)) list.getChildren().setAll(table);
            return;
        }
        list.getChildren()
                .setAll(new EmptyState(
                        "fth-check-circle",
                        Words.TEXT.get("check.none.title"),
                        Words.TEXT.get(
                                "check.none.text",
                                Words.kind(viewModel.kindProperty().get())),
                        Optional.empty()));
    }

    private void showCentre(boolean checked) {
        if (checked) {
            centre.getChildren().setAll(found);
            return;
        }
        var button = new Button(Words.TEXT.get("check"), Icons.of("fth-check-square"));
        button.setId("check-start");
        button.getStyleClass().add("accent");
        button.setOnAction(_ -> viewModel.check());
        centre.getChildren()
                .setAll(new EmptyState(
                        "fth-check-square",
                        Words.TEXT.get("check.empty.title"),
                        Words.TEXT.get("check.empty.text"),
                        Optional.of(button)));
    }
}
