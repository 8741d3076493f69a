package org.biogloss.ui.agree;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.biogloss.agreement.Agreement;
import org.biogloss.agreement.Figure;
import org.biogloss.ui.kit.Icons;

/// Each two of more than two, by the figure that comes first: a cell shows their figures.
final class MatrixPane extends VBox {

    private final AgreeViewModel viewModel;

    MatrixPane(AgreeViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("agree-matrix");
        viewModel.agreementProperty().subscribe(this::show);
        viewModel
                .pairProperty()
                .subscribe(() -> show(viewModel.agreementProperty().get()));
    }

    private void show(Optional<Agreement> now) {
        getChildren().clear();
        boolean several = now.filter(one -> one.pairs().size() > 1).isPresent();
        setVisible(several);
        setManaged(several);
        if (!several) return;
        var agreement = now.orElseThrow();
        var names = agreement.study().annotators();
        var grid = new GridPane(4, 4);
        var group = new ToggleGroup();
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) grid.add(name(names.get(i)), 0, i);
            if (i < names.size() - 1) {
                var top = name(names.get(i));
                GridPane.setHalignment(top, HPos.CENTER);
                grid.add(top, i + 1, 0);
            }
        }
        for (var pair : agreement.pairs()) grid.add(cell(agreement, pair, group), pair.one() + 1, pair.other());
        var what = new Label(agreement.pairs().getFirst().first().name());
        what.getStyleClass().addAll("muted", "small");
        var scroll = new ScrollPane(grid);
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        getChildren().addAll(what, scroll);
    }

    private static Label name(String words) {
        var name = new Label(words);
        name.setMaxWidth(110);
        name.setTooltip(Icons.tooltip(words));
        return name;
    }

    private ToggleButton cell(Agreement agreement, Agreement.OfPair pair, ToggleGroup group) {
        var figure = pair.first().figure();
        var cell = new ToggleButton(
                figure instanceof Figure.Value(var value, var _) ? String.format(Locale.ROOT, "%.2f", value) : "–");
        cell.setToggleGroup(group);
        cell.setId("agree-pair-" + pair.one() + "-" + pair.other());
        cell.getStyleClass().add("matrix-cell");
        cell.setMaxWidth(Double.MAX_VALUE);
        if (figure instanceof Figure.Value(var value, var _)) {
            int shade = Math.clamp((int) Math.floor(value * 5), 0, 4);
            cell.getStyleClass().add("shade-" + shade);
        }
        var words = agreement.names(pair) + ", " + pair.first().name() + ": " + figure.words();
        cell.setAccessibleText(words);
        cell.setTooltip(Icons.tooltip(words));
        cell.setSelected(viewModel.pairProperty().get().filter(pair::equals).isPresent());
        cell.setOnAction(_ -> viewModel.lookAt(pair));
        return cell;
    }
}
