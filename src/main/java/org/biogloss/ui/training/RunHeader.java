package org.biogloss.ui.training;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.Texts;

/// The selected run in big numbers, with the verbs that it allows.
final class RunHeader extends VBox {

    private static final Texts TEXT = new Texts(RunHeader.class);

    private final Label name = new Label();
    private final Label state = new Label();
    private final Label words = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Map<String, Label> numbers = new LinkedHashMap<>();

    RunHeader(TrainingViewModel viewModel) {
        getStyleClass().add("run-header");
        setSpacing(10);
        name.getStyleClass().add("run-name");
        state.getStyleClass().add("run-state");
        state.setMinWidth(USE_PREF_SIZE);
        name.setMinWidth(60);
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setPrefHeight(6);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var title = new HBox(
                10,
                name,
                state,
                gap,
                button("stop", viewModel.canStop(), viewModel::stopKeepingBest),
                button("highlight", viewModel.canHighlight(), viewModel::highlightWithIt),
                button("discard", viewModel.canDiscard(), viewModel::discard));
        title.setAlignment(Pos.CENTER_LEFT);
        var tiles = new FlowPane(28, 8);
        for (var key : new String[] {"step", "epoch", "loss", "bestF1", "speed", "left", "device"}) {
            var value = new Label("–");
            value.getStyleClass().add("big-number");
            value.setId("run-" + key);
            var label = new Label(TEXT.get("tile." + key));
            label.getStyleClass().add("tile-label");
            numbers.put(key, value);
            tiles.getChildren().add(new VBox(value, label));
        }
        getChildren().addAll(title, progress, tiles, words);
    }

    private static Button button(String key, javafx.beans.binding.BooleanExpression possible, Runnable action) {
        var button = new Button(TEXT.get(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setId(key + "-run");
        button.disableProperty().bind(possible.not());
        button.setOnAction(_ -> action.run());
        return button;
    }

    void show(TrainingDesk.RunRow row, RunCurve curve) {
        var figures = curve.figures();
        name.setText(row.name());
        var now = curve.end().orElse(row.state());
        state.setText(TEXT.get("state." + now));
        state.getStyleClass().setAll("label", "run-state", "state-" + now);
        words.setText(curve.failure().orElse(now.equals("lost") ? TEXT.get("lostWords") : ""));
        words.setVisible(!words.getText().isEmpty());
        words.setManaged(words.isVisible());
        boolean over = !now.equals("running");
        progress.setProgress(
                now.equals("finished") ? 1 : figures.fraction() < 0 ? (over ? 0 : -1) : figures.fraction());
        put("step", figures.totalSteps() == 0 ? "–" : "%,d / %,d".formatted(figures.step(), figures.totalSteps()));
        put("epoch", figures.epoch() == 0 ? "–" : String.valueOf(figures.epoch()));
        put("loss", number("%.4f", figures.loss()));
        put("bestF1", number("%.1f", figures.bestF1() * 100));
        put("speed", number("%,.0f", figures.tokensPerSecond()));
        put(
                "left",
                over || figures.secondsLeft() < 0
                        ? "–"
                        : Shown.duration(Duration.ofSeconds((long) figures.secondsLeft())));
        put("device", figures.device().isBlank() ? "–" : figures.device());
    }

    private void put(String key, String text) {
        java.util.Objects.requireNonNull(numbers.get(key)).setText(text);
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
    }
}
