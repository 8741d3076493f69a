package org.biogloss.ui.tokens;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.biogloss.jobs.Progress;
import org.biogloss.tokens.compare.LengthTable;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.Shown;

/// Data sets against vocabularies: the paper's Table 8, measured here, beside the paper's own figures.
final class LengthsPane extends BorderPane {

    private final TableView<LengthTable.Row> table = Tables.table("lengths", Words.TEXT.get("tab.lengths"));
    private final Button measure = new Button(Words.TEXT.get("lengths.measure"));
    private final HBox going = new HBox(8);
    private final ProgressBar progress = new ProgressBar();

    LengthsPane(TablesViewModel viewModel) {
        measure.setId("measure-lengths");
        measure.getStyleClass().add("accent");
        measure.setMinWidth(USE_PREF_SIZE);
        measure.setOnAction(_ -> viewModel.measureLengths());
        var cancel = new Button(Words.TEXT.get("cancel"));
        cancel.setOnAction(_ -> viewModel.cancel());
        going.getChildren().addAll(progress, cancel);
        going.setAlignment(Pos.CENTER_LEFT);
        var hint = new Label(Words.TEXT.get("lengths.hint"));
        hint.getStyleClass().add("muted");
        hint.setMinWidth(0);
        var bar = new HBox(8, measure, going, hint);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("measure-bar");
        setTop(bar);
        viewModel.lengthsProperty().subscribe(this::show);
        viewModel.progressProperty().subscribe(this::showProgress);
    }

    private void showProgress(Optional<Progress> now) {
        going.setVisible(now.isPresent());
        going.setManaged(now.isPresent());
        measure.setDisable(now.isPresent());
        now.ifPresent(at -> progress.setProgress(at.fraction()));
    }

    private void show(Optional<LengthTable> now) {
        if (now.isEmpty()) {
            setCenter(new EmptyState(
                    "fth-layers",
                    Words.TEXT.get("lengths.emptyTitle"),
                    Words.TEXT.get("lengths.emptyText"),
                    Optional.empty()));
            return;
        }
        var lengths = now.get();
        table.getColumns().clear();
        table.getColumns().add(Tables.column(Words.TEXT.get("lengths.set"), 150, LengthTable.Row::set));
        table.getColumns().add(Tables.numbers(Words.TEXT.get("lengths.inputs"), 80, row -> Shown.count(row.inputs())));
        for (int c = 0; c < lengths.tokenizers().size(); c++) {
            int column = c;
            table.getColumns().add(Tables.numbers(lengths.tokenizers().get(c), 165, row -> mean(row, column)));
        }
        table.getColumns()
                .add(Tables.numbers(
                        Words.TEXT.get("lengths.paper"),
                        190,
                        row -> row.paper().map(LengthsPane::published).orElse("")));
        table.getItems().setAll(lengths.rows());
        setCenter(table);
    }

    private static String mean(LengthTable.Row row, int column) {
        var mean = String.format(Locale.ROOT, "%,.1f", row.means().get(column));
        return column == 0 ? mean : mean + String.format(Locale.ROOT, "   %+.0f %%", row.change(column) * 100);
    }

    private static String published(LengthTable.Published paper) {
        return String.format(Locale.ROOT, "%.1f → %.1f   %+.0f %%", paper.general(), paper.own(), paper.change() * 100);
    }
}
