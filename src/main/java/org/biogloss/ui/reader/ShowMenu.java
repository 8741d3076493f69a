package org.biogloss.ui.reader;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Texts;

/// Switches layers and relation types of the open document on and off. Made anew each time it is opened.
final class ShowMenu extends MenuButton {

    private final Texts text;

    ShowMenu(ReaderViewModel reader, ShownThings shown, Texts text) {
        super(text.get("show.layers"), Icons.of("fth-layers"));
        this.text = text;
        setId("show-layers");
        getStyleClass().add("flat");
        setTooltip(Icons.tooltip(text.get("show.layers.tip")));
        getItems().add(new MenuItem());
        setOnShowing(_ -> {
            getItems().clear();
            add(
                    "show.layers",
                    shown.layers(),
                    layer -> reader.showLayer(
                            layer,
                            reader.visibilityProperty().get().hiddenLayers().contains(layer)));
            var types = shown.relationTypes();
            if (types.isEmpty()) return;
            getItems().add(new SeparatorMenuItem());
            add("show.relationTypes", types, reader.relating()::toggleType);
        });
    }

    private void add(String heading, List<ShownThings.Item> items, Consumer<String> toggle) {
        var head = new MenuItem(text.get(heading));
        head.setDisable(true);
        getItems().add(head);
        for (var item : items) {
            var line = new CheckMenuItem(String.format(Locale.ROOT, "%s  (%,d)", item.name(), item.count()));
            line.setMnemonicParsing(false);
            line.setSelected(item.on());
            line.setOnAction(_ -> toggle.accept(item.name()));
            getItems().add(line);
        }
    }
}
