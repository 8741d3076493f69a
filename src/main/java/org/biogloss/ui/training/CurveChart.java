package org.biogloss.ui.training;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.util.StringConverter;

/// One chart of the training page: a faint raw curve, a clear one over it, and a crosshair that reads the values.
final class CurveChart extends VBox {

    private final NumberAxis xAxis = new NumberAxis();
    private final NumberAxis yAxis = new NumberAxis();
    private final LineChart<Number, Number> chart = new LineChart<>(xAxis, yAxis);
    private final XYChart.Series<Number, Number> faint = new XYChart.Series<>();
    private final XYChart.Series<Number, Number> clear = new XYChart.Series<>();
    private final Line crosshair = new Line();
    private final Label reading = new Label();
    private final DoubleFunction<String> format;
    private Series shown = new Series();

    /// @param format writes a value of the y axis for a person
    CurveChart(String title, String styleClass, DoubleFunction<String> format) {
        this.format = format;
        getStyleClass().addAll("curve-chart", styleClass);
        setAccessibleText(title);
        configureChart();

        var name = new Label(title);
        name.getStyleClass().add("curve-title");
        reading.getStyleClass().add("curve-reading");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var heading = new HBox(name, gap, reading);
        heading.setAlignment(Pos.BASELINE_LEFT);

        var overlay = new Pane(crosshair);
        overlay.setMouseTransparent(true);
        crosshair.getStyleClass().add("crosshair");
        crosshair.setVisible(false);
        var stack = new StackPane(chart, overlay);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().addAll(heading, stack);
    }

    private void configureChart() {
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        yAxis.setTickLength(4);
        chart.setLegendVisible(false);
        chart.setHorizontalZeroLineVisible(false);
        chart.setVerticalGridLinesVisible(false);
        chart.setMinHeight(90);
        chart.getData().addAll(List.of(faint, clear));
        xAxis.setAutoRanging(false);
        xAxis.setForceZeroInRange(false);
        xAxis.setMinorTickVisible(false);
        xAxis.setTickLabelFormatter(words(value -> String.format(Locale.ROOT, "%,.0f", value)));
        yAxis.setForceZeroInRange(false);
        yAxis.setMinorTickVisible(false);
        yAxis.setTickLabelFormatter(words(format));
        yAxis.setPrefWidth(56);
        yAxis.setMinWidth(56);
        yAxis.setAnimated(false);
        xAxis.setAnimated(false);
    }

    /// @param faintly drawn behind, may be empty
    /// @param clearly drawn on top and read by the crosshair
    /// @param lastStep the right end that all charts of the page share
    void show(Series faintly, Series clearly, double lastStep) {
        shown = clearly;
        int columns = Math.max(60, (int) getWidth() - 60);
        yAxis.setAutoRanging(!clearly.isEmpty());
        if (clearly.isEmpty()) yAxis.setUpperBound(1);
        yAxis.setTickLabelsVisible(!clearly.isEmpty());
        xAxis.setLowerBound(0);
        xAxis.setUpperBound(Math.max(1, lastStep));
        xAxis.setTickUnit(tick(Math.max(1, lastStep)));
        faint.setData(points(faintly.decimated(columns)));
        clear.setData(points(clearly.decimated(columns)));
        reading.setText(clearly.isEmpty() ? "" : format.apply(clearly.lastY()));
    }

    /// Marks each point, for curves with few of them: a single one would not show as a line.
    CurveChart withPoints() {
        chart.setCreateSymbols(true);
        return this;
    }

    /// Leaves the steps to the chart below, whose axis is the same.
    CurveChart withoutSteps() {
        xAxis.setTickLabelsVisible(false);
        xAxis.setTickMarkVisible(false);
        return this;
    }

    /// Shows the crosshair at a step, on this chart and its siblings alike; a negative step takes it away.
    void point(double step) {
        boolean visible = step >= 0 && !shown.isEmpty();
        crosshair.setVisible(visible);
        if (!visible) {
            reading.setText(shown.isEmpty() ? "" : format.apply(shown.lastY()));
            return;
        }
        var plot = chart.lookup(".chart-plot-background");
        if (plot == null) return;
        var bounds = crosshair.getParent().sceneToLocal(plot.localToScene(plot.getBoundsInLocal()));
        double x = bounds.getMinX() + xAxis.getDisplayPosition(step);
        crosshair.setStartX(x);
        crosshair.setEndX(x);
        crosshair.setStartY(bounds.getMinY());
        crosshair.setEndY(bounds.getMaxY());
        double value = shown.at(step);
        reading.setText(
                Double.isNaN(value)
                        ? ""
                        : "step " + String.format(Locale.ROOT, "%,d", (long) step) + "  " + format.apply(value));
    }

    /// The step under a point of the scene, or -1 where it is not over the plot.
    double stepAt(double sceneX, double sceneY) {
        var plot = chart.lookup(".chart-plot-background");
        if (plot == null) return -1;
        var at = plot.sceneToLocal(sceneX, sceneY);
        if (!plot.getBoundsInLocal().contains(at)) return -1;
        return Math.rint(xAxis.getValueForDisplay(at.getX()).doubleValue());
    }

    private static javafx.collections.ObservableList<XYChart.Data<Number, Number>> points(Series series) {
        var points = FXCollections.<XYChart.Data<Number, Number>>observableArrayList();
        for (int i = 0; i < series.size(); i++) {
            if (Double.isFinite(series.y(i))) points.add(new XYChart.Data<>(series.x(i), series.y(i)));
        }
        return points;
    }

    /// 1, 2 or 5 times a power of ten, so that about six ticks fit.
    private static double tick(double range) {
        double rough = range / 6;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        return Math.max(1, power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10));
    }

    private static StringConverter<Number> words(DoubleFunction<String> format) {
        return new StringConverter<>() {
            @Override
            public String toString(Number value) {
                return format.apply(value.doubleValue());
            }

            @Override
            public Number fromString(String text) {
                throw new UnsupportedOperationException("An axis is not typed into");
            }
        };
    }
}
