package org.biogloss.ui.training;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Shown;

/// The run at hand in big numbers, with the verbs that it allows, and what went wrong where something did.
final class RunHeader extends VBox {

    private static final String NONE = "–";

    private final TrainingPage page;
    private final Label name = new Label();
    private final Label state = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label trouble = new Label();
    private final Hyperlink badBatch = new Hyperlink(Words.TEXT.get("showBatch"));
    private final HBox troubleBox = new HBox(10, Icons.of("fth-alert-triangle"), trouble, badBatch);
    private final Map<String, Tile> tiles = new LinkedHashMap<>();

    /// A big number over its name.
    private record Tile(Label value, Label name, VBox box) {

        static Tile of(String key) {
            var value = new Label(NONE);
            value.getStyleClass().add("big-number");
            value.setId("run-" + key);
            var name = new Label(Words.TEXT.get("tile." + key));
            name.getStyleClass().add("tile-label");
            return new Tile(value, name, new VBox(value, name));
        }

        void show(String text) {
            value.setText(text);
        }

        /// For figures that not every run has.
        void showIf(boolean known, String text) {
            show(known ? text : NONE);
            box.setManaged(known);
            box.setVisible(known);
        }
    }

    RunHeader(TrainingViewModel viewModel, TrainingPage page, Runnable onNew) {
        this.page = page;
        getStyleClass().add("run-header");
        name.getStyleClass().add("run-name");
        name.setMinWidth(24);
        state.setMinWidth(USE_PREF_SIZE);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setPrefHeight(6);
        progress.setAccessibleText(Words.TEXT.get("progress"));
        var flow = new FlowPane(30, 8);
        for (var key :
                new String[] {"step", "epoch", "loss", "best", "test", "speed", "left", "memory", "patience", "device"
                }) {
            var tile = Tile.of(key);
            tiles.put(key, tile);
            flow.getChildren().add(tile.box());
        }
        trouble.setId("run-trouble");
        trouble.setWrapText(true);
        trouble.setMinHeight(USE_PREF_SIZE);
        badBatch.setMinWidth(USE_PREF_SIZE);
        badBatch.setOnAction(_ -> page.openFolder());
        HBox.setHgrow(trouble, Priority.ALWAYS);
        troubleBox.getStyleClass().add("run-trouble");
        getChildren().addAll(title(viewModel, onNew), progress, flow, troubleBox);
    }

    private Node title(TrainingViewModel viewModel, Runnable onNew) {
        var verbs = viewModel.verbs();
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var fresh = new Button(Words.TEXT.get("newRun"), Icons.of("fth-plus"));
        fresh.setId("new-run");
        fresh.setMinWidth(USE_PREF_SIZE);
        fresh.setOnAction(_ -> onNew.run());
        var title = new HBox(
                8,
                name,
                state,
                gap,
                onlyWhenPossible(button("pause", "fth-pause", verbs.canPause(), verbs::pause)),
                onlyWhenPossible(button("resume", "fth-play", verbs.canResume(), verbs::resume)),
                onlyWhenPossible(button("stop", "fth-square", verbs.canStop(), verbs::stopKeepingBest)),
                button("highlight", "fth-edit-3", verbs.canHighlight(), verbs::highlightWithIt),
                more(verbs),
                fresh);
        title.setAlignment(Pos.CENTER_LEFT);
        return title;
    }

    private static Button button(String key, String icon, BooleanExpression possible, Runnable action) {
        var button = new Button(Words.TEXT.get("command." + key), Icons.of(icon));
        button.setMinWidth(USE_PREF_SIZE);
        button.setId(key + "-run");
        button.disableProperty().bind(possible.not());
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Button onlyWhenPossible(Button button) {
        button.visibleProperty().bind(button.disableProperty().not());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private MenuButton more(RunVerbs verbs) {
        var menu = new MenuButton(
                "",
                Icons.of("fth-more-horizontal"),
                item("keep", verbs.hasModel(), verbs::keepModel),
                item("folder", verbs.isChosen(), page::openFolder),
                item("copyCommand", verbs.isChosen(), page::copyCommandLine),
                new SeparatorMenuItem(),
                item("discard", verbs.canDiscard(), verbs::discard));
        menu.setId("more-verbs");
        menu.getStyleClass().addAll("flat", "no-arrow");
        menu.setAccessibleText(Words.TEXT.get("more"));
        menu.setTooltip(Icons.tooltip(Words.TEXT.get("more")));
        return menu;
    }

    static MenuItem item(String key, BooleanExpression possible, Runnable action) {
        var item = new MenuItem(Words.TEXT.get("command." + key));
        item.setId(key + "-item");
        item.disableProperty().bind(possible.not());
        item.setOnAction(_ -> action.run());
        return item;
    }

    void show(TrainingDesk.RunRow row, RunCurve curve) {
        var figures = curve.figures();
        name.setText(row.name());
        state.setText(Words.TEXT.get("state." + row.state()));
        state.getStyleClass().setAll("label", "run-state", "state-" + row.state());
        boolean over = !row.state().isLive();
        progress.setProgress(fraction(row, figures));
        show(
                "step",
                figures.totalSteps() == 0
                        ? NONE
                        : Shown.count(figures.step()) + " / " + Shown.count(figures.totalSteps()));
        show("epoch", figures.epoch() == 0 ? NONE : String.valueOf(figures.epoch()));
        show("loss", number("%.4f", figures.loss()));
        tile("best").name().setText(Words.TEXT.get("tile.best", figures.metric().name()));
        show("best", figures.metric().words(figures.best()));
        tile("test").name().setText(Words.TEXT.get("tile.test", row.metric().name()));
        tile("test").showIf(Double.isFinite(row.test()), row.metric().words(row.test()));
        show("speed", number("%,.0f", figures.tokensPerSecond()));
        boolean coming = !over && figures.secondsLeft() >= 0;
        tile("left").name().setText(Words.TEXT.get(over ? "tile.took" : "tile.left"));
        show("left", coming ? duration(figures.secondsLeft()) : over ? Shown.duration(figures.seconds()) : NONE);
        tile("memory").showIf(figures.memory() > 0, Shown.bytes(figures.memory()));
        tile("patience").showIf(!over && figures.patienceLeft() >= 0, looks(figures.patienceLeft()));
        show("device", figures.device().isBlank() ? NONE : figures.device());
        showTrouble(row, figures);
    }

    private static double fraction(TrainingDesk.RunRow row, RunFigures figures) {
        return switch (row.state()) {
            case FINISHED -> 1;
            case RUNNING, PAUSING, STOPPING -> figures.fraction();
            case PAUSED, STOPPED, FAILED, LOST -> Math.max(0, figures.fraction());
        };
    }

    private void showTrouble(TrainingDesk.RunRow row, RunFigures figures) {
        var words = switch (row.state()) {
            case FAILED -> figures.failure().filter(text -> !text.isBlank()).orElse(Words.TEXT.get("failedWords"));
            case LOST -> Words.TEXT.get("lostWords");
            case RUNNING, PAUSING, STOPPING, PAUSED, FINISHED, STOPPED -> "";
        };
        trouble.setText(words);
        troubleBox.setVisible(!words.isEmpty());
        troubleBox.setManaged(!words.isEmpty());
        var batch = figures.badBatch();
        badBatch.setVisible(batch.isPresent());
        badBatch.setManaged(batch.isPresent());
    }

    private Tile tile(String key) {
        return Objects.requireNonNull(tiles.get(key));
    }

    private void show(String key, String text) {
        tile(key).show(text);
    }

    private static String looks(int left) {
        return Shown.count(left, Words.TEXT.get("look"), Words.TEXT.get("looks"));
    }

    private static String duration(double seconds) {
        return Shown.duration(Duration.ofSeconds((long) seconds));
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : NONE;
    }
}
