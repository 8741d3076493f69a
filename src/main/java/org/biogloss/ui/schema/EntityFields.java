package org.biogloss.ui.schema;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import org.biogloss.document.Schema;
import org.biogloss.document.Schema.EntityType;
import org.biogloss.ui.kit.Icons;

/// A type of mentions: how it looks, and by which key it is set.
final class EntityFields extends Fields {

    /// Okabe and Ito's colours, then Paul Tol's muted ones: all can be told apart by colour-blind people.
    private static final List<String> OFFERED = List.of(
            "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#117733", "#332288", "#882255",
            "#AA4499", "#44AA99", "#999933", "#661100", "#6699CC", "#DDCC77", "#4477AA", "#228833", "#6E7781");

    private final ToggleGroup colours = new ToggleGroup();
    private final TextField colour = new TextField();
    private final TextField key = new TextField();
    private final TextField letter = new TextField();
    private final CheckBox band = new CheckBox(SchemaView.TEXT.get("field.band.what"));
    private final TextField guideline = new TextField();
    private EntityType type;

    EntityFields(SchemaViewModel viewModel, String name) {
        super(viewModel, name);
        type = new EntityType(name, OFFERED.getFirst(), "", "", false, "");
        row("colour", swatches());
        colour.setId("schema-colour");
        takes(colour, () -> type.colour(), this::takeColour);
        row("hex", colour);
        key.setId("schema-key");
        key.setPrefColumnCount(3);
        takes(key, () -> type.key(), this::takeKey);
        row("key", key);
        hint("key");
        letter.setId("schema-letter");
        takes(
                letter,
                () -> type.letter(),
                typed -> change(t -> with(t, t.colour(), t.key(), firstOf(typed), t.band())));
        row("letter", letter);
        band.setId("schema-band");
        band.setOnAction(_ -> change(t -> with(t, t.colour(), t.key(), t.letter(), band.isSelected())));
        row("band", band);
        guideline.setId("schema-guideline");
        takes(
                guideline,
                () -> type.guideline(),
                typed -> change(t -> new EntityType(t.name(), t.colour(), t.key(), t.letter(), t.band(), typed)));
        row("guideline", guideline);
        hint("guideline");
    }

    @Override
    void fill(Schema schema, SchemaViewModel.Item item) {
        super.fill(schema, item);
        type = schema.entity(name).orElse(type);
        set(colour, type.colour());
        set(key, type.key());
        set(letter, type.letter());
        set(guideline, type.guideline());
        band.setSelected(type.band());
        for (var toggle : colours.getToggles()) {
            toggle.setSelected(type.colour().equalsIgnoreCase(String.valueOf(toggle.getUserData())));
        }
    }

    private FlowPane swatches() {
        var pane = new FlowPane(4, 4);
        for (var offered : OFFERED) {
            var swatch = new ToggleButton();
            swatch.getStyleClass().add("colour-swatch");
            swatch.setStyle("-swatch: " + offered + ";");
            swatch.setUserData(offered);
            swatch.setId("colour-" + offered.substring(1));
            swatch.setAccessibleText(SchemaView.TEXT.get("colour", offered));
            swatch.setTooltip(Icons.tooltip(offered));
            swatch.setToggleGroup(colours);
            swatch.setOnAction(_ -> {
                swatch.setSelected(true);
                takeColour(offered);
            });
            pane.getChildren().add(swatch);
        }
        return pane;
    }

    private void takeColour(String typed) {
        var wanted = typed.startsWith("#") ? typed : "#" + typed;
        if (wanted.matches("#[0-9a-fA-F]{6}")) change(t -> with(t, wanted, t.key(), t.letter(), t.band()));
        else colour.setText(type.colour());
    }

    /// One letter or digit, or none.
    private void takeKey(String typed) {
        var wanted = typed.toUpperCase(Locale.ROOT);
        if (wanted.matches("[A-Z0-9]?")) change(t -> with(t, t.colour(), wanted, t.letter(), t.band()));
        else key.setText(type.key());
    }

    private static String firstOf(String typed) {
        return typed.isEmpty() ? "" : typed.substring(0, typed.offsetByCodePoints(0, 1));
    }

    private static EntityType with(EntityType type, String colour, String key, String letter, boolean band) {
        return new EntityType(type.name(), colour, key, letter, band, type.guideline());
    }

    private void change(UnaryOperator<EntityType> change) {
        viewModel.change(SchemaView.TEXT.get("title.change", name), SchemaEdits.entity(name, change));
    }
}
