package org.biogloss.ui.review;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.TypeColours;
import org.biogloss.workbench.review.Present;

/// The concordance: what is asked for on top, the spellings at the left, a line for each occurrence, and below what is
/// to become of them.
final class OccurrencesPane extends BorderPane {

    private final OccurrencesViewModel viewModel;
    private final TypeColours colours;
    private final TextField name = new TextField();
    private final TextField filter = new TextField();
    private final TableView<Line> table = new TableView<>();
    private final StackPane centre = new StackPane();
    private final SplitPane found;
    private boolean focusWanted;

    OccurrencesPane(OccurrencesViewModel viewModel, TypeColours colours) {
        this.viewModel = viewModel;
        this.colours = colours;
        makeTable();
        found = new SplitPane(new VariantsPane(viewModel), new BorderPane(table, tools(), null, decide(), null));
        found.setDividerPositions(0.22);
        SplitPane.setResizableWithParent(found.getItems().getFirst(), false);
        setTop(question());
        setCenter(centre);
        viewModel.askedProperty().subscribe(_ -> showCentre());
        viewModel.tallyProperty().subscribe(_ -> showCentre());
        viewModel.job().runningProperty().subscribe(_ -> showCentre());
    }

    void focus() {
        if (viewModel.askedProperty().get().isEmpty()) name.requestFocus();
        else focusLines();
    }

    /// At once, or as soon as the pane is laid out: until then the lines have no place to be focused at.
    private void focusLines() {
        if (table.getScene() != null) table.requestFocus();
        else focusWanted = true;
    }

    void focusName() {
        name.requestFocus();
        name.selectAll();
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /// Of the selected lines, and goes on to the next.
    void choose(Line.Choice choice) {
        var lines = List.copyOf(table.getSelectionModel().getSelectedItems());
        if (lines.isEmpty()) return;
        viewModel.choose(lines, choice);
        int next = table.getSelectionModel().getSelectedIndex() + 1;
        if (lines.size() == 1 && next < table.getItems().size()) {
            table.getSelectionModel().clearAndSelect(next);
            table.scrollTo(Math.max(0, next - 8));
        }
    }

    void open() {
        if (name.isFocused()) viewModel.find();
        else Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(viewModel::open);
    }

    private Node question() {
        name.setId("review-name");
        name.setPromptText(Words.TEXT.get("namePrompt"));
        name.setAccessibleText(Words.TEXT.get("name"));
        name.textProperty().bindBidirectional(viewModel.nameProperty());
        name.setOnAction(_ -> {
            viewModel.find();
            focusLines();
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        var type = new ComboBox<String>();
        type.setId("review-type");
        type.setAccessibleText(Words.TEXT.get("type"));
        type.setOnShowing(_ -> type.getItems().setAll(viewModel.types()));
        type.getItems().setAll(viewModel.types());
        type.valueProperty().bindBidirectional(viewModel.typeProperty());
        if (viewModel.typeProperty().get().isEmpty())
            viewModel.types().stream().findFirst().ifPresent(type::setValue);
        var reach = Cells.choice("reach", Surroundings.Reach.values());
        reach.valueProperty().bindBidirectional(viewModel.reachProperty());
        var find = new Button(Words.TEXT.get("find"), Icons.of("fth-search"));
        find.setId("review-find");
        find.setMinWidth(USE_PREF_SIZE);
        find.setDefaultButton(false);
        find.setOnAction(_ -> {
            viewModel.find();
            focusLines();
        });
        find.disableProperty().bind(viewModel.nameProperty().isEmpty());
        var as = new Label(Words.TEXT.get("as"));
        as.getStyleClass().add("muted");
        var in = new Label(Words.TEXT.get("in"));
        in.getStyleClass().add("muted");
        for (var fixed : List.<Region>of(as, in, type, reach)) fixed.setMinWidth(USE_PREF_SIZE);
        var bar = new HBox(8, name, as, type, in, reach, find);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("review-bar");
        return bar;
    }

    /// How many there are, in which order, and which of them.
    private Node tools() {
        var tally = new Label();
        tally.setId("review-tally");
        tally.setMinWidth(0);
        viewModel.tallyProperty().subscribe(now -> tally.setText(Words.TEXT.get("tally", now.hits(), now.documents())));
        HBox.setHgrow(tally, Priority.ALWAYS);
        tally.setMaxWidth(Double.MAX_VALUE);
        var turnedDown = new CheckBox();
        turnedDown.setId("review-turned-down");
        turnedDown.selectedProperty().bindBidirectional(viewModel.turnedDownShownProperty());
        viewModel.tallyProperty().subscribe(now -> {
            turnedDown.setText(Words.TEXT.get("turnedDownShown", now.turnedDown()));
            turnedDown.setVisible(now.turnedDown() > 0);
            turnedDown.setManaged(turnedDown.isVisible());
        });
        turnedDown.setMinWidth(USE_PREF_SIZE);
        var order = Cells.choice("order", OccurrencesViewModel.Order.values());
        order.setMinWidth(USE_PREF_SIZE);
        order.valueProperty().bindBidirectional(viewModel.orderProperty());
        filter.setId("review-filter");
        filter.setPromptText(Words.TEXT.get("filterPrompt"));
        filter.setAccessibleText(Words.TEXT.get("filter"));
        filter.textProperty().bindBidirectional(viewModel.filterProperty());
        filter.setPrefWidth(150);
        filter.setOnAction(_ -> table.requestFocus());
        var bar = new HBox(10, tally, Cells.running(viewModel.job()), turnedDown, order, filter);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("review-tools");
        return bar;
    }

    private void makeTable() {
        table.sceneProperty().subscribe(scene -> {
            if (scene == null || !focusWanted) return;
            focusWanted = false;
            Fx.later(table::requestFocus);
        });
        table.setId("review-lines");
        table.setAccessibleText(Words.TEXT.get("lines"));
        table.setItems(viewModel.shown());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(new Label(Words.TEXT.get("noneShown")));
        var mark = Cells.<Line>column("", 34, OccurrencesPane::sign, OccurrencesPane::mark);
        mark.setMinWidth(34);
        mark.setMaxWidth(34);
        var hit = Cells.<Line>column(
                Words.TEXT.get("column.hit"),
                150,
                line -> line.hit().place().text(),
                (cell, line) -> Cells.tint(cell, colours, type(), line.choice() == Line.Choice.YES));
        hit.setMinWidth(80);
        hit.setMaxWidth(260);
        var there = Cells.<Line>plain(Words.TEXT.get("column.present"), 170, line -> Words.present(line.hit()));
        var document = Cells.<Line>plain(Words.TEXT.get("column.document"), 170, OccurrencesPane::document);
        table.getColumns()
                .setAll(List.of(
                        mark,
                        Cells.left(
                                Words.TEXT.get("column.left"),
                                line -> line.hit().place().left()),
                        hit,
                        Cells.column(
                                Words.TEXT.get("column.right"),
                                320,
                                line -> line.hit().place().right(),
                                (_, _) -> {}),
                        there,
                        document));
        viewModel.shown().addListener((javafx.collections.ListChangeListener<Line>) _ -> {
            boolean none = table.getSelectionModel().isEmpty();
            if (none && !viewModel.shown().isEmpty()) table.getSelectionModel().select(0);
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) open();
        });
    }

    private String type() {
        return viewModel.askedProperty().get().map(now -> now.type()).orElse("");
    }

    private static String document(Line line) {
        var place = line.hit().place();
        return place.year().isEmpty() ? place.title() : place.year() + "  " + place.title();
    }

    /// A tick, a cross, or nothing; a dot where there is nothing to decide any more.
    private static String sign(Line line) {
        return line.hit().present().kind() == Present.Kind.ANNOTATED ? "●" : Words.TEXT.get("choice." + line.choice());
    }

    private static void mark(TableCell<Line, Line> cell, Line line) {
        cell.setAlignment(Pos.CENTER);
        cell.getStyleClass().removeIf(style -> style.startsWith("choice-"));
        cell.getStyleClass().add("choice-" + line.choice());
        cell.setAccessibleText(Words.TEXT.get("choice." + line.choice() + ".name"));
    }

    /// What is to be done with all of them.
    private Node decide() {
        var words = new Label();
        words.setId("review-decided");
        words.setMinWidth(0);
        words.getStyleClass().add("muted");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var allYes = button("allYes", () -> viewModel.chooseAllShown(true));
        var allNo = button("allNo", () -> viewModel.chooseAllShown(false));
        var apply = new Button();
        apply.setId("review-apply");
        apply.getStyleClass().add("accent");
        apply.setMinWidth(USE_PREF_SIZE);
        apply.setOnAction(_ -> viewModel.apply());
        viewModel.tallyProperty().subscribe(now -> {
            words.setText(Words.TEXT.get("decided", now.yes(), now.no(), now.annotated()));
            apply.setText(
                    now.yes() == 0 && now.no() > 0
                            ? Words.TEXT.get("applyNo", now.no())
                            : Words.TEXT.get("apply", Shown.count(now.yes()), type()));
            apply.setDisable(now.yes() + now.no() == 0);
            table.refresh();
        });
        var bar = new HBox(8, words, allYes, allNo, apply);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("review-decide");
        return bar;
    }

    private static Button button(String key, Runnable action) {
        var button = new Button(Words.TEXT.get(key));
        button.setId("review-" + key);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(Icons.tooltip(Words.TEXT.get("command." + key)));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void showCentre() {
        var asked = viewModel.askedProperty().get();
        boolean none = viewModel.tallyProperty().get().hits() == 0
                && viewModel.variants().isEmpty()
                && !viewModel.job().runningProperty().get();
        if (asked.isPresent() && !none) {
            if (!centre.getChildren().contains(found)) centre.getChildren().setAll(found);
            return;
        }
        var key = asked.isPresent() ? "nothing" : "empty";
        var text =
                asked.isPresent() ? Words.TEXT.get("nothing.text", asked.get().name()) : Words.TEXT.get("empty.text");
        centre.getChildren().setAll(new EmptyState("fth-list", Words.TEXT.get(key + ".title"), text, Optional.empty()));
    }

    /// The spellings, each with its count and the reason why it is one.
    private static final class VariantsPane extends VBox {

        VariantsPane(OccurrencesViewModel viewModel) {
            getStyleClass().addAll("side-pane", "variants");
            setMinWidth(150);
            var heading = new Label(Words.TEXT.get("variants"));
            heading.getStyleClass().add("section-heading");
            var rows = new VBox();
            rows.setId("review-variants");
            Bindings.bindContent(rows.getChildren(), mapped(viewModel));
            var scroll = new javafx.scene.control.ScrollPane(rows);
            scroll.setFitToWidth(true);
            VBox.setVgrow(scroll, Priority.ALWAYS);
            getChildren().addAll(heading, scroll);
        }

        private static javafx.collections.ObservableList<Node> mapped(OccurrencesViewModel viewModel) {
            var nodes = javafx.collections.FXCollections.<Node>observableArrayList();
            viewModel.variants().addListener((javafx.collections.ListChangeListener<VariantRow>) change -> {
                while (change.next()) {
                    if (change.wasRemoved()) nodes.clear();
                    for (var row : change.wasRemoved() ? change.getList() : change.getAddedSubList())
                        nodes.add(row(row));
                }
            });
            return nodes;
        }

        private static Node row(VariantRow row) {
            var on = new CheckBox(row.variant().written());
            on.selectedProperty().bindBidirectional(row.onProperty());
            on.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(on, Priority.ALWAYS);
            on.setMinWidth(0);
            var count = new Label();
            count.textProperty().bind(row.countProperty().map(number -> Shown.count(number.longValue())));
            count.getStyleClass().add("badge");
            count.setMinWidth(USE_PREF_SIZE);
            var line = new HBox(6, on, count);
            line.setAlignment(Pos.CENTER_LEFT);
            var why = new Label(Words.reasons(row.variant()));
            why.getStyleClass().addAll("muted", "small", "variant-why");
            why.setWrapText(true);
            on.setAccessibleText(row.variant().written() + ", " + why.getText());
            var whole = new VBox(line, why);
            whole.getStyleClass().add("variant");
            return whole;
        }
    }
}
