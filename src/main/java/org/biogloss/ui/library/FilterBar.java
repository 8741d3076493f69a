package org.biogloss.ui.library;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.biogloss.document.DocumentStatus;
import org.biogloss.search.Filters;
import org.biogloss.ui.kit.Icons;
import org.controlsfx.control.PopOver;

/// The button beside the query from which the filters hang, and a chip for each that is on.
final class FilterBar {

    private final LibraryViewModel viewModel;
    private final ToggleButton button = new ToggleButton("", Icons.of("fth-filter"));
    private final FlowPane chips = new FlowPane(5, 5);
    private final VBox choices = new VBox();
    private final PopOver popOver = new PopOver();

    FilterBar(LibraryViewModel viewModel) {
        this.viewModel = viewModel;
        var name = Words.TEXT.get("filter");
        button.setId("library-filter");
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(name);
        button.setTooltip(Icons.tooltip(name));
        button.setOnAction(_ -> toggle());
        choices.getStyleClass().add("filter-choices");
        popOver.setContentNode(choices);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.showingProperty().subscribe(_ -> mark());
        chips.getStyleClass().add("filter-chips");
        viewModel.filtersProperty().subscribe(this::show);
    }

    Node button() {
        return button;
    }

    Node chips() {
        return chips;
    }

    /// What hangs from the button, for pictures of it.
    Node choices() {
        fill();
        return choices;
    }

    private void toggle() {
        if (popOver.isShowing()) popOver.hide();
        else {
            fill();
            popOver.show(button);
        }
        mark();
    }

    private void mark() {
        button.setSelected(
                popOver.isShowing() || !viewModel.filtersProperty().get().equals(Filters.NONE));
    }

    private void fill() {
        var now = viewModel.filtersProperty().get();
        choices.getChildren().setAll(heading("filter.status"));
        for (var status : DocumentStatus.values()) {
            var box = new CheckBox(Words.of(status));
            box.setSelected(now.statuses().contains(status));
            box.setOnAction(_ -> viewModel.filter(with(status, box.isSelected())));
            choices.getChildren().add(box);
        }
        choices.getChildren().add(heading("filter.types"));
        for (var type : viewModel.entityTypesProperty().get()) {
            var box = new CheckBox(type);
            box.setSelected(now.entityTypes().contains(type));
            box.setOnAction(_ -> viewModel.filter(with(type, box.isSelected())));
            choices.getChildren().add(box);
        }
        var concept = new TextField(now.concept().orElse(""));
        concept.setId("filter-concept");
        concept.setPromptText("MESH:D003000");
        concept.setAccessibleText(Words.TEXT.get("filter.concept"));
        concept.setOnAction(_ -> viewModel.filter(withConcept(concept.getText())));
        choices.getChildren().addAll(heading("filter.concept"), concept);
    }

    private void show(Filters filters) {
        chips.getChildren().clear();
        for (var status : filters.statuses()) chip(Words.of(status), with(status, false));
        for (var type : filters.entityTypes()) chip(type, with(type, false));
        filters.concept().ifPresent(concept -> chip(concept, withConcept("")));
        chips.setVisible(!filters.equals(Filters.NONE));
        chips.setManaged(!filters.equals(Filters.NONE));
        mark();
    }

    private void chip(String text, Filters without) {
        var chip = new Label(text, Icons.of("fth-x"));
        chip.getStyleClass().addAll("badge", "accent", "filter-chip");
        chip.setOnMouseClicked(_ -> viewModel.filter(without));
        chips.getChildren().add(chip);
    }

    private Filters with(DocumentStatus status, boolean on) {
        var now = viewModel.filtersProperty().get();
        Set<DocumentStatus> statuses = EnumSet.noneOf(DocumentStatus.class);
        statuses.addAll(now.statuses());
        if (on) statuses.add(status);
        else statuses.remove(status);
        return new Filters(now.entityTypes(), now.concept(), statuses);
    }

    private Filters with(String type, boolean on) {
        var now = viewModel.filtersProperty().get();
        var types = new LinkedHashSet<>(now.entityTypes());
        if (on) types.add(type);
        else types.remove(type);
        return new Filters(types, now.concept(), now.statuses());
    }

    private Filters withConcept(String concept) {
        var now = viewModel.filtersProperty().get();
        var wanted = concept.isBlank() ? Optional.<String>empty() : Optional.of(concept.strip());
        return new Filters(now.entityTypes(), wanted, now.statuses());
    }

    private static Label heading(String key) {
        var heading = new Label(Words.TEXT.get(key));
        heading.getStyleClass().addAll("section-heading", "small");
        return heading;
    }
}
