package org.biogloss.ui.agree;

import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.TypeColours;

/// The page's looks: figures or adjudication, and what to do where there are not two layers yet.
final class AgreeView extends BorderPane {

    private final AgreeViewModel viewModel;
    private final AgreePage page;
    private final FiguresPane figures;
    private final AdjudicatePane adjudicate;
    private final MenuButton exports;

    AgreeView(AgreeViewModel viewModel, AgreePage page, TypeColours colours) {
        this.viewModel = viewModel;
        this.page = page;
        getStyleClass().add("agree");
        setId("agree");
        getStylesheets()
                .add(Objects.requireNonNull(AgreeView.class.getResource("agree.css"))
                        .toExternalForm());
        figures = new FiguresPane(viewModel, page);
        adjudicate = new AdjudicatePane(viewModel.adjudication(), colours);
        exports = exports();
        setTop(bar());
        viewModel.adjudication().visibleProperty().subscribe(this::show);
        viewModel.listedProperty().subscribe(this::show);
        viewModel.layers().addListener((javafx.collections.ListChangeListener<Object>) _ -> show());
        show();
    }

    AdjudicatePane adjudicate() {
        return adjudicate;
    }

    private void show() {
        boolean listed = viewModel.listedProperty().get();
        if (listed && viewModel.layers().size() < 2) {
            setCenter(tooFew());
            return;
        }
        boolean adjudicating = viewModel.adjudication().visibleProperty().get();
        setCenter(adjudicating ? adjudicate : figures);
        exports.setVisible(!adjudicating);
        if (adjudicating) adjudicate.takeFocus();
    }

    private StackPane tooFew() {
        var what = viewModel.layers().isEmpty()
                ? Words.TEXT.get("tooFew.none")
                : Words.TEXT.get("tooFew.one", viewModel.layers().getFirst().name());
        var state = new EmptyState(
                "fth-users",
                Words.TEXT.get("tooFew.title"),
                what + " " + Words.TEXT.get("tooFew.text"),
                Optional.empty());
        state.getChildren().add(new BringInRow(viewModel, page));
        return new StackPane(state);
    }

    private HBox bar() {
        var title = new Label(Words.TEXT.get("title"));
        title.getStyleClass().add("heading");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var group = new ToggleGroup();
        var toFigures = toggle("figures", group, false);
        toFigures.getStyleClass().add("left-pill");
        var toAdjudicate = toggle("adjudicate", group, true);
        toAdjudicate.getStyleClass().add("right-pill");
        viewModel.adjudication().visibleProperty().subscribe(on -> (on ? toAdjudicate : toFigures).setSelected(true));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(14, title, new HBox(toFigures, toAdjudicate), gap, exports);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("agree-bar");
        return bar;
    }

    private ToggleButton toggle(String key, ToggleGroup group, boolean adjudicating) {
        var button = new ToggleButton(Words.TEXT.get(key.equals("figures") ? "tab.figures" : "tab.adjudicate"));
        button.setId("agree-" + key);
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            button.setSelected(true);
            viewModel.adjudication().show(adjudicating);
        });
        return button;
    }

    private MenuButton exports() {
        var menu = new MenuButton(Words.TEXT.get("export"));
        menu.setId("agree-export");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getItems()
                .setAll(
                        item(Words.TEXT.get("command.copyMarkdown"), page::copyMarkdown),
                        item(Words.TEXT.get("command.markdown"), page::saveMarkdown),
                        item(Words.TEXT.get("command.csv"), page::saveCsv),
                        item(Words.TEXT.get("command.differences"), page::saveDifferences));
        viewModel.agreementProperty().subscribe(now -> menu.setDisable(now.isEmpty()));
        return menu;
    }

    private static MenuItem item(String words, Runnable action) {
        var item = new MenuItem(words);
        item.setOnAction(_ -> action.run());
        return item;
    }

    static Button button(String id, String words, Runnable action) {
        var button = new Button(words);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
