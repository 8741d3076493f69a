package org.biogloss.ui.training;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.biogloss.ui.kit.Texts;

/// The runs of this project, one a row. Settings in which the runs differ have a column of their own.
final class RunTable extends TableView<TrainingDesk.RunRow> {

    private static final Texts TEXT = new Texts(RunTable.class);

    private boolean following;

    RunTable(TrainingViewModel viewModel) {
        setId("runs");
        setItems(viewModel.runs());
        setPlaceholder(new Label(TEXT.get("noRuns")));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setAccessibleText(TEXT.get("runsName"));
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !following) viewModel.select(row);
        });
        viewModel.selectedProperty().subscribe(row -> follow(row.orElse(null)));
        viewModel.runs().addListener((ListChangeListener<TrainingDesk.RunRow>) _ -> {
            layColumns();
            follow(viewModel.selectedProperty().get().orElse(null));
        });
        layColumns();
    }

    private void follow(TrainingDesk.@org.jspecify.annotations.Nullable RunRow row) {
        following = true;
        if (row == null) getSelectionModel().clearSelection();
        else getSelectionModel().select(row);
        following = false;
    }

    private void layColumns() {
        getColumns().clear();
        getColumns().add(column("column.name", 160, TrainingDesk.RunRow::name));
        getColumns().add(column("column.state", 90, row -> TEXT.get("state." + row.state())));
        getColumns().add(column("column.bestF1", 70, TrainingDesk.RunRow::bestF1));
        getColumns().add(column("column.started", 130, TrainingDesk.RunRow::started));
        for (var setting : differing()) {
            var column = new TableColumn<TrainingDesk.RunRow, String>(setting);
            column.setCellValueFactory(
                    cell -> new ReadOnlyStringWrapper(cell.getValue().settings().getOrDefault(setting, "")));
            getColumns().add(column);
        }
    }

    /// The settings in which at least two runs differ; with fewer than two runs, all.
    private Set<String> differing() {
        var names = new LinkedHashSet<String>();
        getItems().forEach(row -> names.addAll(row.settings().keySet()));
        if (getItems().size() > 1) {
            names.removeIf(name -> getItems().stream()
                            .map(row -> row.settings().getOrDefault(name, ""))
                            .distinct()
                            .count()
                    == 1);
        }
        return names;
    }

    private static TableColumn<TrainingDesk.RunRow, String> column(
            String key, double width, Function<TrainingDesk.RunRow, String> text) {
        var column = new TableColumn<TrainingDesk.RunRow, String>(TEXT.get(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }
}
