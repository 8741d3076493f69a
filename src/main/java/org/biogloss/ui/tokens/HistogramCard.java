package org.biogloss.ui.tokens;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.tokens.compare.CorpusFigures;
import org.biogloss.tokens.compare.Figure;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Shown;

/// How many documents have how many pieces: for each step a small bar a vocabulary, which shows its documents when it
/// is pressed.
final class HistogramCard extends VBox {

    private static final int STEPS = 16;
    private static final double HEIGHT = 118;

    HistogramCard(CorpusFigures figures, CorpusViewModel viewModel) {
        setMaxHeight(USE_PREF_SIZE);
        getStyleClass().addAll("figure-card", "card");
        var heading = new Label(Words.TEXT.get("figure.histogram"));
        heading.getStyleClass().add("section-heading");
        heading.setTooltip(Icons.tooltip(Words.TEXT.get("figure.histogramHint")));
        var histograms = new ArrayList<CorpusFigures.Histogram>();
        for (int column = 0; column < figures.columns().size(); column++) {
            histograms.add(figures.histogram(column, STEPS));
        }
        var steps = new HBox();
        steps.getStyleClass().add("histogram");
        for (int step = 0; step < STEPS; step++) steps.getChildren().add(step(step, figures, histograms, viewModel));
        getChildren().addAll(heading, steps, axis(histograms.getFirst()));
    }

    private static Region step(
            int step, CorpusFigures figures, List<CorpusFigures.Histogram> histograms, CorpusViewModel viewModel) {
        int highest = histograms.stream()
                .mapToInt(CorpusFigures.Histogram::highest)
                .max()
                .orElse(1);
        var bars = new ArrayList<Region>();
        for (int column = 0; column < histograms.size(); column++) {
            var bar = new Region();
            bar.getStyleClass().addAll("fill-" + column, "histogram-bar");
            bar.setManaged(false);
            bars.add(bar);
            int count = histograms.get(column).counts()[step];
            if (count == 0) continue;
            int chosen = column;
            var histogram = histograms.get(column);
            var said = Words.TEXT.get(
                    "figure.step",
                    figures.columns().get(column).name(),
                    Shown.count(count, "document", "documents"),
                    range(histogram, step));
            BarCard.makePressable(
                    bar,
                    said,
                    () -> viewModel.lookBehind(new Figure.Length(histogram.from(step), histogram.to(step)), chosen));
        }
        var place = new Pane() {
            @Override
            protected void layoutChildren() {
                double width = (getWidth() - 4) / bars.size();
                for (int i = 0; i < bars.size(); i++) {
                    int count = histograms.get(i).counts()[step];
                    double tall = count == 0 ? 0 : Math.max(2, getHeight() * count / highest);
                    bars.get(i).resizeRelocate(2 + i * width, getHeight() - tall, Math.max(1, width - 1), tall);
                }
            }
        };
        place.getChildren().addAll(bars);
        place.setMinHeight(HEIGHT);
        place.setPrefSize(20, HEIGHT);
        HBox.setHgrow(place, Priority.ALWAYS);
        return place;
    }

    private static String range(CorpusFigures.Histogram histogram, int step) {
        return step + 1 == STEPS
                ? Words.TEXT.get("figure.orMore", Shown.count(histogram.from(step)))
                : Shown.count(histogram.from(step)) + "–" + Shown.count(histogram.to(step) - 1L);
    }

    private static HBox axis(CorpusFigures.Histogram histogram) {
        var axis = new HBox();
        axis.getStyleClass().add("histogram-axis");
        for (int step = 0; step < STEPS; step++) {
            var label = new Label(step % 4 == 0 ? Shown.count(histogram.from(step)) : step + 1 == STEPS ? "…" : "");
            label.getStyleClass().addAll("muted", "small");
            label.setMinWidth(0);
            label.setPrefWidth(20);
            label.setMaxWidth(Double.MAX_VALUE);
            label.setTextOverrun(javafx.scene.control.OverrunStyle.CLIP);
            HBox.setHgrow(label, Priority.ALWAYS);
            axis.getChildren().add(label);
        }
        return axis;
    }
}
