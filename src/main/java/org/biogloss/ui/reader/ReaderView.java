package org.biogloss.ui.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.biogloss.document.Relation;
import org.biogloss.document.Schema;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.kit.TypeColours;

/// The reader's looks: the text, a line of tools above it, and what pops up over it.
public final class ReaderView extends BorderPane {

    static final double USUAL_SIZE = 15;

    private final ReaderViewModel viewModel;
    private final Texts text = new Texts(ReaderView.class);
    private final ReadOnlyDoubleWrapper size = new ReadOnlyDoubleWrapper(USUAL_SIZE);
    private final TextPane pane;
    private final StackPane stack = new StackPane();
    private final Palette palette;
    private final FindBar findBar;
    private final HBox hint = new HBox(8);
    private final Relating relating;
    private final ShownThings shown;
    private String shownId = "";

    public ReaderView(ReaderViewModel viewModel, TypeColours colours) {
        this.viewModel = viewModel;
        relating = viewModel.relating();
        shown = new ShownThings(viewModel);
        getStyleClass().add("reader");
        getStylesheets()
                .add(Objects.requireNonNull(ReaderView.class.getResource("reader.css"))
                        .toExternalForm());
        pane = new TextPane(viewModel, colours, size.getReadOnlyProperty());
        palette = new Palette(colours, this::focusText);
        findBar = new FindBar(viewModel, text, this::focusText);
        pane.onPalette(at -> openPalette(stack.screenToLocal(at)));
        hint.getStyleClass().add("reader-hint");
        setTop(new VBox(tools(), findBar, hint));
        setCenter(stack);
        viewModel.sceneProperty().subscribe(this::show);
        relating.makingProperty().subscribe(_ -> showHint());
        relating.chosenProperty().subscribe(_ -> showHint());
        viewModel.steps().twinProperty().subscribe(_ -> showHint());
        viewModel.concepts().whenLeft(this::focusText);
        colours.subscribe(this::showHint);
    }

    /// The text's letters, in pixels.
    public ReadOnlyDoubleProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /// @param pixels brought into a range that can be read
    public void chooseSize(double pixels) {
        size.set(Math.clamp(pixels, 10, 32));
    }

    public void focusText() {
        pane.area().requestFocus();
    }

    void openFind() {
        findBar.open();
    }

    /// The types for the selection, or the relation types while a link is being made.
    void openPalette() {
        openPalette(stack.screenToLocal(pane.besideSelection()));
    }

    /// Enter: the end of a link, a further argument, or the end of the document.
    void confirm() {
        if (relating.makingProperty().get().isPresent()) openPalette();
        else viewModel.markDoneAndGoOn();
    }

    /// The kinds of events that may begin with the selected mention.
    void openEvents() {
        viewModel.selectedProperty().get().ifPresent(mention -> {
            var offers = new Signatures(viewModel.schema()).startingWith(mention.type());
            show(text.get("palette.event"), offers, true, relating::startEvent);
        });
    }

    /// The types that the chosen relation may have.
    void openRelationTypes() {
        if (relating.chosenProperty().get().isEmpty()) relating.chooseNext();
        if (relating.chosenProperty().get().isPresent()) {
            show(text.get("palette.relation"), relating.types(), true, relating::changeType);
        }
    }

    /// The arguments that can be taken out of the chosen relation.
    void openArguments() {
        relating.chosenProperty().get().ifPresent(relation -> {
            var document = viewModel.document().orElseThrow();
            var byName = new LinkedHashMap<String, Relation.Argument>();
            for (var argument : relation.arguments()) {
                var name = document.mentions()
                        .filter(mention -> Ends.is(argument.end(), mention))
                        .findFirst()
                        .map(mention -> mention.in(document.text()))
                        .orElse(Ends.name(argument.end()));
                byName.put(argument.role() + ": " + Correction.shortened(name), argument);
            }
            var choices = byName.keySet().stream()
                    .map(name -> new Palette.Choice(name, "", false))
                    .toList();
            palette.show(
                    text.get("palette.argument"),
                    choices,
                    false,
                    here(),
                    name -> Optional.ofNullable(byName.get(name)).ifPresent(relating::removeArgument));
        });
    }

    /// The relation types of the document, to switch them on and off.
    void openShownRelations() {
        show(text.get("palette.shownRelations"), shown.relationTypes(), relating::toggleType);
    }

    /// The layers of the document, to switch them on and off.
    void openLayers() {
        show(
                text.get("palette.layers"),
                shown.layers(),
                layer -> viewModel.showLayer(
                        layer,
                        viewModel.visibilityProperty().get().hiddenLayers().contains(layer)));
    }

    private void show(String prompt, List<ShownThings.Item> items, Consumer<String> chosen) {
        var choices = items.stream()
                .map(item -> new Palette.Choice(
                        item.name(), "", false, text.get(item.on() ? "shown" : "hidden", item.count()), false))
                .toList();
        palette.show(prompt, choices, false, here(), chosen);
    }

    private void show(String prompt, List<Signatures.Offer> offers, boolean free, Consumer<String> chosen) {
        var choices = offers.stream()
                .map(offer -> new Palette.Choice(offer.name(), "", false, note(offer), !offer.fits()))
                .toList();
        palette.show(prompt, choices, free, here(), chosen);
    }

    private String note(Signatures.Offer offer) {
        return offer.fits() ? offer.note() : text.get("breaks", offer.note());
    }

    private Point2D here() {
        return stack.screenToLocal(pane.besideSelection());
    }

    private void openPalette(Point2D at) {
        if (viewModel.selectedProperty().get().isEmpty()
                && viewModel.markedProperty().get().isEmpty()) return;
        var making = relating.makingProperty().get();
        if (making.isPresent()) {
            boolean link = making.get() instanceof Relating.Making.Link;
            show(text.get(link ? "palette.relation" : "palette.role"), relating.offers(), link, relating::finish);
        } else {
            var types = viewModel.schema().entities().stream()
                    .map(type -> new Palette.Choice(type.name(), type.key(), true))
                    .toList();
            palette.show(text.get("palette.type"), types, true, at, viewModel::setType);
        }
    }

    private Node tools() {
        var status = new StatusMenu(viewModel, text);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var suggestions = toggle("fth-zap", "suggestions", true);
        suggestions.selectedProperty().subscribe(on -> {
            if (viewModel.visibilityProperty().get().suggestions() != on) viewModel.showSuggestions(on);
        });
        viewModel.visibilityProperty().subscribe(now -> suggestions.setSelected(now.suggestions()));
        var labels = toggle("fth-tag", "labels", false);
        labels.selectedProperty().subscribe(viewModel::showLabels);
        viewModel.labelsProperty().subscribe(labels::setSelected);
        var relations = toggle("fth-git-branch", "relations", false);
        relations.selectedProperty().subscribe(viewModel::showAllRelations);
        viewModel.allRelationsProperty().subscribe(relations::setSelected);
        var menu = new ShowMenu(viewModel, shown, text);
        var find = Icons.button("fth-search", text.get("find.open"), this::openFind);
        find.setId("find");
        var bar = new HBox(4, status, gap, suggestions, labels, relations, menu, find);
        bar.getStyleClass().add("reader-tools");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.disableProperty().bind(viewModel.isOpen().not());
        return bar;
    }

    private ToggleButton toggle(String icon, String name, boolean on) {
        var toggle = new ToggleButton(text.get("show." + name), Icons.of(icon));
        toggle.setId("show-" + name);
        toggle.getStyleClass().add("flat");
        toggle.setSelected(on);
        toggle.setTooltip(Icons.tooltip(text.get("show." + name + ".tip")));
        return toggle;
    }

    private void show(Optional<ReaderViewModel.Scene> scene) {
        var id = scene.map(now -> now.document().id()).orElse("");
        if (!id.equals(shownId)) palette.close();
        shownId = id;
        if (scene.isPresent() && !stack.getChildren().contains(pane))
            stack.getChildren().setAll(pane, palette);
        if (scene.isEmpty()) {
            stack.getChildren()
                    .setAll(new EmptyState(
                            "fth-book-open", text.get("empty.title"), text.get("empty.text"), Optional.empty()));
        }
        showHint();
    }

    /// One line above the text: how a link is ended, or that nothing is marked yet.
    private void showHint() {
        hint.getChildren().clear();
        var scene = viewModel.sceneProperty().get();
        var making = relating.makingProperty().get().flatMap(this::inWords);
        var twin = viewModel.steps().twinProperty().get();
        if (making.isPresent()) {
            hint.getChildren().add(words(making.get()));
        } else if (relating.trouble().isPresent()) {
            var warning = words(text.get("broken", relating.trouble().get()));
            warning.getStyleClass().add("warning-text");
            hint.getChildren().add(warning);
        } else if (twin.isPresent() && scene.isPresent()) {
            var like = twin.get().like();
            hint.getChildren()
                    .add(words(text.get(
                            "twin",
                            Correction.shortened(like.in(scene.get().document().text())),
                            like.type())));
        } else if (scene.filter(now -> now.document().mentions().findAny().isEmpty())
                .isPresent()) {
            hint.getChildren().add(words(text.get("unmarked")));
            highlightButton().forEach(hint.getChildren()::add);
        }
        hint.setVisible(!hint.getChildren().isEmpty());
        hint.setManaged(hint.isVisible());
    }

    /// What is being made, and how it goes on.
    private Optional<String> inWords(Relating.Making making) {
        return viewModel.document().map(document -> switch (making) {
            case Relating.Making.Link(var from) ->
                text.get("link.hint", Correction.shortened(from.in(document.text())));
            case Relating.Making.Event(var type, var role, var first) ->
                text.get("event.hint", type, role, Correction.shortened(first.in(document.text())));
            case Relating.Making.Further(var relation) ->
                text.get("further.hint", relation.type(), relation.arguments().size());
        });
    }

    private static Label words(String text) {
        var words = new Label(text);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        return words;
    }

    private Stream<Node> highlightButton() {
        var models = viewModel.highlighters();
        if (models.isEmpty()) return Stream.empty();
        var button = new Button(text.get("highlight", String.join(", ", models)), Icons.of("fth-zap"));
        button.setId("highlight");
        button.getStyleClass().add("accent");
        button.setOnAction(_ -> viewModel.highlight());
        return Stream.of(button);
    }

    void scrollBy(double pixels) {
        pane.area().scrollYBy(pixels);
    }

    /// For the keys that grow and shrink the text.
    void grow(double by) {
        chooseSize(size.get() + by);
    }

    Schema schema() {
        return viewModel.schema();
    }

    /// Lets a person choose one of a list at the selection.
    ///
    /// @param free whether words that are not in the list may be typed
    void choose(String prompt, List<Palette.Choice> offered, boolean free, Consumer<String> chosen) {
        palette.show(prompt, offered, free, stack.screenToLocal(pane.besideSelection()), chosen);
    }
}
