package org.biogloss.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.biogloss.ui.kit.Texts;

/// What to learn, from which layer, starting with which model: the few choices that a first run needs.
final class StartRunForm extends VBox {

    private static final Texts TEXT = new Texts(StartRunForm.class);

    private final TextField name = new TextField();
    private final ComboBox<TrainingDesk.Layer> layer = new ComboBox<>();
    private final ComboBox<TrainingDesk.Base> base = new ComboBox<>();
    private final VBox types = new VBox(4);
    private final List<CheckBox> typeBoxes = new ArrayList<>();
    private final Spinner<Integer> epochs = new Spinner<>(new SpinnerValueFactory.IntegerSpinnerValueFactory(1, 50, 4));
    private final ComboBox<Double> rate = new ComboBox<>();
    private final Label hint = new Label();
    private final Button start = new Button(TEXT.get("start"));
    private TrainingDesk.Offer shown = TrainingDesk.Offer.NONE;

    StartRunForm(Consumer<TrainingDesk.Wish> onStart) {
        setId("start-run");
        getStyleClass().add("start-run");
        setSpacing(12);
        var heading = new Label(TEXT.get("startHeading"));
        heading.getStyleClass().add("section-heading");
        name.setId("run-name");
        name.setPromptText(TEXT.get("namePrompt"));
        layer.setConverter(words(l -> l.name()));
        base.setConverter(words(b -> b.name()));
        rate.getItems().setAll(5e-5, 1e-4, 2e-4, 3e-4);
        rate.setValue(2e-4);
        rate.setConverter(words(r -> String.format(Locale.ROOT, "%.0e", r)));
        for (var wide : List.of(layer, base, rate, epochs)) wide.setMaxWidth(Double.MAX_VALUE);
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        start.setId("start-run-button");
        start.setDefaultButton(true);
        start.setMaxWidth(Double.MAX_VALUE);
        start.setOnAction(_ -> onStart.accept(wish()));
        layer.valueProperty().subscribe(this::showTypes);
        getChildren()
                .addAll(
                        heading,
                        field("name", name),
                        field("layer", layer),
                        field("types", types),
                        field("base", base),
                        field("epochs", epochs),
                        field("rate", rate),
                        hint,
                        start);
    }

    /// Shows what there is, keeping the choices already made.
    void show(TrainingDesk.Offer offer) {
        if (offer.equals(shown)) return;
        shown = offer;
        var chosenLayer = layer.getValue();
        layer.getItems().setAll(offer.layers());
        layer.setValue(offer.layers().stream()
                .filter(l -> chosenLayer != null && l.name().equals(chosenLayer.name()))
                .findFirst()
                .orElse(offer.layers().isEmpty() ? null : offer.layers().getFirst()));
        var chosenBase = base.getValue();
        base.getItems().setAll(offer.bases());
        base.setValue(
                chosenBase != null && offer.bases().contains(chosenBase)
                        ? chosenBase
                        : offer.bases().isEmpty() ? null : offer.bases().getFirst());
        judge();
    }

    private void showTypes(TrainingDesk.Layer of) {
        types.getChildren().clear();
        typeBoxes.clear();
        if (of == null) return;
        of.types().forEach((type, count) -> {
            var box = new CheckBox(type + "  " + String.format(Locale.ROOT, "%,d", count));
            box.setUserData(type);
            box.setSelected(count >= 20);
            box.selectedProperty().subscribe(this::judge);
            typeBoxes.add(box);
        });
        types.getChildren().setAll(typeBoxes);
        judge();
    }

    /// Says what the run will learn from, or what is missing.
    private void judge() {
        var of = layer.getValue();
        var chosen = chosenTypes();
        boolean ready = of != null && !chosen.isEmpty() && base.getValue() != null && of.documents() >= 2;
        start.setDisable(!ready);
        if (of == null) hint.setText(TEXT.get("nothingToLearn"));
        else if (of.documents() < 2) hint.setText(TEXT.get("tooFewDocuments"));
        else if (chosen.isEmpty()) hint.setText(TEXT.get("chooseType"));
        else {
            long mentions = chosen.stream().mapToLong(of.types()::get).sum();
            hint.setText(TEXT.get("learnsFrom", of.documents(), mentions));
        }
    }

    private List<String> chosenTypes() {
        return typeBoxes.stream()
                .filter(CheckBox::isSelected)
                .map(box -> (String) box.getUserData())
                .toList();
    }

    private TrainingDesk.Wish wish() {
        var typed = name.getText().strip();
        return new TrainingDesk.Wish(
                typed.isEmpty() ? String.join("-", chosenTypes()).toLowerCase(Locale.ROOT) : typed,
                layer.getValue().name(),
                chosenTypes(),
                base.getValue().id(),
                epochs.getValue(),
                rate.getValue(),
                42);
    }

    private static VBox field(String key, Node control) {
        var label = new Label(TEXT.get(key));
        label.setLabelFor(control);
        label.getStyleClass().add("field-label");
        return new VBox(4, label, control);
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> toText) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : toText.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Chosen, not typed");
            }
        };
    }
}
