package org.biogloss.ui.tokens;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.tokens.compare.Figure;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Shown;
import org.jspecify.annotations.Nullable;

/// The documents behind a figure, those that weigh most first. Enter or a double click puts one under the
/// vocabularies.
final class BehindPane extends BorderPane {

    BehindPane(CorpusViewModel viewModel, CorpusViewModel.Behind behind) {
        getStyleClass().add("lab-side");
        var title = new Label(heading(behind.figure()));
        title.getStyleClass().add("section-heading");
        title.setWrapText(true);
        var whose = new Label(Words.TEXT.get(
                "behind.of", Shown.count(behind.rows().size(), "document", "documents"), behind.vocabulary()));
        whose.getStyleClass().addAll("muted", "small");
        var words = new VBox(1, title, whose);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var header = new HBox(words, Icons.button("fth-x", Words.TEXT.get("close"), viewModel::closeBehind));
        header.getStyleClass().add("pane-header");
        setTop(header);
        var list = list(viewModel, behind);
        setCenter(list);
        setBottom(verbs(viewModel, behind, list));
    }

    private static String heading(Figure figure) {
        return switch (figure) {
            case Figure.Length(int from, int to) ->
                to == Integer.MAX_VALUE
                        ? Words.TEXT.get("behind.longest", Shown.count(from))
                        : Words.TEXT.get("behind.length", Shown.count(from), Shown.count(to - 1L));
            case Figure.Beyond(int limit) -> Words.TEXT.get("behind.beyond", limit);
            case Figure.Unknown() -> Words.TEXT.get("behind.unknown");
            case Figure.CutWords() -> Words.TEXT.get("behind.cutWords");
            case Figure.CutMentions(String type) -> Words.TEXT.get("behind.cutMentions", type);
        };
    }

    private static ListView<CorpusViewModel.Row> list(CorpusViewModel viewModel, CorpusViewModel.Behind behind) {
        var list = new ListView<CorpusViewModel.Row>();
        list.setId("behind");
        list.getItems().setAll(behind.rows());
        list.setPlaceholder(new Label(Words.TEXT.get("behind.none")));
        list.setCellFactory(_ -> new RowCell());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) compare(viewModel, list);
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) compare(viewModel, list);
        });
        return list;
    }

    private static void compare(CorpusViewModel viewModel, ListView<CorpusViewModel.Row> list) {
        var row = list.getSelectionModel().getSelectedItem();
        if (row != null) viewModel.compare(row);
    }

    private static HBox verbs(
            CorpusViewModel viewModel, CorpusViewModel.Behind behind, ListView<CorpusViewModel.Row> list) {
        var none = list.getSelectionModel().selectedItemProperty().isNull();
        var compare = new Button(Words.TEXT.get("behind.compare"));
        compare.setId("behind-compare");
        compare.disableProperty().bind(none);
        compare.setOnAction(_ -> compare(viewModel, list));
        var read = new Button(Words.TEXT.get("behind.read"));
        read.disableProperty().bind(none);
        read.setOnAction(_ -> viewModel.read(list.getSelectionModel().getSelectedItem()));
        var verbs = new HBox(8, compare);
        if (behind.corpus().isInProject()) verbs.getChildren().add(read);
        verbs.getStyleClass().add("side-verbs");
        return verbs;
    }

    private static final class RowCell extends ListCell<CorpusViewModel.Row> {

        private final Label title = new Label();
        private final Label value = new Label();
        private final HBox row = new HBox(8, title, value);

        RowCell() {
            title.setMinWidth(0);
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            value.getStyleClass().add("muted");
            value.setMinWidth(Region.USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(CorpusViewModel.@Nullable Row item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            title.setText(item.title());
            value.setText(Shown.count(item.value()));
            setGraphic(row);
        }
    }
}
