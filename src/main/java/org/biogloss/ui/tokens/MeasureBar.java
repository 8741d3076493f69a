package org.biogloss.ui.tokens;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.biogloss.jobs.Progress;

/// Which corpus is measured, the button that does it, and how far that is.
final class MeasureBar extends HBox {

    private final CorpusViewModel viewModel;
    private final Button measure = new Button(Words.TEXT.get("measure"));
    private final HBox going = new HBox(8);
    private final ProgressBar progress = new ProgressBar();

    MeasureBar(CorpusViewModel viewModel, TokensPage page) {
        this.viewModel = viewModel;
        getStyleClass().add("measure-bar");
        setSpacing(8);
        setAlignment(Pos.CENTER_LEFT);
        var files = new Button(Words.TEXT.get("files"));
        files.setId("corpus-files");
        files.setMinWidth(USE_PREF_SIZE);
        files.setOnAction(_ -> page.chooseCorpus());
        measure.setId("measure");
        measure.getStyleClass().add("accent");
        measure.setMinWidth(USE_PREF_SIZE);
        measure.setOnAction(_ -> viewModel.measure());
        progress.setPrefWidth(120);
        var cancel = new Button(Words.TEXT.get("cancel"));
        cancel.setId("cancel-measure");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> viewModel.cancel());
        going.setAlignment(Pos.CENTER_LEFT);
        going.getChildren().addAll(progress, cancel);
        var stale = new Label(Words.TEXT.get("stale"));
        stale.getStyleClass().addAll("badge", "warning");
        stale.visibleProperty().bind(viewModel.staleProperty());
        stale.managedProperty().bind(stale.visibleProperty());
        var heading = new Label(Words.TEXT.get("corpus"));
        heading.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(heading, choices(), files, measure, going, stale);
        viewModel.progressProperty().subscribe(this::show);
        viewModel.chosenProperty().subscribe(now -> measure.setDisable(now.isEmpty()));
    }

    private ComboBox<TokensDesk.Corpus> choices() {
        var choices = new ComboBox<TokensDesk.Corpus>();
        choices.setId("corpus");
        choices.setPrefWidth(260);
        choices.setMinWidth(120);
        choices.setAccessibleText(Words.TEXT.get("corpus"));
        choices.setCellFactory(_ -> new CorpusCell());
        choices.setButtonCell(new CorpusCell());
        Runnable fill = () -> {
            choices.getItems().setAll(viewModel.choices());
            viewModel.chosenProperty().get().ifPresent(choices::setValue);
        };
        viewModel.choices().addListener((ListChangeListener<TokensDesk.Corpus>) _ -> fill.run());
        fill.run();
        viewModel.chosenProperty().subscribe(now -> now.ifPresent(choices::setValue));
        choices.valueProperty().subscribe((_, now) -> {
            if (now != null) viewModel.chosenProperty().set(Optional.of(now));
        });
        return choices;
    }

    private void show(Optional<Progress> now) {
        going.setVisible(now.isPresent());
        going.setManaged(now.isPresent());
        measure.setVisible(now.isEmpty());
        measure.setManaged(now.isEmpty());
        now.ifPresent(at -> progress.setProgress(at.fraction()));
    }

    private static final class CorpusCell extends ListCell<TokensDesk.Corpus> {

        @Override
        protected void updateItem(TokensDesk.Corpus corpus, boolean empty) {
            super.updateItem(corpus, empty);
            setText(empty || corpus == null ? "" : Words.TEXT.get("corpusOf", corpus.name(), corpus.size()));
        }
    }
}
