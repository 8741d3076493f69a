package org.biogloss.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.biogloss.ui.kit.Shown;
import org.jspecify.annotations.Nullable;

/// What to learn from, starting with which model, and how long: the few choices that a run needs, and what
/// it will cost.
final class StartRunForm extends VBox {

    private static final List<Double> RATES = List.of(1e-5, 2e-5, 3e-5, 5e-5, 1e-4, 2e-4, 3e-4, 4e-4);

    private final StartViewModel viewModel;
    private final ComboBox<TrainingDesk.Source> source = chooser("source", this::named);
    private final Label task = muted();
    private final VBox types = new VBox(4);
    private final VBox typesField;
    private final ComboBox<TrainingDesk.Base> base = chooser("base", TrainingDesk.Base::name);
    private final ComboBox<TrainingDesk.Preset> preset = chooser("preset", TrainingDesk.Preset::name);
    private final Label reason = muted();
    private final Spinner<Integer> epochs = new Spinner<>(1, 1000, 4);
    private final ComboBox<Double> rate = new ComboBox<>();
    private final Spinner<Integer> seeds = new Spinner<>(1, StartViewModel.MOST_SEEDS, 1);
    private final Label hint = muted();
    private final Label cost = new Label();
    private final Button estimate = new Button(Words.TEXT.get("estimate"));
    private final Button start = new Button(Words.TEXT.get("start"));
    private boolean showing;

    StartRunForm(StartViewModel viewModel, TrainingPage page) {
        super(11);
        this.viewModel = viewModel;
        setId("start-run");
        getStyleClass().add("start-run");
        var name = new TextField();
        name.setId("run-name");
        name.setPromptText(Words.TEXT.get("namePrompt"));
        name.textProperty().subscribe(viewModel::name);
        var file = new Hyperlink(Words.TEXT.get("chooseRecipe"));
        file.setId("choose-recipe");
        file.setOnAction(_ -> page.chooseRecipe());
        layNumbers();
        start.setId("start-run-button");
        start.getStyleClass().add("accent");
        start.setDefaultButton(true);
        start.setMaxWidth(Double.MAX_VALUE);
        start.setOnAction(_ -> viewModel.start());
        estimate.setId("estimate-run");
        estimate.setMaxWidth(Double.MAX_VALUE);
        estimate.setOnAction(_ -> viewModel.estimate());
        cost.setId("run-cost");
        cost.setWrapText(true);
        typesField = field("types", types);
        getChildren()
                .addAll(
                        field("source", source, task, file),
                        typesField,
                        field("base", base),
                        field("preset", preset, reason),
                        side(field("epochs", epochs), field("seeds", seeds)),
                        field("rate", rate),
                        field("name", name),
                        hint,
                        estimate,
                        cost,
                        start);
        listen();
    }

    private void layNumbers() {
        rate.getItems().setAll(RATES);
        rate.setEditable(true);
        rate.setConverter(words(value -> String.format(Locale.ROOT, "%.1e", value), this::rate));
        for (var wide : List.of(rate, epochs, seeds)) wide.setMaxWidth(Double.MAX_VALUE);
        epochs.setEditable(true);
        seeds.setEditable(true);
        epochs.setId("run-epochs");
        seeds.setId("run-seeds");
        rate.setId("run-rate");
    }

    private void listen() {
        chosen(source, viewModel::choose);
        chosen(base, viewModel::choose);
        chosen(preset, viewModel::choose);
        chosen(rate, viewModel::chooseRate);
        epochs.valueProperty().subscribe(now -> told(() -> viewModel.chooseEpochs(now)));
        seeds.valueProperty().subscribe(now -> told(() -> viewModel.chooseSeeds(now)));
        viewModel.offerProperty().subscribe(_ -> show());
        viewModel.choiceProperty().subscribe(_ -> show());
        viewModel.missingProperty().subscribe(_ -> show());
        viewModel.costProperty().subscribe(_ -> showCost());
        viewModel.estimatingProperty().subscribe(_ -> showCost());
    }

    private void showCost() {
        boolean busy = viewModel.estimatingProperty().get();
        cost.setText(
                busy
                        ? Words.TEXT.get("estimatingNow")
                        : viewModel.costProperty().get());
        cost.setManaged(!cost.getText().isEmpty());
        estimate.setDisable(busy || start.isDisabled());
    }

    /// Puts the keyboard where a run begins.
    void begin() {
        source.requestFocus();
    }

    private <V> void chosen(ComboBox<V> chooser, Consumer<V> choose) {
        chooser.valueProperty().subscribe(now -> {
            if (now != null) told(() -> choose.accept(now));
        });
    }

    /// Tells the view model what a person chose, and not what it has just shown.
    private void told(Runnable choice) {
        if (!showing) choice.run();
    }

    private void show() {
        if (showing) return;
        showing = true;
        var now = viewModel.choiceProperty().get();
        var offer = viewModel.offerProperty().get();
        fill(source, offer.sources(), now.source());
        fill(base, bases(offer, now), now.base());
        fill(preset, now.source().map(TrainingDesk.Source::presets).orElse(List.of()), now.preset());
        task.setText(now.source().map(one -> TaskWords.of(one.task())).orElse(""));
        reason.setText(now.preset().map(TrainingDesk.Preset::reason).orElse(""));
        epochs.getValueFactory().setValue(now.epochs());
        seeds.getValueFactory().setValue(now.seeds());
        rate.setValue(now.rate());
        showTypes(now);
        seeds.setDisable(now.source().orElse(null) instanceof TrainingDesk.PlainText); // one run is long enough
        start.setDisable(viewModel.missingProperty().get().isPresent());
        showCost();
        hint.setText(viewModel.missingProperty().get().orElseGet(viewModel::learnsFrom));
        for (var label : List.of(task, reason, hint))
            label.setManaged(!label.getText().isEmpty());
        showing = false;
    }

    /// A recipe may start from a model that is not installed: it is shown all the same, and the run will
    /// say so.
    private static List<TrainingDesk.Base> bases(TrainingDesk.Offer offer, StartViewModel.Choice now) {
        var bases = new ArrayList<>(offer.bases());
        now.base().filter(one -> !bases.contains(one)).ifPresent(bases::add);
        return bases;
    }

    private static <V> void fill(ComboBox<V> chooser, List<V> values, Optional<V> now) {
        if (!chooser.getItems().equals(values)) chooser.getItems().setAll(values);
        chooser.setValue(now.orElse(null));
        chooser.setDisable(values.isEmpty());
    }

    private void showTypes(StartViewModel.Choice now) {
        boolean fromLayer = now.source().orElse(null) instanceof TrainingDesk.Layer;
        typesField.setManaged(fromLayer);
        typesField.setVisible(fromLayer);
        var shown = types.getChildren().stream().map(Node::getUserData).toList();
        if (now.source().orElse(null) instanceof TrainingDesk.Layer layer
                && !shown.equals(List.copyOf(layer.types().keySet()))) {
            types.getChildren().clear();
            layer.types().forEach((type, count) -> types.getChildren().add(box(type, count)));
        }
        for (var node : types.getChildren()) {
            if (node instanceof CheckBox box) box.setSelected(now.types().contains(String.valueOf(box.getUserData())));
        }
    }

    private CheckBox box(String type, int count) {
        var box = new CheckBox(type + "  " + Shown.count(count));
        box.setMnemonicParsing(false);
        box.setUserData(type);
        box.selectedProperty().subscribe(on -> told(() -> viewModel.chooseType(type, on)));
        return box;
    }

    private String named(TrainingDesk.Source one) {
        return switch (one) {
            case TrainingDesk.Layer layer -> Words.TEXT.get("layerNamed", layer.name());
            case TrainingDesk.RecipeSource recipe -> recipe.name();
            case TrainingDesk.PlainText text -> Words.TEXT.get("textNamed", text.name());
        };
    }

    private static <V> ComboBox<V> chooser(String id, Function<V, String> words) {
        var chooser = new ComboBox<V>();
        chooser.setId("run-" + id);
        chooser.setMaxWidth(Double.MAX_VALUE);
        chooser.setConverter(words(words, _ -> null));
        return chooser;
    }

    private static VBox field(String key, Node control, Node... more) {
        var label = new Label(Words.TEXT.get(key));
        label.setLabelFor(control);
        label.getStyleClass().add("field-label");
        control.setAccessibleText(label.getText());
        var field = new VBox(4, label, control);
        field.getChildren().addAll(more);
        return field;
    }

    private static HBox side(VBox... fields) {
        var both = new HBox(10, fields);
        for (var field : fields) {
            field.setPrefWidth(100);
            HBox.setHgrow(field, Priority.ALWAYS);
        }
        return both;
    }

    private static Label muted() {
        var label = new Label();
        label.setWrapText(true);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }

    /// What was typed, or the rate as it was where that is none.
    private Double rate(String typed) {
        try {
            double value = Double.parseDouble(typed.strip());
            if (value > 0 && value <= 1) return value;
        } catch (NumberFormatException _) {
            // the rate as it was
        }
        return viewModel.choiceProperty().get().rate();
    }

    private static <T> StringConverter<T> words(Function<T, String> toText, Function<String, @Nullable T> fromText) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : toText.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return fromText.apply(text);
            }
        };
    }
}
