package org.biogloss.ui.tokens;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.biogloss.tokens.compare.VocabularyOverlap;
import org.biogloss.ui.kit.Shown;

/// What the vocabularies share, and the pieces that only one of them has.
final class OverlapPane extends BorderPane {

    private final TokensViewModel viewModel;
    private final GridPane matrix = new GridPane(22, 7);
    private final ComboBox<String> whose = new ComboBox<>();
    private final TextField filter = new TextField();
    private final ListView<String> pieces = new ListView<>();
    private final Label count = new Label();
    private final Label inAll = new Label();
    private Optional<VocabularyOverlap> shown = Optional.empty();

    OverlapPane(TokensViewModel viewModel) {
        this.viewModel = viewModel;
        matrix.getStyleClass().add("overlap-matrix");
        inAll.getStyleClass().addAll("muted", "overlap-note");
        inAll.setWrapText(true);
        var scroll = new ScrollPane(new VBox(matrix, inAll));
        scroll.setFitToHeight(true);
        scroll.setMinWidth(200);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        var heading = new Label(Words.TEXT.get("overlap.only"));
        heading.setMinWidth(USE_PREF_SIZE);
        whose.setMinWidth(110);
        whose.setAccessibleText(Words.TEXT.get("overlap.only"));
        whose.valueProperty().subscribe(this::list);
        filter.setPromptText(Words.TEXT.get("overlap.filter"));
        filter.textProperty().subscribe(_ -> list());
        HBox.setHgrow(filter, Priority.ALWAYS);
        count.getStyleClass().add("muted");
        count.setMinWidth(USE_PREF_SIZE);
        var bar = new HBox(8, heading, whose, filter, count);
        bar.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        pieces.setId("only-pieces");
        pieces.setAccessibleText(Words.TEXT.get("overlap.only"));
        pieces.getSelectionModel().selectedItemProperty().subscribe(piece -> {
            if (piece != null) look(piece);
        });
        VBox.setVgrow(pieces, Priority.ALWAYS);
        var right = new VBox(8, bar, pieces);
        right.getStyleClass().add("only-pane");
        right.setPrefWidth(430);
        right.setMinWidth(300);
        setCenter(new HBox(scroll, right));
        viewModel.tables().overlapProperty().subscribe(this::show);
    }

    private void show(Optional<VocabularyOverlap> overlap) {
        shown = overlap;
        matrix.getChildren().clear();
        if (overlap.isEmpty()) return;
        var now = overlap.get();
        layMatrix(now);
        var names = now.columns().stream().map(VocabularyOverlap.Column::name).toList();
        var before = whose.getValue();
        whose.getItems().setAll(names);
        whose.setValue(before != null && names.contains(before) ? before : names.get(richest(now)));
        list();
    }

    /// Of those beside the first, the one with the most pieces of its own.
    private static int richest(VocabularyOverlap now) {
        int richest = Math.min(1, now.columns().size() - 1);
        for (int c = 2; c < now.columns().size(); c++) {
            if (now.columns().get(c).only().size()
                    > now.columns().get(richest).only().size()) richest = c;
        }
        return richest;
    }

    private void layMatrix(VocabularyOverlap now) {
        int size = now.columns().size();
        var corner = new Label(Words.TEXT.get("overlap.shared"));
        corner.getStyleClass().add("section-heading");
        matrix.add(corner, 0, 0);
        for (int c = 0; c < size; c++) {
            var head = right(now.columns().get(c).name());
            head.setMinWidth(0);
            head.setMaxWidth(130);
            head.getStyleClass().add("muted");
            matrix.add(head, c + 1, 0);
            matrix.add(new Label(now.columns().get(c).name()), 0, c + 1);
            for (int other = 0; other < size; other++) matrix.add(cell(now, c, other), other + 1, c + 1);
        }
        var only = new Label(Words.TEXT.get("overlap.onlyHere"));
        only.getStyleClass().add("muted");
        matrix.add(only, 0, size + 1);
        for (int c = 0; c < size; c++) {
            matrix.add(right(Shown.count(now.columns().get(c).only().size())), c + 1, size + 1);
        }
        inAll.setText(Words.TEXT.get("overlap.inAll", Shown.count(now.inAll(), "piece", "pieces")));
    }

    private static Label cell(VocabularyOverlap now, int one, int other) {
        var words = Shown.count(now.shared().get(one).get(other));
        if (one == other) {
            var label = right(words);
            label.getStyleClass().add("muted");
            return label;
        }
        return right(words + String.format(Locale.ROOT, "  (%.0f %%)", now.alike(one, other) * 100));
    }

    private static Label right(String words) {
        var label = new Label(words);
        label.setMinWidth(USE_PREF_SIZE);
        label.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    private void list() {
        int chosen = whose.getSelectionModel().getSelectedIndex();
        if (shown.isEmpty() || chosen < 0) return;
        var part = filter.getText().strip().toLowerCase(Locale.ROOT);
        List<String> found = shown.get().columns().get(chosen).only().stream()
                .filter(piece -> piece.toLowerCase(Locale.ROOT).contains(part))
                .toList();
        pieces.getItems().setAll(found);
        count.setText(Shown.count(found.size()));
    }

    private void look(String piece) {
        int chosen = whose.getSelectionModel().getSelectedIndex();
        if (chosen >= 0 && chosen < viewModel.columns().size()) {
            viewModel.piece().look(viewModel.columns().get(chosen), piece);
        }
    }
}
