package org.biogloss.ui.reader;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.biogloss.document.Mention;
import org.biogloss.search.TermHit;
import org.biogloss.search.Terminologies.Located;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Texts;
import org.biogloss.workbench.Concepts.Candidate;

/// A mention's concepts as chips, and under them a field that finds more while one types. Up and Down choose, Enter
/// adds, Enter on nothing and Esc lead back to the text, Backspace in the empty field takes the last chip.
final class ConceptField extends VBox {

    private static final double ROW = 42;
    private static final int MOST_ROWS = 5;

    private final ConceptViewModel viewModel;
    private final Texts text;
    private final FlowPane chips = new FlowPane(4, 4);
    private final TextField field = new TextField();
    private final ListView<Candidate> list = new ListView<>();
    private final Label detail = new Label();
    private final VBox none;
    private final MenuButton spread;
    private String shown = "";

    /// The key that opened the field is still to be typed: its letter is not meant for it.
    private boolean opening;

    ConceptField(ConceptViewModel viewModel, Texts text) {
        super(6);
        this.viewModel = viewModel;
        this.text = text;
        none = noTerminology();
        spread = spreadMenu();
        configureField();
        configureList();
        detail.setWrapText(true);
        detail.setId("concept-detail");
        detail.getStyleClass().add("concept-detail");
        chips.setId("concept-chips");
        getChildren().addAll(chips, field, list, detail, none, spread);
        viewModel.choicesProperty().subscribe(this::show);
        viewModel.namesProperty().subscribe(_ -> showChips());
        viewModel.detailProperty().subscribe(found -> {
            detail.setText(found.map(this::inWords).orElse(""));
            showOpen();
        });
        viewModel.bareProperty().subscribe(_ -> showOpen());
        focusWithinProperty().subscribe(_ -> showOpen());
        viewModel.whenOpened(() -> Fx.later(this::open));
        showOpen();
    }

    /// After the mention or its concepts have changed. What was typed was meant for the mention it was typed for.
    void refresh(Mention mention) {
        if (!mention.id().equals(shown)) field.clear();
        shown = mention.id();
        showChips();
        if (field.isFocused()) viewModel.look(field.getText());
    }

    private void open() {
        opening = true;
        field.requestFocus();
    }

    private void configureField() {
        field.setId("concepts");
        field.setPromptText(text.get("concepts.prompt"));
        field.setAccessibleText(text.get("concepts"));
        field.setAccessibleHelp(text.get("concepts.help"));
        field.textProperty().subscribe((_, typed) -> viewModel.look(typed));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        field.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (opening) event.consume();
            opening = false;
        });
        field.focusedProperty().subscribe(focused -> {
            if (focused) viewModel.look(field.getText());
            showOpen();
        });
    }

    private void configureList() {
        list.setId("concept-choices");
        list.setAccessibleText(text.get("concepts.choices"));
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new ChoiceCell());
        list.setOnMouseClicked(_ -> {
            add();
            field.requestFocus();
        });
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(choice -> viewModel.highlight(Optional.ofNullable(choice)));
    }

    private void show(List<Candidate> choices) {
        list.getItems().setAll(choices);
        double rows = Math.clamp(choices.size(), 1, MOST_ROWS);
        list.setPrefHeight(rows * ROW + 4);
        list.setMinHeight(list.getPrefHeight());
        boolean decided = field.getText().isBlank() && !viewModel.concepts().isEmpty();
        if (decided) list.getSelectionModel().clearSelection();
        else list.getSelectionModel().selectFirst();
        showOpen();
    }

    /// What helps choosing stands there while one chooses.
    private void showOpen() {
        boolean open = field.isFocused() || list.isFocused();
        boolean found = open && !list.getItems().isEmpty();
        visible(list, found);
        visible(detail, found && !detail.getText().isEmpty());
        visible(none, isFocusWithin() && viewModel.bareProperty().get());
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void steer(KeyEvent event) {
        opening = false;
        var model = list.getSelectionModel();
        switch (event.getCode()) {
            case DOWN ->
                model.select(
                        Math.min(model.getSelectedIndex() + 1, list.getItems().size() - 1));
            case UP -> model.select(Math.max(model.getSelectedIndex() - 1, 0));
            case ENTER -> enter();
            case ESCAPE -> {
                field.clear();
                viewModel.leave();
            }
            case BACK_SPACE -> {
                if (!field.getText().isEmpty()) return;
                viewModel.removeLast();
            }
            default -> {
                return;
            }
        }
        list.scrollTo(Math.max(0, model.getSelectedIndex() - 1));
        event.consume();
    }

    private void enter() {
        if (list.getSelectionModel().getSelectedItem() != null) add();
        else if (field.getText().isBlank()) viewModel.leave();
        else take(field.getText().strip());
    }

    private void add() {
        var choice = list.getSelectionModel().getSelectedItem();
        if (choice != null) take(choice.id());
    }

    private void take(String id) {
        viewModel.add(id);
        field.clear();
    }

    private void showChips() {
        chips.getChildren().setAll(viewModel.concepts().stream().map(this::chip).toList());
        visible(chips, !viewModel.concepts().isEmpty());
        visible(spread, !viewModel.concepts().isEmpty());
    }

    private Node chip(String id) {
        var known = viewModel.namesProperty().get().getOrDefault(id, Optional.empty());
        var words = known.map(found -> found.concept().name()).orElse(id);
        var label = new Label(words);
        label.setMinWidth(0);
        label.setMaxWidth(190);
        label.setTooltip(
                Icons.tooltip(known.map(found -> id + "\n" + inWords(found)).orElse(id)));
        var code = new Label(words.equals(id) ? "" : id);
        code.getStyleClass().addAll("muted", "small");
        code.setMinWidth(USE_PREF_SIZE);
        var remove = Icons.button("fth-x", text.get("concepts.remove", words), () -> viewModel.remove(id));
        var chip = new HBox(4, label, code, remove);
        if (words.equals(id)) chip.getChildren().remove(code);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("concept-chip");
        return chip;
    }

    private String inWords(Located found) {
        var concept = found.concept();
        var parents =
                found.parents().isEmpty() ? "" : text.get("concepts.kindOf", String.join(", ", found.parents())) + "\n";
        var synonyms = concept.synonyms().isEmpty()
                ? ""
                : text.get("concepts.also", concept.synonyms().stream().limit(6).collect(Collectors.joining(", ")))
                        + "\n";
        return (parents + synonyms + concept.definition()).strip();
    }

    private VBox noTerminology() {
        var add = new Button(text.get("concepts.addTerminology"), Icons.of("fth-plus"));
        add.setId("concepts-add-terminology");
        add.setOnAction(_ -> viewModel.addTerminology());
        var box = new VBox(6, MentionCard.muted(text.get("concepts.none")), add);
        box.setId("concepts-none");
        return box;
    }

    private MenuButton spreadMenu() {
        var here = new MenuItem(text.get("concepts.spread.document"));
        here.setOnAction(_ -> viewModel.spread(false));
        var everywhere = new MenuItem(text.get("concepts.spread.project"));
        everywhere.setOnAction(_ -> viewModel.spread(true));
        var menu = new MenuButton(text.get("concepts.spread"), null, here, everywhere);
        menu.setId("concepts-spread");
        menu.getStyleClass().add("flat");
        menu.setTooltip(Icons.tooltip(text.get("concepts.spread.tip")));
        return menu;
    }

    private final class ChoiceCell extends ListCell<Candidate> {

        @Override
        protected void updateItem(Candidate choice, boolean empty) {
            super.updateItem(choice, empty);
            setGraphic(empty || choice == null ? null : row(choice));
        }

        private Node row(Candidate choice) {
            var name = new Label(choice.name().isEmpty() ? choice.id() : choice.name());
            name.setMinWidth(0);
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            var why = new Label(why(choice));
            why.getStyleClass().addAll("muted", "small");
            why.setMinWidth(0);
            var row = new VBox(1, name, why);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMaxWidth(list.getWidth() - 24);
            return row;
        }

        private String why(Candidate choice) {
            boolean asTyped = choice.name().isEmpty() && choice.hit().isEmpty() && choice.earlier() == 0;
            if (asTyped) return text.get("concepts.asTyped");
            var because = choice.earlier() > 0
                    ? text.get(choice.earlier() == 1 ? "concepts.earlier.one" : "concepts.earlier", choice.earlier())
                    : choice.hit()
                            .filter(hit -> !hit.term().equals(choice.name()))
                            .map(hit -> text.get(
                                    "concepts.match." + hit.match().name().toLowerCase(Locale.ROOT), hit.term()))
                            .orElse("");
            var from = choice.hit()
                    .map(TermHit::terminology)
                    .filter(name -> !choice.id().startsWith(name + ":"))
                    .orElse("");
            return Stream.of(choice.id(), because, from)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("  ·  "));
        }
    }
}
