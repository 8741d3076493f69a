package org.biogloss.ui.reader;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.biogloss.document.Schema;
import org.biogloss.document.Standing;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Swatch;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.kit.TypeColours;

/// What is in the document: how much of each type, each set of words that was marked, and how sure the suggestions are.
final class DocumentOverview extends VBox {

    private static final double ROW = 26;

    private final ReaderViewModel viewModel;
    private final TypeColours colours;
    private final Texts text;
    private final Label counts = new Label();
    private final Slider threshold = new Slider(0, 1, 0);
    private final Label above = new Label();
    private final Label passing = new Label();
    private final VBox surer = new VBox(2);
    private final ListView<MentionGroups.Row> list = new ListView<>();
    private final VBox history = new VBox();
    private final LabelsBox labels;
    private final Label labelsHeading;
    private final NoteBox note;
    private final Set<String> folded = new HashSet<>();
    private Optional<ReaderViewModel.Scene> scene = Optional.empty();

    DocumentOverview(ReaderViewModel viewModel, TypeColours colours, Texts text) {
        this.viewModel = viewModel;
        this.colours = colours;
        this.text = text;
        getStyleClass().add("inspector-page");
        setId("overview");
        counts.setId("counts");
        counts.setWrapText(true);
        list.setId("mentions");
        list.setAccessibleText(text.get("mentions"));
        list.setFixedCellSize(ROW);
        list.setPlaceholder(MentionCard.muted(text.get("mentions.none")));
        list.setCellFactory(_ -> new RowCell());
        list.setOnKeyPressed(event -> {
            if (event.getCode() != KeyCode.SPACE) return;
            open(list.getSelectionModel().getSelectedItem());
            event.consume();
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        configureThreshold();
        var past = new ScrollPane(history);
        past.setFitToWidth(true);
        past.setFocusTraversable(false);
        past.setPrefHeight(130);
        past.setMinHeight(60);
        labels = new LabelsBox(viewModel, text);
        labelsHeading = MentionCard.headed(text.get("labels"));
        labelsHeading.visibleProperty().bind(labels.visibleProperty());
        labelsHeading.managedProperty().bind(labels.visibleProperty());
        note = new NoteBox("document-note", text);
        getChildren().addAll(labelsHeading, labels, MentionCard.headed(text.get("note.document")), note);
        getChildren().addAll(MentionCard.headed(text.get("overview")), counts, surer, list);
        getChildren().addAll(MentionCard.headed(text.get("history")), past);
    }

    void show(ReaderViewModel.Scene now) {
        boolean other = scene.filter(
                        before -> before.document().id().equals(now.document().id()))
                .isEmpty();
        scene = Optional.of(now);
        var document = now.document();
        labels.show(document, viewModel.schema(), viewModel.layer());
        if (other) note.commit();
        note.show(
                document.document().known(Document.NOTE).orElse(""), words -> viewModel.setNote(document.id(), words));
        long confirmed = document.mentions()
                .filter(m -> m.standing() == Standing.CONFIRMED)
                .count();
        long suggested = document.mentions()
                .filter(m -> m.standing() == Standing.SUGGESTED)
                .count();
        counts.setText(text.get("counts", confirmed, suggested));
        surer.setVisible(suggested > 0);
        surer.setManaged(suggested > 0);
        showThreshold(document, viewModel.visibilityProperty().get());
        refill();
        history.getChildren().setAll(MentionCard.history(now.past(), text));
    }

    void focusNote() {
        note.requestFocus();
    }

    private void configureThreshold() {
        threshold.setId("threshold");
        threshold.setBlockIncrement(0.05);
        threshold.setAccessibleText("Least confidence of shown suggestions");
        threshold.valueProperty().addListener((_, _, value) -> {
            double rounded = Math.rint(value.doubleValue() * 100) / 100;
            if (rounded != viewModel.visibilityProperty().get().threshold()) viewModel.showAbove(rounded);
        });
        above.setMinWidth(Region.USE_PREF_SIZE);
        passing.setId("passing");
        passing.getStyleClass().add("muted");
        passing.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        surer.getChildren().addAll(new HBox(8, above, gap, passing), threshold);
    }

    private void showThreshold(AnnotatedDocument document, Visibility by) {
        threshold.setValue(by.threshold());
        above.setText(text.get("threshold", MentionCard.percent(by.threshold())));
        long all = by.withSuggestions(true).above(0).of(document).stream()
                .filter(mention -> mention.standing() == Standing.SUGGESTED)
                .count();
        passing.setText(text.get("threshold.count", viewModel.acceptable(Optional.empty(), Optional.empty(), 0), all));
    }

    private void refill() {
        if (scene.isEmpty()) return;
        var order = viewModel.schema().entities().stream()
                .map(Schema.EntityType::name)
                .toList();
        var rows = MentionGroups.rows(
                scene.get().document(), viewModel.visibilityProperty().get(), order, folded);
        if (!rows.equals(List.copyOf(list.getItems()))) list.getItems().setAll(rows);
    }

    private void open(MentionGroups.Row row) {
        switch (row) {
            case MentionGroups.TypeRow type -> {
                if (!folded.remove(type.type())) folded.add(type.type());
                refill();
            }
            case MentionGroups.SurfaceRow surface ->
                viewModel.select(surface.mentions().getFirst().id());
        }
    }

    private final class RowCell extends ListCell<MentionGroups.Row> {

        RowCell() {
            setPrefWidth(0);
            setOnMouseClicked(_ -> {
                if (!isEmpty() && getItem() != null) open(getItem());
            });
        }

        @Override
        protected void updateItem(MentionGroups.Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(
                    empty || row == null
                            ? null
                            : switch (row) {
                                case MentionGroups.TypeRow type -> type(type);
                                case MentionGroups.SurfaceRow surface -> surface(surface);
                            });
        }

        private Node type(MentionGroups.TypeRow row) {
            var name = new Label(row.type());
            name.getStyleClass().add("bold");
            var count = new Label(String.format(java.util.Locale.ROOT, "%,d", row.confirmed() + row.suggested()));
            count.getStyleClass().add("muted");
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var eye = Icons.button(
                    row.hidden() ? "fth-eye-off" : "fth-eye",
                    text.get("hide") + ": " + row.type(),
                    () -> viewModel.toggleType(row.type()));
            var line = new HBox(7, Swatch.of(row.type(), colours), name, count, gap);
            if (row.suggested() > 0 && !row.hidden()) line.getChildren().add(acceptAll(row));
            line.getChildren().add(eye);
            line.setAlignment(Pos.CENTER_LEFT);
            if (row.hidden()) line.getStyleClass().add("hidden-type");
            return line;
        }

        private Button acceptAll(MentionGroups.TypeRow row) {
            var accept = new Button(text.get("acceptAll", row.suggested()));
            accept.setId("accept-all-" + row.type());
            accept.getStyleClass().add("small");
            accept.setMinWidth(Region.USE_PREF_SIZE);
            accept.setTooltip(Icons.tooltip(text.get("acceptAll.tip")));
            accept.setOnAction(_ -> viewModel.acceptAll(Optional.empty(), Optional.of(row.type()), 0));
            return accept;
        }

        private Node surface(MentionGroups.SurfaceRow row) {
            var name = new Label(row.surface().replaceAll("\\s+", " "));
            name.setMinWidth(0);
            name.setPadding(new javafx.geometry.Insets(0, 0, 0, 25));
            var count =
                    new Label(row.mentions().size() > 1 ? "× " + row.mentions().size() : "");
            count.getStyleClass().add("muted");
            count.setMinWidth(Region.USE_PREF_SIZE);
            var line = new HBox(7, name, count);
            boolean suggested = row.mentions().stream().allMatch(m -> m.standing() == Standing.SUGGESTED);
            if (suggested) name.getStyleClass().add("muted");
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }
    }
}
