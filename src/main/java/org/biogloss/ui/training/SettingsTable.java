package org.biogloss.ui.training;

import java.util.LinkedHashMap;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The settings of the run looked at; of several runs, only those in which they differ.
final class SettingsTable extends VBox {

    private final TrainingViewModel viewModel;

    SettingsTable(TrainingViewModel viewModel) {
        super(10);
        this.viewModel = viewModel;
        setId("run-settings");
        getStyleClass().add("run-settings");
        viewModel.differencesProperty().subscribe(this::show);
    }

    private void show(Differences now) {
        getChildren().clear();
        int runs = now.names().size();
        if (runs == 0) return;
        var words = new Label(
                runs == 1
                        ? Words.TEXT.get("settingsOfOne", now.names().getFirst())
                        : Words.TEXT.get(now.settings().isEmpty() ? "settingsSame" : "settingsDiffer", runs));
        words.setWrapText(true);
        words.getStyleClass().addAll("muted", "small");
        getChildren().add(words);
        if (runs > 1) getChildren().add(legend(now));
        getChildren().add(runs == 1 ? pairs(now) : blocks(now));
    }

    private Node legend(Differences now) {
        var legend = new VBox(3);
        var looked = viewModel.looked();
        for (int i = 0; i < looked.size() && i < now.names().size(); i++) {
            legend.getChildren()
                    .add(new HBox(
                            6, chip(looked.get(i)), new Label(looked.get(i).name())));
        }
        return legend;
    }

    /// Under a heading for each table of the recipe, its keys with their values.
    private static Node pairs(Differences now) {
        var sections = new LinkedHashMap<String, GridPane>();
        for (var setting : now.settings()) {
            int dot = setting.key().lastIndexOf('.');
            var section = dot < 0 ? "" : setting.key().substring(0, dot);
            var grid = sections.computeIfAbsent(section, _ -> grid());
            var key = new Label(setting.key().substring(dot + 1));
            key.getStyleClass().add("muted");
            grid.addRow(grid.getRowCount(), key, value(setting.values().getFirst()));
        }
        var all = new VBox(4);
        sections.forEach((section, grid) -> {
            if (!section.isEmpty()) {
                var heading = new Label(section);
                heading.getStyleClass().add("setting-key");
                all.getChildren().add(heading);
            }
            all.getChildren().add(grid);
        });
        return all;
    }

    private static GridPane grid() {
        var grid = new GridPane(12, 3);
        grid.getStyleClass().add("setting-grid");
        var keys = new ColumnConstraints(Region.USE_PREF_SIZE, Region.USE_COMPUTED_SIZE, Region.USE_PREF_SIZE);
        keys.setMinWidth(110);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(keys, values);
        return grid;
    }

    /// A setting a block, a run a line: names of runs and values may both be long.
    private Node blocks(Differences now) {
        var blocks = new VBox(10);
        var looked = viewModel.looked();
        for (var setting : now.settings()) {
            var key = new Label(setting.key());
            key.getStyleClass().add("setting-key");
            var block = new VBox(2, key);
            for (int i = 0; i < setting.values().size() && i < looked.size(); i++) {
                block.getChildren()
                        .add(new HBox(
                                6, chip(looked.get(i)), value(setting.values().get(i))));
            }
            blocks.getChildren().add(block);
        }
        return blocks;
    }

    private Region chip(RunLine line) {
        var chip = new Region();
        chip.getStyleClass().addAll("chip", "chip-" + viewModel.colour(line).orElse(0));
        return chip;
    }

    private static Label value(String text) {
        var value = new Label(text.isBlank() ? "–" : text);
        value.setWrapText(true);
        value.setMinHeight(USE_PREF_SIZE);
        return value;
    }
}
