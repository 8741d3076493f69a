package org.biogloss.ui.models;

import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.Texts;

/// The models page's looks: a list of what is there, and the card of the chosen one.
public final class ModelsView extends BorderPane {

    private static final Texts TEXT = new Texts(ModelsView.class);

    private final ModelsViewModel viewModel;
    private final BringViewModel bringing;
    private final FilePrompts prompts;
    private final VBox brokenList = new VBox(4);
    private Optional<Region> bringPage = Optional.empty();
    private boolean following;

    public ModelsView(ModelsViewModel viewModel, BringViewModel bringing, FilePrompts prompts) {
        this.viewModel = viewModel;
        this.bringing = bringing;
        this.prompts = prompts;
        getStyleClass().add("models");
        getStylesheets().add(ModelsView.class.getResource("models.css").toExternalForm());

        var bring = new ToggleButton(TEXT.get("bring"));
        bring.setId("bring-model");
        bring.setMaxWidth(Double.MAX_VALUE);
        bring.selectedProperty().bindBidirectional(bringing.openProperty());
        bringing.openProperty()
                .subscribe(() -> showCard(viewModel.selectedProperty().get()));

        var list = list();
        VBox.setVgrow(list, Priority.ALWAYS);
        brokenList.getStyleClass().add("broken");
        viewModel.broken().addListener((ListChangeListener<ModelsDesk.Broken>) _ -> showBroken());
        showBroken();
        var side = new VBox(10, heading("heading"), list, brokenList, bring);
        side.getStyleClass().addAll("side-pane", "models-side");
        side.setPrefWidth(300);
        side.setMinWidth(240);
        setLeft(side);
        viewModel.selectedProperty().subscribe(this::showCard);
    }

    private ListView<ModelsDesk.Card> list() {
        var list = new ListView<>(viewModel.cards());
        list.setId("models");
        list.setAccessibleText(TEXT.get("heading"));
        list.setPlaceholder(new Label(TEXT.get("none")));
        list.setCellFactory(_ -> new CardCell(viewModel));
        list.getSelectionModel().selectedItemProperty().subscribe(card -> {
            if (card == null || following) return;
            bringing.openProperty().set(false);
            viewModel.select(card);
        });
        list.setOnMouseClicked(_ -> bringing.openProperty().set(false)); // the chosen card again, too
        viewModel.selectedProperty().subscribe(card -> {
            following = true;
            card.ifPresent(list.getSelectionModel()::select);
            following = false;
        });
        return list;
    }

    private void showBroken() {
        brokenList.getChildren().clear();
        for (var folder : viewModel.broken()) {
            var label = new Label(TEXT.get("broken", folder.folder().getFileName(), folder.why()));
            label.setWrapText(true);
            brokenList.getChildren().add(label);
        }
        brokenList.setManaged(!viewModel.broken().isEmpty());
        brokenList.setVisible(brokenList.isManaged());
    }

    private void showCard(Optional<ModelsDesk.Card> chosen) {
        if (bringing.openProperty().get()) {
            bringing.prepare();
            if (bringPage.isEmpty()) bringPage = Optional.of(scrolled(new BringPage(bringing, prompts)));
            setCenter(bringPage.get());
            return;
        }
        if (chosen.isEmpty()) {
            setCenter(new EmptyState("fth-box", TEXT.get("emptyTitle"), TEXT.get("emptyText"), Optional.empty()));
            return;
        }
        setCenter(scrolled(new ModelPage(viewModel, chosen.get())));
    }

    private static ScrollPane scrolled(Region page) {
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        return scroll;
    }

    static Label heading(String key) {
        var label = new Label(TEXT.get(key));
        label.getStyleClass().add("section-heading");
        return label;
    }

    static Label hint(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    /// One model in the list: its name, what it finds, and the switch that lets it highlight.
    private static final class CardCell extends ListCell<ModelsDesk.Card> {

        private final Label name = new Label();
        private final Label finds = new Label();
        private final CheckBox highlights = new CheckBox();
        private final HBox row;
        private boolean showing;

        CardCell(ModelsViewModel viewModel) {
            name.getStyleClass().add("model-name");
            finds.getStyleClass().add("muted");
            var words = new VBox(1, name, finds);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            highlights.setMinWidth(Region.USE_PREF_SIZE);
            highlights.setAccessibleText(TEXT.get("highlights"));
            highlights.setTooltip(new javafx.scene.control.Tooltip(TEXT.get("highlights")));
            highlights.selectedProperty().subscribe(on -> {
                var card = getItem();
                if (!showing && card != null && on != card.highlights()) viewModel.highlight(card, on);
            });
            row = new HBox(8, words, highlights);
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ModelsDesk.Card card, boolean empty) {
            super.updateItem(card, empty);
            if (empty || card == null) {
                setGraphic(null);
                return;
            }
            showing = true;
            name.setText(card.name());
            finds.setText(card.types().isEmpty() ? TEXT.get("encoder") : String.join(", ", card.types()));
            highlights.setVisible(card.canHighlight());
            highlights.setSelected(card.highlights());
            showing = false;
            setGraphic(row);
        }
    }

    /// Writes a score as the field does: per cent with one decimal.
    static String percent(double score) {
        return String.format(Locale.ROOT, "%.1f", score * 100);
    }
}
