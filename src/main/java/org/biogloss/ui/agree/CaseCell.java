package org.biogloss.ui.agree;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.biogloss.agreement.Adjudication.Ruled;
import org.biogloss.agreement.Ruling;
import org.biogloss.document.Annotation;
import org.biogloss.ui.agree.AdjudicateViewModel.Row;
import org.biogloss.ui.agree.AgreeViewModel.Filter;
import org.biogloss.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A case in the list: how the two differ, what each says, what gold has.
final class CaseCell extends ListCell<Row> {

    private final AdjudicateViewModel viewModel;
    private final FontIcon state = Icons.of("fth-circle");
    private final Label kind = new Label("", state);
    private final Label left = new Label();
    private final Label gold = new Label();
    private final Label right = new Label();
    private final GridPane row = columns(kind, left, gold, right);

    CaseCell(AdjudicateViewModel viewModel) {
        this.viewModel = viewModel;
        kind.getStyleClass().addAll("small", "muted");
        gold.getStyleClass().add("case-gold");
        row.setMaxHeight(Region.USE_PREF_SIZE);
        setPrefWidth(0);
    }

    /// The same columns in the head of the list and in each row.
    static GridPane columns(Label kind, Label left, Label gold, Label right) {
        var grid = new GridPane(10, 0);
        grid.setMinWidth(0);
        for (double share : List.of(22.0, 26.0, 26.0, 26.0)) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, kind, left, gold, right);
        for (var label : List.of(kind, left, gold, right)) {
            label.setMinWidth(0);
            label.setMaxWidth(Double.MAX_VALUE);
            label.setAlignment(Pos.CENTER_LEFT);
        }
        return grid;
    }

    @Override
    protected void updateItem(@Nullable Row item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().remove("open");
        if (empty || item == null || viewModel.currentProperty().get().isEmpty()) {
            setGraphic(null);
            return;
        }
        var ruled = item.ruled();
        if (ruled.isOpen()) getStyleClass().add("open");
        state.setIconLiteral(
                switch (ruled.ruling()) {
                    case OPEN -> "fth-circle";
                    case NEITHER -> "fth-slash";
                    case LEFT, RIGHT, BOTH, OTHER -> "fth-check";
                });
        kind.setText(DifferenceTable.kind(Filter.of(ruled.of())));
        left.setText(words(ruled.of().one()));
        right.setText(words(ruled.of().other()));
        gold.setText(gold(ruled));
        setAccessibleText(String.join(
                ", ", kind.getText(), left.getText(), right.getText(), Words.TEXT.get("ruling." + ruled.ruling())));
        setGraphic(row);
    }

    private String words(Optional<Annotation> said) {
        return said.map(viewModel::words).orElse("–");
    }

    private String gold(Ruled ruled) {
        if (ruled.ruling() == Ruling.OPEN) return "";
        if (ruled.gold().isEmpty()) return Words.TEXT.get("ruling.NEITHER");
        return ruled.gold().stream().map(viewModel::words).collect(Collectors.joining(" + "));
    }
}
