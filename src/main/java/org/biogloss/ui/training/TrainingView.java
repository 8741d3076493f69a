package org.biogloss.ui.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.Texts;

/// The training page's looks: a form to start a run, the selected run with its charts, and the table of runs.
public final class TrainingView extends BorderPane {

    private static final Texts TEXT = new Texts(TrainingView.class);

    /// How often the page asks a running child for news.
    private static final Duration PULSE = Duration.millis(400);

    private final TrainingViewModel viewModel;
    private final RunHeader header;
    private final CurveChart loss = new CurveChart(
                    TEXT.get("chart.loss"), "loss-chart", v -> String.format(Locale.ROOT, "%.3f", v))
            .withoutSteps();
    private final CurveChart score = new CurveChart(
                    TEXT.get("chart.f1"), "score-chart", v -> String.format(Locale.ROOT, "%.1f", v * 100))
            .withoutSteps()
            .withPoints();
    private final CurveChart rate = new CurveChart(
                    TEXT.get("chart.rate"), "rate-chart", v -> String.format(Locale.ROOT, "%.1e", v))
            .withoutSteps();
    private final CurveChart norm =
            new CurveChart(TEXT.get("chart.norm"), "norm-chart", v -> String.format(Locale.ROOT, "%.2f", v));
    private final List<CurveChart> charts = List.of(loss, score, rate, norm);
    private final Timeline pulse;

    public TrainingView(TrainingViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("training");
        getStylesheets().add(TrainingView.class.getResource("training.css").toExternalForm());
        header = new RunHeader(viewModel);
        var form = new StartRunForm(viewModel::start);
        viewModel.offerProperty().subscribe(form::show);
        var formScroll = new ScrollPane(form);
        formScroll.setFitToWidth(true);
        formScroll.setPrefWidth(270);
        formScroll.setMinWidth(230);
        formScroll.getStyleClass().add("side-pane");
        setLeft(formScroll);
        setCenter(rightSide());

        viewModel.revisionProperty().subscribe(_ -> redraw());
        viewModel.selectedProperty().subscribe(_ -> redraw());
        pulse = new Timeline(new KeyFrame(PULSE, _ -> viewModel.poll()));
        pulse.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null) pulse.stop();
            else pulse.play();
        });
    }

    private SplitPane rightSide() {
        var stacked = new VBox(6, loss, score, rate, norm);
        stacked.getStyleClass().add("charts");
        for (var chart : charts) VBox.setVgrow(chart, Priority.ALWAYS);
        stacked.addEventFilter(MouseEvent.MOUSE_MOVED, this::moveCrosshair);
        stacked.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> charts.forEach(chart -> chart.point(-1)));

        var run = new BorderPane(stacked);
        run.setTop(header);
        var empty =
                new EmptyState("fth-trending-down", TEXT.get("emptyTitle"), TEXT.get("emptyText"), Optional.empty());
        run.visibleProperty().bind(viewModel.selectedProperty().map(Optional::isPresent));
        empty.visibleProperty().bind(run.visibleProperty().not());

        var split = new SplitPane(new StackPane(empty, run), new RunTable(viewModel));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.76);
        SplitPane.setResizableWithParent(split.getItems().getLast(), false);
        return split;
    }

    private void moveCrosshair(MouseEvent event) {
        double step = -1;
        for (var chart : charts) step = Math.max(step, chart.stepAt(event.getSceneX(), event.getSceneY()));
        for (var chart : charts) chart.point(step);
    }

    private void redraw() {
        var row = viewModel.selectedProperty().get();
        if (row.isEmpty()) return;
        var curve = viewModel.curve();
        header.show(row.get(), curve);
        double last = Math.max(
                (double) curve.figures().totalSteps(), zeroForNaN(curve.loss().lastX()));
        loss.show(curve.loss(), curve.loss().smoothed(Math.max(5, last / 50)), last);
        score.show(new Series(), curve.devF1(), last);
        rate.show(new Series(), curve.rate(), last);
        norm.show(curve.gradientNorm(), curve.gradientNorm().smoothed(Math.max(5, last / 50)), last);
    }

    private static double zeroForNaN(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
