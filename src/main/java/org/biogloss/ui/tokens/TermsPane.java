package org.biogloss.ui.tokens;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.biogloss.tokens.compare.TermTable;
import org.jspecify.annotations.Nullable;

/// Terms against vocabularies: the paper's Table 1, with the vocabularies at hand and with terms of one's own.
final class TermsPane extends BorderPane {

    private final TableView<TermTable.Row> table = Tables.table("terms", Words.TEXT.get("tab.terms"));

    TermsPane(TablesViewModel viewModel) {
        var field = new TextField();
        field.setId("own-terms");
        field.setPromptText(Words.TEXT.get("terms.prompt"));
        field.setPrefWidth(300);
        field.setOnAction(_ -> {
            viewModel.addTerms(field.getText());
            field.clear();
        });
        var add = new Button(Words.TEXT.get("terms.add"));
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> field.fireEvent(new javafx.event.ActionEvent()));
        var reset = new Button(Words.TEXT.get("terms.reset"));
        reset.setMinWidth(USE_PREF_SIZE);
        reset.getStyleClass().add("flat");
        reset.setOnAction(_ -> viewModel.resetTerms());
        var hint = new Label(Words.TEXT.get("terms.hint"));
        hint.getStyleClass().add("muted");
        hint.setMinWidth(0);
        var bar = new HBox(8, field, add, reset, hint);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("measure-bar");
        setTop(bar);
        setCenter(table);
        viewModel.termsProperty().subscribe(this::show);
    }

    private void show(Optional<TermTable> now) {
        if (now.isEmpty()) return;
        var terms = now.get();
        table.getColumns().clear();
        table.getColumns().add(Tables.column(Words.TEXT.get("terms.term"), 170, TermTable.Row::term));
        for (int c = 0; c < terms.tokenizers().size(); c++) {
            int column = c;
            TableColumn<TermTable.Row, String> cells = Tables.column(
                    Words.TEXT.get(
                            "terms.column",
                            terms.tokenizers().get(c),
                            terms.whole(c),
                            terms.rows().size()),
                    250,
                    row -> row.cells().get(column).inWords());
            cells.setCellFactory(_ -> new Cut());
            table.getColumns().add(cells);
        }
        table.getItems().setAll(terms.rows());
    }

    /// A whole term is good news; one that falls to pieces shows where.
    private static final class Cut extends TableCell<TermTable.Row, String> {

        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            boolean whole = !empty && "✓".equals(words);
            setText(empty || words == null ? "" : whole ? Words.TEXT.get("terms.whole") : words.replace("-", " · "));
            getStyleClass().removeAll("term-whole", "term-cut");
            if (!empty) getStyleClass().add(whole ? "term-whole" : "term-cut");
        }
    }
}
