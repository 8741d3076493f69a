package org.biogloss.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.biogloss.bert.DeviceWish;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Looks;
import org.biogloss.workbench.Settings;
import org.controlsfx.control.SegmentedButton;

/// The settings' looks: one column of choices, each with a word on what it does.
public final class SettingsView extends ScrollPane {

    private static final int MOST_THREADS = 256;

    private final SettingsViewModel viewModel;
    private final Supplier<Optional<Path>> chooseFolder;
    private final VBox column = new VBox();

    /// @param chooseFolder asks a person for a folder
    public SettingsView(SettingsViewModel viewModel, Commands commands, Supplier<Optional<Path>> chooseFolder) {
        this.viewModel = viewModel;
        this.chooseFolder = chooseFolder;
        getStyleClass().add("settings");
        getStylesheets()
                .add(Objects.requireNonNull(SettingsView.class.getResource("settings.css"))
                        .toExternalForm());
        setFitToWidth(true);
        column.getStyleClass().add("settings-column");
        column.setMaxWidth(Region.USE_PREF_SIZE);
        var title = new Label(Words.TEXT.get("title"));
        title.getStyleClass().add("heading");
        column.getChildren().add(title);
        looks();
        computing();
        highlighting();
        person();
        section("keys");
        column.getChildren().add(new KeysEditor(commands));
        setContent(new StackPane(column));
        viewModel.refresh();
    }

    private void looks() {
        section("looks");
        row(
                "theme",
                choice(
                        "theme",
                        List.of(Settings.Theme.values()),
                        theme -> Words.TEXT.get("theme." + theme.name()),
                        viewModel.settingsProperty().get().theme(),
                        viewModel::choose));
        var size = spinner(
                "font-size",
                Looks.SMALLEST,
                Looks.LARGEST,
                viewModel.settingsProperty().get().fontSize());
        size.valueProperty().subscribe(viewModel::chooseFontSize);
        row("fontSize", size);
    }

    private void computing() {
        section("computing");
        var now = muted("");
        now.setId("computing-now");
        now.textProperty().bind(viewModel.computingProperty());
        var words = new VBox(1, new Label(Words.TEXT.get("computing")), now);
        column.getChildren().add(words);
        row(
                "device",
                choice(
                        "device",
                        List.of(DeviceWish.values()),
                        wish -> Words.TEXT.get("device." + wish.name()),
                        viewModel.settingsProperty().get().device(),
                        viewModel::choose));
        var threads = spinner(
                "threads", 0, MOST_THREADS, viewModel.settingsProperty().get().threads());
        threads.valueProperty().subscribe(viewModel::chooseThreads);
        row("threads", threads);
        column.getChildren().add(new GpuRuntimeRow(viewModel.gpu(), chooseFolder));
    }

    private void highlighting() {
        section("highlighting");
        var models = new VBox();
        models.getStyleClass().add("settings-models");
        Runnable fill = () -> {
            models.getChildren().clear();
            for (var model : viewModel.highlighters()) models.getChildren().add(box(model));
            if (models.getChildren().isEmpty()) models.getChildren().add(muted(Words.TEXT.get("noHighlighters")));
        };
        viewModel.highlighters().addListener((ListChangeListener<SettingsDesk.Highlighter>) _ -> fill.run());
        fill.run();
        column.getChildren().add(models);
    }

    private CheckBox box(SettingsDesk.Highlighter model) {
        var box = new CheckBox(model.name());
        box.setId("highlighter-" + model.id());
        box.setMnemonicParsing(false);
        viewModel
                .settingsProperty()
                .subscribe(now -> box.setSelected(now.highlighters().contains(model.id())));
        box.setOnAction(_ -> viewModel.highlight(model.id(), box.isSelected()));
        return box;
    }

    private void person() {
        section("person");
        var name = new TextField();
        name.setId("annotator");
        name.setPrefColumnCount(18);
        viewModel.annotatorProperty().subscribe(name::setText);
        name.setOnAction(_ -> viewModel.signAs(name.getText()));
        name.focusedProperty().subscribe(focused -> {
            if (!focused) viewModel.signAs(name.getText());
        });
        row("annotator", name);
    }

    private void section(String key) {
        var heading = new Label(Words.TEXT.get("section." + key));
        heading.getStyleClass().addAll("section-heading", "settings-section");
        heading.setMaxWidth(Double.MAX_VALUE);
        column.getChildren().add(heading);
    }

    private void row(String key, Node control) {
        var name = new Label(Words.TEXT.get(key));
        name.setLabelFor(control);
        control.setAccessibleText(name.getText());
        var words = new VBox(1, name, muted(Words.TEXT.get(key + ".what")));
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(24, words, control);
        row.setAlignment(Pos.CENTER_LEFT);
        column.getChildren().add(row);
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        label.setWrapText(true);
        return label;
    }

    private static <V> Node choice(String id, List<V> values, Function<V, String> words, V chosen, Consumer<V> choose) {
        var group = new ToggleGroup();
        var buttons = new SegmentedButton();
        buttons.setId(id);
        buttons.setMinWidth(USE_PREF_SIZE);
        buttons.setMaxWidth(USE_PREF_SIZE);
        buttons.setToggleGroup(group);
        for (var value : values) {
            var button = new ToggleButton(words.apply(value));
            button.setId(id + "-" + value);
            button.setMinWidth(USE_PREF_SIZE);
            button.setSelected(value.equals(chosen));
            button.setOnAction(_ -> {
                button.setSelected(true);
                choose.accept(value);
            });
            buttons.getButtons().add(button);
        }
        return buttons;
    }

    private static Spinner<Integer> spinner(String id, int least, int most, int now) {
        var spinner = new Spinner<Integer>(least, most, Math.clamp(now, least, most));
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.getStyleClass().add("settings-number");
        return spinner;
    }
}
