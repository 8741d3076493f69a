package org.biogloss.ui.agree;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Shown;
import org.biogloss.workbench.Comparison;
import org.jspecify.annotations.Nullable;

/// What is to be compared: which layers, on which documents, which types; and the button that does it.
final class ChoicePane extends VBox {

    private final AgreeViewModel viewModel;
    private final AgreePage page;
    private final FlowPane chips = new FlowPane(6, 6);
    private final MenuButton types = new MenuButton();
    private final HBox confidence;

    ChoicePane(AgreeViewModel viewModel, AgreePage page) {
        this.viewModel = viewModel;
        this.page = page;
        getStyleClass().add("agree-choices");
        confidence = confidence();
        types.setId("agree-types");
        types.setMinWidth(Region.USE_PREF_SIZE);
        var second = new FlowPane(8, 6, among(), types, confidence, measure(), running(), stale());
        second.setAlignment(Pos.CENTER_LEFT);
        second.setRowValignment(javafx.geometry.VPos.CENTER);
        getChildren().addAll(chips, second);
        viewModel.layers().addListener((ListChangeListener<Comparison.Layer>) _ -> showChips());
        viewModel.chosenProperty().subscribe(this::showChips);
        viewModel.types().addListener((ListChangeListener<String>) _ -> showTypes());
        viewModel.chosenTypesProperty().subscribe(this::showTypes);
        showChips();
        showTypes();
    }

    private void showChips() {
        chips.getChildren().clear();
        var words = new Label(Words.TEXT.get("layers"));
        words.getStyleClass().add("muted");
        words.setMinHeight(28);
        chips.getChildren().add(words);
        for (var layer : viewModel.layers()) chips.getChildren().add(chip(layer));
        var bring = Icons.button("fth-plus", Words.TEXT.get("import.open"), () -> {
            if (!(getChildren().get(1) instanceof BringInRow)) {
                var row = new BringInRow(viewModel, page);
                row.setAlignment(Pos.CENTER_LEFT);
                getChildren().add(1, row);
                row.getChildren().getFirst().requestFocus();
            } else {
                getChildren().remove(1);
            }
        });
        bring.setId("agree-bring-in");
        chips.getChildren().add(bring);
        if (viewModel.isAnyModels()) chips.getChildren().add(gap());
        confidence.setVisible(viewModel.isAnyModels());
        confidence.setManaged(viewModel.isAnyModels());
    }

    /// What a person had confirmed before a model read is missing from its suggestions: the figures would be too low.
    private static Label gap() {
        var gap = new Label(Words.TEXT.get("model.gap"), Icons.of("fth-alert-triangle"));
        gap.getStyleClass().addAll("muted", "small");
        gap.setTooltip(Icons.tooltip(Words.TEXT.get("model.gapHint")));
        gap.setMinHeight(28);
        return gap;
    }

    private ToggleButton chip(Comparison.Layer layer) {
        var chip = new ToggleButton(layer.name() + "  " + Shown.count(layer.annotations()));
        chip.setGraphic(Icons.of(layer.isModels() ? "fth-cpu" : "fth-user"));
        chip.getStyleClass().add("layer-chip");
        chip.setId("agree-layer-" + layer.name());
        chip.setSelected(viewModel.chosenProperty().get().contains(layer.name()));
        chip.setAccessibleText(Words.TEXT.get(
                layer.isModels() ? "layer.model" : "layer.people", layer.name(), Shown.count(layer.annotations())));
        chip.setTooltip(Icons.tooltip(chip.getAccessibleText()));
        chip.setMaxWidth(280);
        chip.setOnAction(_ -> viewModel.choose(layer.name(), chip.isSelected()));
        return chip;
    }

    private ComboBox<Comparison.Among> among() {
        var among = new ComboBox<Comparison.Among>();
        among.setId("agree-among");
        among.setAccessibleText(Words.TEXT.get("among"));
        among.getItems().setAll(Comparison.Among.values());
        among.setConverter(shown(one -> Words.TEXT.get("among." + one.name())));
        among.valueProperty().bindBidirectional(viewModel.amongProperty());
        return among;
    }

    private void showTypes() {
        var chosen = viewModel.chosenTypesProperty().get();
        types.setText(
                chosen.isEmpty()
                        ? Words.TEXT.get("types.all")
                        : chosen.size() == 1 ? chosen.iterator().next() : Words.TEXT.get("types.some", chosen.size()));
        types.getItems().setAll(viewModel.types().stream().map(this::typeItem).toList());
    }

    private CheckMenuItem typeItem(String type) {
        var item = new CheckMenuItem(type);
        item.setSelected(viewModel.chosenTypesProperty().get().contains(type));
        item.setOnAction(_ -> viewModel.chooseType(type, item.isSelected()));
        return item;
    }

    private HBox confidence() {
        var slider = new Slider(0, 1, viewModel.confidenceProperty().get());
        slider.setId("agree-confidence");
        slider.setAccessibleText(Words.TEXT.get("confidence"));
        slider.setBlockIncrement(0.05);
        slider.setPrefWidth(110);
        var words = new Label();
        words.setMinWidth(Region.USE_PREF_SIZE);
        slider.valueProperty().subscribe(now -> {
            double rounded = Math.round(now.doubleValue() * 100) / 100.0;
            viewModel.confidenceProperty().set(rounded);
            words.setText(Words.TEXT.get("confidence.from", String.format(Locale.ROOT, "%.2f", rounded)));
        });
        var box = new HBox(6, words, slider);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Button measure() {
        var measure = AgreeView.button("agree-measure", Words.TEXT.get("measure"), viewModel::measure);
        measure.getStyleClass().add("accent");
        Runnable enable = () -> measure.setDisable(!viewModel.canMeasure());
        viewModel.chosenProperty().subscribe(enable);
        viewModel.progressProperty().subscribe(enable);
        enable.run();
        return measure;
    }

    private HBox running() {
        var bar = new ProgressBar();
        bar.setPrefWidth(120);
        bar.setAccessibleText(Words.TEXT.get("measuring"));
        var cancel = Icons.button("fth-x", Words.TEXT.get("cancel"), viewModel::cancel);
        var box = new HBox(6, bar, cancel);
        box.setAlignment(Pos.CENTER_LEFT);
        viewModel.progressProperty().subscribe(now -> {
            box.setVisible(now.isPresent());
            box.setManaged(now.isPresent());
            now.ifPresent(progress -> bar.setProgress(progress.fraction()));
        });
        return box;
    }

    private Label stale() {
        var stale = new Label(Words.TEXT.get("stale"));
        stale.getStyleClass().addAll("badge", "warning");
        stale.setMinWidth(Region.USE_PREF_SIZE);
        viewModel.staleProperty().subscribe(on -> {
            stale.setVisible(on);
            stale.setManaged(on);
        });
        return stale;
    }

    static <V> StringConverter<V> shown(java.util.function.Function<V, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable V value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable V fromString(String text) {
                return null;
            }
        };
    }
}
