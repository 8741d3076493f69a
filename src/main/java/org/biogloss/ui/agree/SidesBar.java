package org.biogloss.ui.agree;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.biogloss.ui.agree.AdjudicateViewModel.Sides;
import org.biogloss.ui.kit.Icons;

/// Which two are held against each other, and into which layer they go.
final class SidesBar extends FlowPane {

    private static final double WIDE = 860;

    private final AdjudicateViewModel viewModel;
    private final ComboBox<String> left = new ComboBox<>();
    private final ComboBox<String> right = new ComboBox<>();
    private final ComboBox<Double> confidence = new ComboBox<>();
    private final TextField gold = new TextField();
    private boolean filling;

    SidesBar(AdjudicateViewModel viewModel) {
        super(8, 6);
        this.viewModel = viewModel;
        setAlignment(Pos.CENTER_LEFT);
        setPrefWrapLength(WIDE);
        box(left, "adjudicate-left", Words.TEXT.get("side.left"));
        box(right, "adjudicate-right", Words.TEXT.get("side.right"));
        box(confidence, "adjudicate-confidence", Words.TEXT.get("confidence"));
        confidence.getItems().setAll(0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95);
        confidence.setConverter(
                ChoicePane.shown(at -> Words.TEXT.get("confidence.from", String.format(Locale.ROOT, "%.2f", at))));
        gold.setId("adjudicate-gold");
        gold.setAccessibleText(Words.TEXT.get("side.gold"));
        gold.setTooltip(Icons.tooltip(Words.TEXT.get("side.gold")));
        gold.setPrefColumnCount(10);
        gold.setOnAction(_ -> choose());
        gold.focusedProperty().subscribe(on -> {
            if (!on) choose();
        });
        var trouble = new Label();
        trouble.getStyleClass().add("error-text");
        trouble.setId("adjudicate-trouble");
        viewModel.troubleProperty().subscribe(why -> {
            trouble.setText(why.orElse(""));
            trouble.setVisible(why.isPresent());
            trouble.setManaged(why.isPresent());
        });
        getChildren().addAll(group(left, "↔", right), confidence, group(new Label("→"), "", gold), trouble);
        viewModel.sidesProperty().subscribe(this::show);
    }

    private static HBox group(Region one, String between, Region other) {
        var sign = new Label(between);
        sign.setMinWidth(Region.USE_PREF_SIZE);
        var box = between.isEmpty() ? new HBox(8, one, other) : new HBox(8, one, sign, other);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private <V> void box(ComboBox<V> box, String id, String name) {
        box.setId(id);
        box.setAccessibleText(name);
        box.setTooltip(Icons.tooltip(name));
        box.setMaxWidth(180);
        box.valueProperty().subscribe(now -> {
            if (now != null) choose();
        });
    }

    private void show(Optional<Sides> now) {
        filling = true;
        var names = viewModel.layerNames();
        for (var box : List.of(left, right))
            if (!box.getItems().equals(names)) box.getItems().setAll(names);
        now.ifPresent(sides -> {
            left.setValue(sides.left());
            right.setValue(sides.right());
            confidence.setValue(sides.confidence());
            gold.setText(sides.gold());
        });
        boolean models = viewModel.isAnyModels();
        confidence.setVisible(models);
        confidence.setManaged(models);
        filling = false;
    }

    private void choose() {
        if (filling || left.getValue() == null || right.getValue() == null || confidence.getValue() == null) return;
        viewModel.choose(
                new Sides(left.getValue(), right.getValue(), gold.getText().strip(), confidence.getValue()));
    }
}
