package org.biogloss.ui.schema;

import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.biogloss.document.SchemaPart;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.kit.TypeColours;
import org.controlsfx.control.SegmentedButton;

/// The schema page's looks: what it is about on top, the list on the left, what is chosen on the right.
public final class SchemaView extends BorderPane {

    static final Texts TEXT = new Texts(SchemaView.class);

    private final SchemaViewModel viewModel;
    private final TermsPane terms;
    private final SplitPane parts;
    private final ToggleGroup tabs = new ToggleGroup();
    private final ToggleButton termsTab = tab("terms");

    public SchemaView(
            SchemaViewModel viewModel, TermsViewModel termsViewModel, TypeColours colours, FilePrompts prompts) {
        this.viewModel = viewModel;
        getStyleClass().add("schema-page");
        getStylesheets()
                .add(Objects.requireNonNull(SchemaView.class.getResource("schema.css"))
                        .toExternalForm());
        terms = new TermsPane(termsViewModel, prompts);
        var list = new PartList(viewModel, colours);
        parts = new SplitPane(list, new PartForm(viewModel));
        parts.setDividerPositions(0.36);
        SplitPane.setResizableWithParent(list, false);
        setTop(header());
        setCenter(parts);
    }

    /// Brings the terminologies to the front.
    public void showTerminologies() {
        termsTab.setSelected(true);
        setCenter(terms);
    }

    private Node header() {
        var title = new Label(TEXT.get("rail"));
        title.getStyleClass().add("heading");
        var buttons = new SegmentedButton();
        buttons.setToggleGroup(tabs);
        buttons.setMinWidth(USE_PREF_SIZE);
        for (var part : SchemaPart.values()) {
            var tab = tab(part.name());
            tab.setSelected(part == SchemaPart.ENTITY);
            tab.setOnAction(_ -> {
                tab.setSelected(true);
                setCenter(parts);
                viewModel.show(part);
            });
            buttons.getButtons().add(tab);
        }
        termsTab.setOnAction(_ -> showTerminologies());
        buttons.getButtons().add(termsTab);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var undo = new Button(TEXT.get("undo"), Icons.of("fth-corner-up-left"));
        undo.setId("schema-undo");
        undo.getStyleClass().add("flat");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setTooltip(Icons.tooltip(TEXT.get("undo.tip")));
        undo.setOnAction(_ -> viewModel.undo());
        var bar = new HBox(16, title, buttons, gap, undo);
        bar.getStyleClass().add("schema-header");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private static ToggleButton tab(String name) {
        var tab = new ToggleButton(TEXT.get("tab." + name));
        tab.setId("schema-tab-" + name);
        tab.setMinWidth(USE_PREF_SIZE);
        return tab;
    }

    static Label muted(String words) {
        var label = new Label(words);
        label.getStyleClass().addAll("muted", "small");
        label.setWrapText(true);
        return label;
    }

    /// A problem, in words, with a sign that is not only colour.
    static Label problem(String words) {
        var label = new Label(words, Icons.of("fth-alert-triangle"));
        label.getStyleClass().add("schema-problem");
        label.setWrapText(true);
        return label;
    }

    static Optional<String> layersInWords(java.util.List<String> layers) {
        if (layers.isEmpty()) return Optional.empty();
        var shown = String.join(", ", layers.subList(0, Math.min(3, layers.size())));
        return Optional.of(
                layers.size() <= 3
                        ? TEXT.get(layers.size() == 1 ? "layer.one" : "layer.several", shown)
                        : TEXT.get("layer.many", shown, layers.size() - 3));
    }
}
