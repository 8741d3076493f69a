package org.biogloss.ui.reader;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.document.Schema;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.Swatch;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.kit.TypeColours;

/// Sections and mentions as a list that follows the caret; Enter or a click goes there. Filled only while it is seen,
/// so that it costs an edit nothing otherwise.
final class OutlineView extends VBox {

    private static final double ROW = 25;

    private final ReaderViewModel viewModel;
    private final TypeColours colours;
    private final Texts text;
    private final TextField filter = new TextField();
    private final ToggleGroup by = new ToggleGroup();
    private final ListView<Outline.Row> list = new ListView<>();
    private boolean active;
    private boolean following;

    OutlineView(ReaderViewModel viewModel, TypeColours colours, Texts text) {
        this.viewModel = viewModel;
        this.colours = colours;
        this.text = text;
        setId("outline");
        getStyleClass().add("inspector-page");
        filter.setId("outline-filter");
        filter.setPromptText(text.get("outline.filter"));
        filter.setAccessibleText(text.get("outline.filter"));
        filter.textProperty().subscribe(_ -> refill());
        filter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) list.requestFocus();
            if (event.getCode() == KeyCode.ENTER && !list.getItems().isEmpty()) goTo(firstMention());
        });
        HBox.setHgrow(filter, Priority.ALWAYS);
        var tools = new HBox(4, filter, choice("fth-list", Outline.By.ORDER), choice("fth-tag", Outline.By.TYPE));
        tools.setAlignment(Pos.CENTER_LEFT);
        by.selectToggle(by.getToggles().getFirst());
        by.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) before.setSelected(true);
            else refill();
        });
        list.setId("outline-list");
        list.setAccessibleText(text.get("outline"));
        list.setFixedCellSize(ROW);
        list.setPlaceholder(MentionCard.muted(text.get("outline.none")));
        list.setCellFactory(_ -> new RowCell());
        list.setOnKeyPressed(event -> {
            if (event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.SPACE) return;
            Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(this::goTo);
            event.consume();
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(tools, list);
        viewModel.sceneProperty().subscribe(_ -> refill());
        viewModel.markedProperty().subscribe(_ -> follow());
        viewModel.selectedProperty().subscribe(_ -> follow());
    }

    /// While it is not seen it stands still.
    void activate(boolean on) {
        active = on;
        refill();
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    private ToggleButton choice(String icon, Outline.By kind) {
        var words = text.get("outline.by." + kind.name());
        var button = new ToggleButton("", Icons.of(icon));
        button.setId("outline-" + kind.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(words);
        button.setTooltip(Icons.tooltip(words));
        button.setToggleGroup(by);
        button.setUserData(kind);
        return button;
    }

    private void refill() {
        if (!active || by.getSelectedToggle() == null) return;
        var kind = (Outline.By) by.getSelectedToggle().getUserData();
        var order = viewModel.schema().entities().stream()
                .map(Schema.EntityType::name)
                .toList();
        List<Outline.Row> rows = viewModel
                .sceneProperty()
                .get()
                .map(now -> Outline.rows(now.document(), now.visible(), order, kind, filter.getText()))
                .orElse(List.of());
        following = true;
        if (!rows.equals(List.copyOf(list.getItems()))) list.getItems().setAll(rows);
        following = false;
        follow();
    }

    private void follow() {
        if (!active || following) return;
        var caret = viewModel
                .selectedProperty()
                .get()
                .map(mention -> rowOf(mention.id()))
                .filter(row -> row >= 0)
                .orElseGet(() -> Outline.at(
                        list.getItems(), viewModel.markedProperty().get().start()));
        if (caret < 0 || caret == list.getSelectionModel().getSelectedIndex()) return;
        list.getSelectionModel().select(caret);
        if (!list.isFocused()) list.scrollTo(Math.max(0, caret - 5));
    }

    private int rowOf(String mention) {
        var rows = list.getItems();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Outline.MentionRow row
                    && row.mention().id().equals(mention)) return i;
        }
        return -1;
    }

    private Outline.Row firstMention() {
        return list.getItems().stream()
                .filter(Outline.MentionRow.class::isInstance)
                .findFirst()
                .orElse(list.getItems().getFirst());
    }

    private void goTo(Outline.Row row) {
        switch (row) {
            case Outline.MentionRow mention ->
                viewModel.select(mention.mention().id());
            case Outline.SectionRow section -> goTo(section.place());
            case Outline.TypeRow type -> goTo(type.place());
        }
    }

    private void goTo(Span place) {
        var start = new Span(place.start(), place.start());
        viewModel.document().ifPresent(now -> viewModel.goTo(now.id(), start));
    }

    private final class RowCell extends ListCell<Outline.Row> {

        RowCell() {
            setPrefWidth(0);
            setOnMouseClicked(_ -> {
                if (!isEmpty() && getItem() != null) goTo(getItem());
            });
        }

        @Override
        protected void updateItem(Outline.Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(
                    empty || row == null
                            ? null
                            : switch (row) {
                                case Outline.SectionRow section ->
                                    heading(section.name(), section.mentions(), Optional.empty());
                                case Outline.TypeRow type ->
                                    heading(type.type(), type.mentions(), Optional.of(Swatch.of(type.type(), colours)));
                                case Outline.MentionRow mention -> mention(mention);
                            });
        }

        private Node heading(String name, int mentions, Optional<Node> swatch) {
            var words = new Label(name);
            words.getStyleClass().add("bold");
            words.setMinWidth(0);
            var count = new Label(mentions == 0 ? "" : Shown.count(mentions));
            count.getStyleClass().add("muted");
            count.setMinWidth(Region.USE_PREF_SIZE);
            var line = new HBox(7, words, count);
            swatch.ifPresent(line.getChildren()::addFirst);
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }

        private Node mention(Outline.MentionRow row) {
            var words = new Label(row.words());
            words.setMinWidth(0);
            if (row.mention().standing() == Standing.SUGGESTED)
                words.getStyleClass().add("muted");
            var line = new HBox(7, Swatch.of(row.mention().type(), colours), words);
            if (!row.mention().note().isEmpty()) {
                var mark = Icons.of("fth-message-square");
                mark.getStyleClass().add("note-mark");
                line.getChildren().add(mark);
            }
            line.setPadding(new Insets(0, 0, 0, 12));
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }
    }
}
