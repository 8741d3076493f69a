package org.biogloss.ui.leaderboard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.biogloss.benchmark.BlurbSet;
import org.biogloss.benchmark.Row;
import org.biogloss.ui.kit.Shown;
import org.jspecify.annotations.Nullable;

/// Rows against scores. A click on a column's name sorts by it, the best first; where rows are compared, each cell says
/// how far it lies from the baseline.
final class RowTable extends BorderPane {

    private final LeaderboardViewModel viewModel;
    private final TableView<Row> table = new TableView<>();
    private boolean following;

    RowTable(LeaderboardViewModel viewModel) {
        this.viewModel = viewModel;
        table.setId("leaderboard");
        table.setAccessibleText(Words.TEXT.get("title"));
        table.setPlaceholder(new Label(Words.TEXT.get("none")));
        var sorted = new SortedList<>(viewModel.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        layColumns();
        setCenter(table);
        setMinHeight(140);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !following) viewModel.select(Optional.of(row));
        });
        viewModel.selectedProperty().subscribe(this::follow);
        viewModel.baselineProperty().subscribe(() -> table.refresh());
    }

    List<Row> inOrder() {
        return List.copyOf(table.getItems());
    }

    private void follow(Optional<Row> row) {
        following = true;
        if (row.isEmpty()) table.getSelectionModel().clearSelection();
        else if (table.getItems().contains(row.get())) table.getSelectionModel().select(row.get());
        following = false;
    }

    private void layColumns() {
        var name = new TableColumn<Row, Row>(Words.TEXT.get("model"));
        name.setPrefWidth(190);
        name.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        name.setComparator((a, b) -> a.name().compareToIgnoreCase(b.name()));
        name.setCellFactory(_ -> new NameCell());
        table.getColumns().add(name);
        table.getColumns().add(score(new Measure.Blurb(), 86, Words.TEXT.get("blurbProtocol")));
        table.getColumns()
                .add(figure(
                        Words.TEXT.get("parameters"),
                        84,
                        row -> row.parameters().orElse(0) / 1e6,
                        row -> row.parameters().isPresent()
                                ? String.format(
                                        Locale.ROOT, "%.0f M", row.parameters().getAsLong() / 1e6)
                                : Measure.NONE));
        table.getColumns()
                .add(figure(
                        Words.TEXT.get("speed"),
                        84,
                        row -> row.wordsPerSecond().orElse(0),
                        row -> row.wordsPerSecond().isPresent()
                                ? Shown.count(Math.round(row.wordsPerSecond().getAsDouble()))
                                : Measure.NONE));
        for (var set : BlurbSet.values()) {
            var told =
                    set.protocol() + set.caveat().map(caveat -> "\n" + caveat).orElse("");
            table.getColumns().add(score(new Measure.OfSet(set), 108, told));
        }
    }

    private TableColumn<Row, Number> score(Measure measure, double width, String protocol) {
        TableColumn<Row, Number> column =
                figure("", width, row -> measure.of(row).orElse(Double.NaN), row -> words(row, measure));
        var heading = new Label(measure.name());
        var tip = new Tooltip(protocol);
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        heading.setTooltip(tip);
        heading.setMinWidth(USE_PREF_SIZE);
        column.setGraphic(heading);
        column.setUserData(measure);
        return column;
    }

    private String words(Row row, Measure measure) {
        var difference = viewModel.difference(row, measure);
        return difference.isEmpty()
                ? measure.shown(row)
                : String.format(Locale.ROOT, "%.1f  %+.1f", measure.of(row).orElseThrow(), difference.getAsDouble());
    }

    /// Sorted by the number, the greatest first, gaps last; shown in words.
    private TableColumn<Row, Number> figure(
            String name, double width, ToDoubleFunction<Row> number, Function<Row, String> words) {
        var column = new TableColumn<Row, Number>(name);
        column.setPrefWidth(width);
        column.getStyleClass().add("numbers");
        column.setSortType(TableColumn.SortType.DESCENDING);
        column.setComparator((a, b) -> Double.compare(orLeast(a), orLeast(b)));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(number.applyAsDouble(cell.getValue())));
        column.setCellFactory(_ -> new NumberCell(words));
        return column;
    }

    private static double orLeast(Number number) {
        return Double.isNaN(number.doubleValue()) ? Double.NEGATIVE_INFINITY : number.doubleValue();
    }

    /// How far a row's own score lies from the baseline's, for the colour of a cell.
    private OptionalDouble difference(TableColumn<?, ?> column, Row row) {
        return column.getUserData() instanceof Measure measure
                ? viewModel.difference(row, measure)
                : OptionalDouble.empty();
    }

    private final class NumberCell extends TableCell<Row, Number> {

        private final Function<Row, String> words;

        NumberCell(Function<Row, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable Number item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().removeAll("better", "worse");
            var row = empty || getTableRow() == null ? null : getTableRow().getItem();
            setText(row == null ? "" : words.apply(row));
            if (row == null) return;
            difference(getTableColumn(), row).ifPresent(by -> getStyleClass().add(by < 0 ? "worse" : "better"));
        }
    }

    /// The name, and for what was measured here a small mark, so that it is found among the published ones.
    private static final class NameCell extends TableCell<Row, Row> {

        private final Label name = new Label();
        private final Label here = new Label(Words.TEXT.get("here"));
        private final HBox both = new HBox(6, name, here);

        NameCell() {
            here.getStyleClass().add("here-chip");
            here.setMinWidth(USE_PREF_SIZE);
            both.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            name.setText(row.name());
            here.setManaged(row.kind() == Row.Kind.LOCAL);
            here.setVisible(here.isManaged());
            setGraphic(both);
            setTooltip(new Tooltip(row.name() + "\n" + row.source()));
        }
    }
}
