package org.biogloss.ui.tokens;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.Icons;

/// The Tokenizer Lab's looks: the text and its pieces above, the corpus and the tables below, and at the side what one
/// looks closer at.
public final class TokensView extends BorderPane {

    private static final double SIDE = 290;

    private final TokensViewModel viewModel;
    private final TokensPage page;
    private final TileSheet sheet;
    private final TextArea text = new TextArea();
    private final StackPane lower = new StackPane();
    private final ToggleGroup tabs = new ToggleGroup();

    TokensView(TokensViewModel viewModel, TokensPage page) {
        this.viewModel = viewModel;
        this.page = page;
        this.sheet = new TileSheet(viewModel);
        getStyleClass().add("tokens");
        getStylesheets().add(TokensView.class.getResource("tokens.css").toExternalForm());
        var panes = new SplitPane(above(), below());
        panes.setOrientation(Orientation.VERTICAL);
        panes.setDividerPositions(0.54);
        setTop(toolBar());
        setCenter(panes);
        viewModel.piece().factsProperty().subscribe(this::showSide);
        viewModel.corpus().behindProperty().subscribe(this::showSide);
        viewModel.learning().openProperty().subscribe(this::showSide);
    }

    private HBox toolBar() {
        var title = new Label(Words.TEXT.get("page"));
        title.getStyleClass().add("heading");
        title.setMinWidth(USE_PREF_SIZE);
        var spread = new Label();
        spread.getStyleClass().add("badge");
        spread.setTooltip(Icons.tooltip(Words.TEXT.get("spreadHint")));
        spread.setMinWidth(USE_PREF_SIZE);
        viewModel.sidesProperty().subscribe(now -> {
            boolean several = now.filter(sides -> sides.columns().size() > 1 && sides.spread() > 0)
                    .isPresent();
            spread.setVisible(several);
            now.ifPresent(sides -> spread.setText(Words.TEXT.get("spread", sides.spread() * 100)));
        });
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var ids = new ToggleButton(Words.TEXT.get("ids"));
        ids.setId("show-ids");
        ids.setMinWidth(USE_PREF_SIZE);
        ids.setTooltip(Icons.tooltip(Words.TEXT.get("idsHint")));
        ids.selectedProperty().bindBidirectional(viewModel.idsProperty());
        var column = button("addColumn", "fth-plus", viewModel::addColumn);
        column.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !viewModel.canAddColumn(), viewModel.columns(), viewModel.shelf()));
        var bar = new HBox(
                8,
                title,
                spread,
                gap,
                ids,
                column,
                button("addFolder", "fth-folder-plus", page::chooseTokenizer),
                button(
                        "train",
                        "fth-cpu",
                        () -> viewModel.learning().openProperty().set(true)),
                export());
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("lab-bar");
        return bar;
    }

    private static Button button(String key, String icon, Runnable action) {
        var button = new Button(Words.TEXT.get(key), Icons.of(icon));
        button.setId("lab-" + key);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(Icons.tooltip(Words.TEXT.get(key + "Hint")));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private MenuButton export() {
        var menu = new MenuButton(Words.TEXT.get("export"));
        menu.setId("lab-export");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.getItems().add(item("exportPieces", page::savePieces));
        menu.getItems().add(item("exportPicture", page::savePicture));
        menu.getItems().add(item("exportTables", page::saveTables));
        menu.getItems().add(item("exportMarkdown", page::saveMarkdown));
        menu.getItems().add(item("copyMarkdown", page::copyMarkdown));
        return menu;
    }

    private static MenuItem item(String key, Runnable action) {
        var item = new MenuItem(Words.TEXT.get(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private Node above() {
        text.setId("lab-text");
        text.setWrapText(true);
        text.setPromptText(Words.TEXT.get("textPrompt"));
        text.setAccessibleText(Words.TEXT.get("text"));
        text.setPrefRowCount(3);
        text.textProperty().bindBidirectional(viewModel.textProperty());
        var from = new VBox(
                6,
                small("fromReader", viewModel::takeFromReader),
                small("fromPaper", page::showPaperTerms),
                small("clear", text::clear));
        from.setMinWidth(USE_PREF_SIZE);
        var input = new HBox(8, text, from);
        HBox.setHgrow(text, Priority.ALWAYS);
        input.getStyleClass().add("lab-input");
        var center = new StackPane(sheet, nothing());
        center.getStyleClass().add("sheet-frame");
        var box = new VBox(input, new ColumnHeads(viewModel), center);
        VBox.setVgrow(center, Priority.ALWAYS);
        box.setMinHeight(220);
        return box;
    }

    private static Button small(String key, Runnable action) {
        var button = new Button(Words.TEXT.get(key));
        button.setId("lab-" + key);
        button.getStyleClass().add("small");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// What stands where no text is, or only one vocabulary to compare.
    private Node nothing() {
        var example = new Button(Words.TEXT.get("example"));
        example.setOnAction(_ -> page.showExample());
        var empty = new EmptyState(
                "fth-scissors", Words.TEXT.get("emptyTitle"), Words.TEXT.get("emptyText"), Optional.of(example));
        viewModel.textProperty().subscribe(now -> empty.setVisible(now.isBlank()));
        return empty;
    }

    private Node below() {
        var tables = viewModel.tables();
        var bar = new HBox(6);
        bar.getStyleClass().add("lab-tabs");
        for (var tab : List.of(
                new Tab("figures", new CorpusPane(viewModel.corpus(), page)),
                new Tab("terms", new TermsPane(tables)),
                new Tab("lengths", new LengthsPane(tables)),
                new Tab("overlap", new OverlapPane(viewModel)))) {
            bar.getChildren().add(toggle(tab));
        }
        tabs.getToggles().getFirst().setSelected(true);
        var box = new VBox(bar, lower);
        VBox.setVgrow(lower, Priority.ALWAYS);
        lower.setMinHeight(0);
        box.setMinHeight(130);
        return box;
    }

    private record Tab(String key, Node content) {}

    private ToggleButton toggle(Tab tab) {
        var toggle = new ToggleButton(Words.TEXT.get("tab." + tab.key()));
        toggle.setId("tab-" + tab.key());
        toggle.setToggleGroup(tabs);
        toggle.selectedProperty().subscribe(on -> {
            if (on) lower.getChildren().setAll(tab.content());
        });
        toggle.setOnAction(_ -> toggle.setSelected(true));
        return toggle;
    }

    /// Brings a part of the lower half to the front.
    void showTab(String key) {
        tabs.getToggles().stream()
                .filter(toggle ->
                        toggle instanceof ToggleButton button && button.getId().equals("tab-" + key))
                .forEach(toggle -> toggle.setSelected(true));
    }

    private void showSide() {
        var side = side();
        side.ifPresent(pane -> {
            pane.setPrefWidth(SIDE);
            pane.setMinWidth(SIDE);
        });
        setRight(side.orElse(null));
    }

    private Optional<Region> side() {
        if (viewModel.learning().openProperty().get()) {
            return Optional.of(new LearnForm(viewModel.learning(), viewModel.corpus(), page));
        }
        var facts = viewModel.piece().factsProperty().get();
        if (facts.isPresent()) return Optional.of(new PiecePane(facts.get(), viewModel::deselect));
        return viewModel.corpus().behindProperty().get().map(behind -> new BehindPane(viewModel.corpus(), behind));
    }

    Image picture(double scale) {
        return sheet.picture(scale);
    }
}
