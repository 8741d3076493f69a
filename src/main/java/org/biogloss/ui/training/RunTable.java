package org.biogloss.ui.training;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.biogloss.ui.kit.Shown;
import org.jspecify.annotations.Nullable;

/// The runs of this project, one line each or one a group of seeds, with ticks for overlay. Space ticks the
/// selected line.
final class RunTable extends BorderPane {

    private final TrainingViewModel viewModel;
    private final TableView<RunLine> table = new TableView<>();
    private boolean following;

    RunTable(TrainingViewModel viewModel, TrainingPage page) {
        this.viewModel = viewModel;
        getStyleClass().add("runs-pane");
        setTop(bar());
        setCenter(table);
        setMinHeight(110);
        table.setId("runs");
        table.setPlaceholder(new Label(Words.TEXT.get("noRuns")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        table.setAccessibleText(Words.TEXT.get("runsName"));
        var sorted = new SortedList<>(viewModel.lines());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setContextMenu(menu(page));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::tickByKey);
        layColumns();
        followSelection();
    }

    private HBox bar() {
        var heading = new Label(Words.TEXT.get("runsHeading"));
        heading.getStyleClass().add("section-heading");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var grouped = new CheckBox(Words.TEXT.get("grouped"));
        grouped.setId("grouped");
        grouped.selectedProperty().bindBidirectional(viewModel.groupedProperty());
        var bar = new HBox(12, heading, gap, grouped);
        bar.getStyleClass().add("runs-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private ContextMenu menu(TrainingPage page) {
        var verbs = viewModel.verbs();
        return new ContextMenu(
                RunHeader.item("pause", verbs.canPause(), verbs::pause),
                RunHeader.item("resume", verbs.canResume(), verbs::resume),
                RunHeader.item("stop", verbs.canStop(), verbs::stopKeepingBest),
                new SeparatorMenuItem(),
                RunHeader.item("keep", verbs.hasModel(), verbs::keepModel),
                RunHeader.item("folder", verbs.isChosen(), page::openFolder),
                RunHeader.item("copyCommand", verbs.isChosen(), page::copyCommandLine),
                new SeparatorMenuItem(),
                RunHeader.item("discard", verbs.canDiscard(), verbs::discard));
    }

    private void tickByKey(KeyEvent event) {
        if (event.getCode() != KeyCode.SPACE) return;
        viewModel.selectedProperty().get().ifPresent(line -> viewModel.tick(line, !viewModel.isTicked(line)));
        event.consume();
    }

    private void followSelection() {
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null && !following) viewModel.select(line);
        });
        viewModel.selectedProperty().subscribe(this::follow);
        viewModel.lines().addListener((ListChangeListener<RunLine>)
                _ -> follow(viewModel.selectedProperty().get()));
    }

    private void follow(Optional<RunLine> line) {
        following = true;
        if (line.isEmpty()) table.getSelectionModel().clearSelection();
        else if (table.getItems().contains(line.get())
                && !line.get().equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().select(line.get());
        }
        following = false;
    }

    private void layColumns() {
        table.getColumns().add(ticks());
        table.getColumns().add(words("name", 150, RunTable::named));
        var state = words(
                "state", 88, line -> Words.TEXT.get("state." + line.front().state()));
        table.getColumns().add(state);
        table.getColumns()
                .add(words("task", 74, line -> TaskWords.brief(line.front().task())));
        table.getColumns().add(words("base", 82, line -> line.front().base()));
        table.getColumns().add(score("best", TrainingDesk.RunRow::best));
        table.getColumns().add(score("test", TrainingDesk.RunRow::test));
        table.getColumns().add(number("steps", 98, line -> line.front().step(), RunTable::steps));
        table.getColumns().add(number("time", 84, line -> line.mean(TrainingDesk.RunRow::seconds), RunTable::time));
        table.getColumns().add(words("made", 125, line -> line.front().made()));
    }

    private static String named(RunLine line) {
        return line.isGroup() ? Words.TEXT.get("runsOf", line.runs().size(), line.name()) : line.name();
    }

    private static String steps(RunLine line) {
        var row = line.front();
        return row.totalSteps() == 0 || row.step() >= row.totalSteps()
                ? Shown.count(row.step())
                : Shown.count(row.step()) + " / " + Shown.count(row.totalSteps());
    }

    private static String time(RunLine line) {
        double seconds = line.mean(TrainingDesk.RunRow::seconds);
        return Double.isFinite(seconds) ? Shown.duration(Duration.ofSeconds((long) seconds)) : "";
    }

    /// The box, and beside it the colour in which the line is drawn.
    private TableColumn<RunLine, RunLine> ticks() {
        var column = new TableColumn<RunLine, RunLine>();
        var all = new CheckBox();
        all.setAccessibleText(Words.TEXT.get("tickAll"));
        all.setOnAction(_ -> viewModel.tickAllOrNone());
        viewModel.tickedProperty().subscribe(now -> all.setSelected(!now.isEmpty()));
        column.setGraphic(all);
        column.setSortable(false);
        column.setMinWidth(56);
        column.setMaxWidth(56);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new TickCell(viewModel));
        return column;
    }

    private static TableColumn<RunLine, String> words(String key, double width, Function<RunLine, String> text) {
        var column = new TableColumn<RunLine, String>(Words.TEXT.get("column." + key));
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        return column;
    }

    private static TableColumn<RunLine, Number> score(String key, ToDoubleFunction<TrainingDesk.RunRow> figure) {
        return number(key, 88, line -> line.mean(figure), line -> {
            double mean = line.mean(figure);
            if (!Double.isFinite(mean)) return "";
            var metric = line.front().metric();
            double deviation = line.deviation(figure);
            return Double.isFinite(deviation)
                    ? metric.number(mean) + " ± " + metric.number(deviation)
                    : metric.number(mean);
        });
    }

    /// Sorted by the number and shown in words.
    private static TableColumn<RunLine, Number> number(
            String key, double width, ToDoubleFunction<RunLine> figure, Function<RunLine, String> text) {
        var column = new TableColumn<RunLine, Number>(Words.TEXT.get("column." + key));
        column.setPrefWidth(width);
        column.getStyleClass().add("numbers");
        column.setComparator((a, b) -> Double.compare(a.doubleValue(), b.doubleValue()));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(figure.applyAsDouble(cell.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Number item, boolean empty) {
                super.updateItem(item, empty);
                var line = empty || getTableRow() == null ? null : getTableRow().getItem();
                setText(line == null ? "" : text.apply(line));
            }
        });
        return column;
    }
}
