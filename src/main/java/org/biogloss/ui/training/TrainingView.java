package org.biogloss.ui.training;

import java.util.Objects;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.training.plot.PlotSheet;

/// The training page's looks: on top the run at hand in numbers, under it the curves with a side pane, at
/// the foot the table of runs.
public final class TrainingView extends BorderPane {

    /// How often the page asks running children for news.
    private static final Duration PULSE = Duration.millis(400);

    /// Five curves under one another need it.
    private static final double LEAST_HEIGHT = 330;

    private final TrainingViewModel viewModel;
    private final PlotSheet sheet = new PlotSheet(Words.TEXT.get("chart.step"), Words.TEXT.get("chart.empty"));
    private final RunHeader header;
    private final RunSide side;
    private boolean stale;

    TrainingView(TrainingViewModel viewModel, TrainingPage page) {
        this.viewModel = viewModel;
        getStyleClass().add("training");
        getStylesheets()
                .add(Objects.requireNonNull(TrainingView.class.getResource("training.css"))
                        .toExternalForm());
        side = new RunSide(viewModel, page);
        header = new RunHeader(viewModel, page, side::showStart);
        sheet.setId("run-curves");

        sheet.setMinHeight(LEAST_HEIGHT);
        var scroll = new ScrollPane(sheet);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        var run = new BorderPane(scroll);
        run.setTop(new ChartBar(viewModel, page, sheet));
        run.getStyleClass().add("charts");
        var middle = new SplitPane(new StackPane(run, nothing()), side);
        middle.setDividerPositions(0.74);
        SplitPane.setResizableWithParent(side, false);
        var some = Bindings.createBooleanBinding(
                () -> viewModel.selectedProperty().get().isPresent(), viewModel.selectedProperty());
        run.visibleProperty().bind(some);
        header.visibleProperty().bind(some);
        header.managedProperty().bind(some);

        var top = new BorderPane(middle);
        top.setTop(header);
        var whole = new SplitPane(top, new RunTable(viewModel, page));
        whole.setOrientation(Orientation.VERTICAL);
        whole.setDividerPositions(0.76);
        SplitPane.setResizableWithParent(whole.getItems().getLast(), false);
        setCenter(whole);
        follow();
    }

    private EmptyState nothing() {
        var begin = new Button(Words.TEXT.get("emptyButton"));
        begin.getStyleClass().add("accent");
        begin.setId("first-run");
        begin.setOnAction(_ -> side.showStart());
        var empty = new EmptyState(
                "fth-trending-up", Words.TEXT.get("emptyTitle"), Words.TEXT.get("emptyText"), Optional.of(begin));
        empty.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> viewModel.selectedProperty().get().isEmpty(), viewModel.selectedProperty()));
        return empty;
    }

    /// Draws when something has changed, and asks for news, only while the page is seen.
    private void follow() {
        viewModel.revisionProperty().subscribe(this::redraw);
        viewModel.selectedProperty().subscribe(this::redraw);
        var pulse = new Timeline(new KeyFrame(PULSE, _ -> viewModel.poll()));
        pulse.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                pulse.stop();
                return;
            }
            if (stale) redraw();
            pulse.play();
        });
    }

    private void redraw() {
        stale = getScene() == null;
        if (stale) return;
        viewModel.front().ifPresent(row -> header.show(row, viewModel.curve()));
        side.show(viewModel.curve());
        var plots = viewModel.plots();
        sheet.show(plots.panels(), plots.steps());
    }

    Image picture(double scale) {
        return sheet.picture(scale);
    }
}
