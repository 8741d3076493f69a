package org.biogloss.ui.agree;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.ui.agree.AgreeViewModel.Difference;
import org.biogloss.ui.agree.AgreeViewModel.Filter;
import org.biogloss.ui.kit.Shown;
import org.jspecify.annotations.Nullable;

/// The differences behind a figure: which document, what each says, and how they differ. Enter opens the place.
final class DifferencesPane extends BorderPane {

    private final AgreeViewModel viewModel;
    private final ListView<Difference> list = new ListView<>();
    private final ComboBox<Optional<Filter>> kinds = new ComboBox<>();
    private final ComboBox<Optional<String>> types = new ComboBox<>();
    private final Label title = new Label();
    private final Label one = new Label();
    private final Label other = new Label();
    private boolean filling;

    DifferencesPane(AgreeViewModel viewModel) {
        this.viewModel = viewModel;
        setMinWidth(320);
        title.getStyleClass().add("section-heading");
        title.setWrapText(true);
        setTop(head());
        list.setId("agree-differences");
        list.setAccessibleText(Words.TEXT.get("differences"));
        list.setItems(viewModel.differences());
        list.setPlaceholder(new Label(Words.TEXT.get("differences.none")));
        list.setCellFactory(_ -> new Cell());
        list.setOnKeyPressed(event -> {
            if (event.getCode() != KeyCode.ENTER) return;
            event.consume();
            chosen().ifPresent(event.isShiftDown() ? viewModel::adjudicate : viewModel::read);
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) chosen().ifPresent(viewModel::read);
        });
        setCenter(list);
        setBottom(verbs());
        viewModel.lineProperty().subscribe(this::show);
        viewModel.pairProperty().subscribe(this::show);
        viewModel.differences().subscribe(this::count);
    }

    private Optional<Difference> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private VBox head() {
        kinds.setId("agree-kinds");
        kinds.setAccessibleText(Words.TEXT.get("kinds"));
        kinds.setConverter(
                ChoicePane.shown(kind -> kind.map(DifferenceTable::kind).orElse(Words.TEXT.get("kinds.all"))));
        kinds.valueProperty().subscribe(now -> {
            if (!filling && now != null) viewModel.filterProperty().set(now);
        });
        types.setId("agree-differing-types");
        types.setAccessibleText(Words.TEXT.get("types"));
        types.setConverter(ChoicePane.shown(type -> type.orElse(Words.TEXT.get("types.all"))));
        types.valueProperty().subscribe(now -> {
            if (!filling && now != null) viewModel.onlyTypeProperty().set(now);
        });
        var filters = new FlowPane(8, 6, kinds, types);
        filters.setAlignment(Pos.CENTER_LEFT);
        filters.getStyleClass().add("difference-filters");
        var names = columns(new Label(""), one, other, new Label(""));
        names.getStyleClass().add("difference-names");
        var head = new VBox(6, title, filters, names);
        head.getStyleClass().add("differences-head");
        return head;
    }

    private void show() {
        filling = true;
        kinds.getItems().setAll(Optional.empty());
        viewModel.filters().forEach(filter -> kinds.getItems().add(Optional.of(filter)));
        kinds.setValue(Optional.empty());
        types.getItems().setAll(Optional.empty());
        viewModel.differingTypes().forEach(type -> types.getItems().add(Optional.of(type)));
        types.setValue(Optional.empty());
        filling = false;
        viewModel
                .agreementProperty()
                .get()
                .ifPresent(now -> viewModel.pairProperty().get().ifPresent(pair -> {
                    boolean ofAll = now.pairs().size() > 1
                            && viewModel
                                    .lineProperty()
                                    .get()
                                    .filter(viewModel::isOverall)
                                    .isPresent();
                    one.setText(ofAll ? "" : now.study().annotators().get(pair.one()));
                    other.setText(ofAll ? "" : now.study().annotators().get(pair.other()));
                }));
        count();
    }

    private void count() {
        var count = Shown.count(viewModel.differences().size(), "difference", "differences");
        title.setText(viewModel
                .lineProperty()
                .get()
                .map(line -> Words.TEXT.get("differences.behind", count, line.name()))
                .orElse(count));
    }

    private HBox verbs() {
        var none = list.getSelectionModel().selectedItemProperty().isNull();
        var read = AgreeView.button("agree-read", Words.TEXT.get("read"), () -> chosen().ifPresent(viewModel::read));
        read.disableProperty().bind(none);
        var adjudicate = AgreeView.button(
                "agree-decide", Words.TEXT.get("decide"), () -> chosen().ifPresent(viewModel::adjudicate));
        adjudicate.disableProperty().bind(none);
        var verbs = new HBox(8, read, adjudicate);
        verbs.getStyleClass().add("side-verbs");
        return verbs;
    }

    /// The same columns in the head and in each row.
    private static GridPane columns(Label kind, Label one, Label other, Label place) {
        var grid = new GridPane(10, 0);
        grid.setMinWidth(0);
        for (double share : List.of(22.0, 31.0, 31.0, 16.0)) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, kind, one, other, place);
        for (var label : List.of(kind, one, other, place)) {
            label.setMinWidth(0);
            label.setMaxWidth(Double.MAX_VALUE);
            GridPane.setHgrow(label, Priority.ALWAYS);
        }
        return grid;
    }

    private final class Cell extends ListCell<Difference> {

        private final Label kind = new Label();
        private final Label first = new Label();
        private final Label second = new Label();
        private final Label place = new Label();
        private final GridPane row = columns(kind, first, second, place);

        Cell() {
            kind.getStyleClass().addAll("small", "muted");
            place.getStyleClass().addAll("small", "muted");
            place.setAlignment(Pos.CENTER_RIGHT);
            setPrefWidth(0);
            row.setMaxHeight(Region.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable Difference item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            kind.setText(DifferenceTable.kind(Filter.of(item.of())));
            first.setText(words(item, true));
            second.setText(words(item, false));
            place.setText(item.of().document());
            setAccessibleText(String.join(", ", kind.getText(), first.getText(), second.getText(), place.getText()));
            setGraphic(row);
        }

        private String words(Difference item, boolean ofFirst) {
            var words = item.words(ofFirst);
            var shown = words.isEmpty() ? "–" : words;
            if (!one.getText().isEmpty()) return shown;
            int annotator = ofFirst ? item.between().one() : item.between().other();
            return viewModel
                            .agreementProperty()
                            .get()
                            .map(now -> now.study().annotators().get(annotator))
                            .orElse("")
                    + ": " + shown;
        }
    }
}
