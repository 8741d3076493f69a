package org.biogloss.ui.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.biogloss.agreement.Agreement;
import org.biogloss.agreement.Figure;
import org.biogloss.agreement.Line;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.Icons;
import org.jspecify.annotations.Nullable;

/// The figures, and beside them the differences behind the one that is chosen.
final class FiguresPane extends BorderPane {

    private static final double NARROW = 440;

    private final AgreeViewModel viewModel;
    private final ListView<Row> list = new ListView<>();
    private final MatrixPane matrix;
    private final SplitPane panes = new SplitPane();
    private boolean filling;

    /// What stands in the list: a heading, or a figure below it.
    private sealed interface Row {

        record Heading(String words) implements Row {}

        record Of(Line line) implements Row {}
    }

    FiguresPane(AgreeViewModel viewModel, AgreePage page) {
        this.viewModel = viewModel;
        matrix = new MatrixPane(viewModel);
        setTop(new ChoicePane(viewModel, page));
        list.setId("agree-lines");
        list.setAccessibleText(Words.TEXT.get("figures"));
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(now -> {
            if (!filling && now instanceof Row.Of(var line)) viewModel.lookBehind(Optional.of(line));
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        var left = new VBox(matrix, list);
        left.setMinWidth(NARROW);
        panes.getItems().setAll(left, new DifferencesPane(viewModel));
        panes.setDividerPositions(0.42);
        viewModel.agreementProperty().subscribe(this::show);
        viewModel.nothingProperty().subscribe(this::show);
        viewModel.pairProperty().subscribe(this::fill);
        viewModel.lineProperty().subscribe(this::selectLine);
        left.maxWidthProperty()
                .bind(javafx.beans.binding.Bindings.max(
                        NARROW, panes.widthProperty().multiply(0.45)));
        show();
    }

    private void show() {
        var now = viewModel.agreementProperty().get();
        if (now.isPresent()) {
            setCenter(panes);
            fill();
            return;
        }
        var why = viewModel.nothingProperty().get();
        setCenter(new StackPane(new EmptyState(
                why.isPresent() ? "fth-slash" : "fth-bar-chart-2",
                Words.TEXT.get(why.isPresent() ? "nothing.title" : "none.title"),
                why.orElseGet(() -> Words.TEXT.get("none.text")),
                Optional.empty())));
    }

    private void fill() {
        filling = true;
        var rows = viewModel.agreementProperty().get().map(this::rows).orElse(List.of());
        list.getItems().setAll(rows);
        filling = false;
        selectLine();
    }

    /// The first row of the figure whose differences are listed.
    private void selectLine() {
        var rows = list.getItems();
        var chosen = viewModel.lineProperty().get();
        if (list.getSelectionModel().getSelectedItem() instanceof Row.Of(var now)
                && chosen.filter(now::equals).isPresent()) return;
        filling = true;
        list.getSelectionModel().clearSelection();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Row.Of(var line)
                    && chosen.filter(line::equals).isPresent()) {
                list.getSelectionModel().select(i);
                break;
            }
        }
        filling = false;
    }

    private List<Row> rows(Agreement agreement) {
        var rows = new ArrayList<Row>();
        viewModel.pairProperty().get().ifPresent(pair -> {
            rows.add(new Row.Heading(agreement.names(pair)));
            pair.figures().forEach(line -> rows.add(new Row.Of(line)));
            types(rows, pair.byType(), "");
        });
        if (!agreement.overall().isEmpty()) {
            rows.add(new Row.Heading(Words.TEXT.get("overall")));
            agreement.overall().forEach(line -> rows.add(new Row.Of(line)));
            types(rows, agreement.byType(), Words.TEXT.get("overall") + ": ");
        }
        return rows;
    }

    private static void types(List<Row> rows, List<Agreement.OfType> types, String before) {
        for (var type : types) {
            rows.add(new Row.Heading(before + type.type()));
            type.figures().forEach(line -> rows.add(new Row.Of(line)));
        }
    }

    private static final class Cell extends ListCell<Row> {

        private final Label heading = new Label();
        private final Label name = new Label();
        private final Label value = new Label();
        private final IntervalBar bar = new IntervalBar();
        private final HBox row = new HBox(10, name, bar, value);

        Cell() {
            heading.getStyleClass().add("section-heading");
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            value.getStyleClass().add("figure-value");
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Row item, boolean empty) {
            super.updateItem(item, empty);
            setTooltip(null);
            getStyleClass().remove("heading-row");
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            switch (item) {
                case Row.Heading(var words) -> {
                    heading.setText(words);
                    getStyleClass().add("heading-row");
                    setGraphic(heading);
                }
                case Row.Of(var line) -> show(line);
            }
        }

        private void show(Line line) {
            name.setText(line.name());
            bar.show(line.figure());
            switch (line.figure()) {
                case Figure.Undefined(var why) -> {
                    value.setText(Words.TEXT.get("undefined"));
                    setTooltip(Icons.tooltip(why));
                    name.setText(line.name() + " – " + why);
                }
                case Figure.Value _ -> value.setText(line.figure().words());
            }
            setAccessibleText(line.name() + ": " + line.figure().words());
            value.setMinWidth(Region.USE_PREF_SIZE);
            setGraphic(row);
        }
    }
}
