package org.biogloss.ui.training;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.training.plot.PlotSheet;

/// How the curves are shown, and where they may go: smoothing, powers of ten, all steps again, CSV and PNG.
final class ChartBar extends HBox {

    /// Smoothing over more than this share of the run would show a straight line.
    private static final double MOST = 0.2;

    ChartBar(TrainingViewModel viewModel, TrainingPage page, PlotSheet sheet) {
        super(8);
        getStyleClass().add("curve-bar");
        setAlignment(Pos.CENTER_LEFT);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var all = Icons.button("fth-maximize-2", Words.TEXT.get("allSteps"), () -> sheet.zoom(Optional.empty()));
        all.setId("all-steps");
        getChildren().addAll(smoothing(viewModel), logarithmic(viewModel), gap, all, export(page));
    }

    private static Node smoothing(TrainingViewModel viewModel) {
        var slider = new Slider(0, 1, Math.sqrt(viewModel.smoothingProperty().get() / MOST));
        slider.setId("smoothing");
        slider.setPrefWidth(110);
        slider.setBlockIncrement(0.05);
        slider.setAccessibleText(Words.TEXT.get("smoothing"));
        slider.setTooltip(Icons.tooltip(Words.TEXT.get("smoothingHint")));
        slider.valueProperty()
                .subscribe(
                        value -> viewModel.smoothingProperty().set(MOST * value.doubleValue() * value.doubleValue()));
        var label = new Label(Words.TEXT.get("smoothing"));
        label.getStyleClass().addAll("muted", "small");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(slider);
        var both = new HBox(6, label, slider);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static Node logarithmic(TrainingViewModel viewModel) {
        var toggle = new ToggleButton(Words.TEXT.get("logarithmic"));
        toggle.setId("logarithmic");
        toggle.getStyleClass().addAll("small", "flat-toggle");
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.setTooltip(Icons.tooltip(Words.TEXT.get("logarithmicHint")));
        toggle.selectedProperty().bindBidirectional(viewModel.logarithmicProperty());
        return toggle;
    }

    private static Node export(TrainingPage page) {
        var csv = new MenuItem(Words.TEXT.get("command.csv"));
        csv.setOnAction(_ -> page.saveCurves());
        var png = new MenuItem(Words.TEXT.get("command.png"));
        png.setOnAction(_ -> page.savePicture());
        var menu = new MenuButton(Words.TEXT.get("export"), null, csv, png);
        menu.setId("export-curves");
        menu.getStyleClass().addAll("small", "flat");
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }
}
