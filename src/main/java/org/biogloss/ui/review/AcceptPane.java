package org.biogloss.ui.review;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.TypeColours;
import org.biogloss.workbench.review.Estimate;

/// Suggestions above a confidence: a slider on top, and for each type how many that are and how far they can be
/// trusted.
final class AcceptPane extends BorderPane {

    private final AcceptViewModel viewModel;
    private final TypeColours colours;
    private final StackPane centre = new StackPane();
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);

    AcceptPane(AcceptViewModel viewModel, TypeColours colours) {
        this.viewModel = viewModel;
        this.colours = colours;
        grid.getStyleClass().add("accept-grid");
        scroll.setFitToWidth(true);
        setTop(question());
        setCenter(centre);
        setBottom(decide());
        viewModel.types().addListener((javafx.collections.ListChangeListener<TypeRow>) _ -> showTypes());
        viewModel.surveyedProperty().subscribe(_ -> showTypes());
        colours.darkProperty().subscribe(_ -> showTypes());
    }

    private Node question() {
        var model = new ComboBox<String>(viewModel.models());
        model.setId("accept-model");
        model.setAccessibleText(Words.TEXT.get("model"));
        Cells.tie(model, viewModel.modelProperty());
        viewModel.models().addListener((javafx.collections.ListChangeListener<String>)
                _ -> model.setValue(viewModel.modelProperty().get()));
        var reach = Cells.choice("reach", Surroundings.Reach.values());
        reach.valueProperty().bindBidirectional(viewModel.reachProperty());
        var slider = new Slider(0, 1, viewModel.thresholdProperty().get());
        slider.setId("accept-threshold");
        slider.setBlockIncrement(0.01);
        slider.setAccessibleText(Words.TEXT.get("threshold"));
        slider.valueProperty().bindBidirectional(viewModel.thresholdProperty());
        slider.setMinWidth(120);
        HBox.setHgrow(slider, Priority.ALWAYS);
        var value = new Label();
        value.setId("accept-threshold-value");
        value.getStyleClass().addAll("bold", "numbers");
        value.setMinWidth(48);
        value.textProperty().bind(viewModel.thresholdProperty().map(now -> Words.percent(now.doubleValue())));
        var words = new Label(Words.TEXT.get("atLeast"));
        words.getStyleClass().add("muted");
        var in = new Label(Words.TEXT.get("in"));
        in.getStyleClass().add("muted");
        for (var fixed : List.<Region>of(model, reach, words, in)) fixed.setMinWidth(USE_PREF_SIZE);
        var bar = new HBox(8, model, in, reach, words, slider, value);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("review-bar");
        return bar;
    }

    private void showTypes() {
        if (viewModel.types().isEmpty()) {
            boolean known = viewModel.surveyedProperty().get();
            centre.getChildren()
                    .setAll(
                            known
                                    ? new EmptyState(
                                            "fth-zap",
                                            Words.TEXT.get("accept.empty.title"),
                                            Words.TEXT.get("accept.empty.text"),
                                            Optional.empty())
                                    : new Region());
            return;
        }
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        heads();
        int row = 1;
        for (var type : viewModel.types()) addRow(row++, type);
        centre.getChildren().setAll(scroll);
    }

    private void heads() {
        int column = 0;
        for (var key : List.of("accept.type", "accept.confidence", "accept.count", "accept.estimate")) {
            var head = new Label(Words.TEXT.get(key));
            head.getStyleClass().addAll("muted", "small");
            grid.add(head, column++, 0);
        }
    }

    private void addRow(int row, TypeRow type) {
        var on = new CheckBox(type.type());
        on.setId("accept-" + type.type());
        on.selectedProperty().bindBidirectional(type.onProperty());
        on.setMinWidth(90);
        var count = new Label();
        count.getStyleClass().addAll("numbers", "bold");
        count.setMinWidth(60);
        count.textProperty().bind(type.countProperty().map(number -> Shown.count(number.longValue())));
        var estimate = new Label();
        estimate.setWrapText(true);
        estimate.setMinWidth(0);
        type.estimateProperty().subscribe(now -> {
            estimate.setText(inWords(now));
            estimate.getStyleClass().remove("muted");
            if (!now.isEnough()) estimate.getStyleClass().add("muted");
        });
        GridPane.setHgrow(estimate, Priority.ALWAYS);
        grid.addRow(row, on, histogram(type), count, estimate);
    }

    static String inWords(Estimate estimate) {
        if (!estimate.isEnough()) return Words.TEXT.get("notEnough", estimate.decided(), Estimate.ENOUGH);
        return Words.TEXT.get(
                "estimate",
                Words.percent(estimate.precision()),
                Words.percent(estimate.low()),
                Words.percent(estimate.high()),
                estimate.decided());
    }

    /// A bar for each twentieth of the confidences; those that would be accepted in the type's colour.
    private Node histogram(TypeRow type) {
        var parts = type.histogram();
        int most = 1;
        for (int part : parts) most = Math.max(most, part);
        var bars = new HBox(1);
        bars.getStyleClass().add("confidences");
        bars.setAlignment(Pos.BOTTOM_LEFT);
        for (int i = 0; i < parts.length; i++) {
            var bar = new Region();
            double height = parts[i] == 0 ? 1 : Math.max(2, 34.0 * parts[i] / most);
            bar.setMinSize(8, height);
            bar.setPrefSize(8, height);
            bar.setMaxSize(8, height);
            double from = (double) i / parts.length;
            var line = Cells.css(colours.line(type.type()));
            bar.styleProperty()
                    .bind(Bindings.createStringBinding(
                            () -> "-fx-background-color: "
                                    + (from + 1e-9
                                                    >= viewModel
                                                            .thresholdProperty()
                                                            .get()
                                            ? line
                                            : "-color-neutral-muted")
                                    + ";",
                            viewModel.thresholdProperty()));
            bars.getChildren().add(bar);
        }
        bars.setAccessibleText(Words.TEXT.get("histogram", type.type()));
        return bars;
    }

    private Node decide() {
        var note = new Label(Words.TEXT.get("accept.note"));
        note.getStyleClass().addAll("muted", "small");
        note.setWrapText(true);
        note.setMinWidth(0);
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        var accept = new Button();
        accept.setId("accept-all");
        accept.getStyleClass().add("accent");
        accept.setGraphic(Icons.of("fth-check"));
        accept.setMinWidth(USE_PREF_SIZE);
        accept.textProperty()
                .bind(viewModel.totalProperty().map(now -> Words.TEXT.get("acceptAll", Shown.count(now.longValue()))));
        accept.disableProperty()
                .bind(viewModel.totalProperty().isEqualTo(0).or(viewModel.job().runningProperty()));
        accept.setOnAction(_ -> viewModel.accept());
        var bar = new HBox(12, note, Cells.running(viewModel.job()), accept);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("review-decide");
        return bar;
    }
}
