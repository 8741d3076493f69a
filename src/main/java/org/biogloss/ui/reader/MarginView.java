package org.biogloss.ui.reader;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Saving;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.kit.TypeColours;

/// What stands beside the text, one of four at a time: details of what is selected, outline, guidelines, history.
public final class MarginView extends BorderPane {

    private final MarginViewModel viewModel;
    private final TypeColours colours;
    private final Texts text = new Texts(MarginView.class);
    private final InspectorView inspector;
    private Runnable whenOpened = () -> {};
    private final OutlineView outline;
    private final HistoryView history;
    private final GuidelinesView guidelines;
    private final Map<MarginViewModel.Aspect, ToggleButton> tabs = new EnumMap<>(MarginViewModel.Aspect.class);

    public MarginView(MarginViewModel viewModel, TypeColours colours, Saving saving) {
        this.viewModel = viewModel;
        this.colours = colours;
        var reader = viewModel.reader();
        inspector = new InspectorView(reader, colours, viewModel::showGuideline);
        outline = new OutlineView(reader, colours, text);
        guidelines = new GuidelinesView(viewModel, saving, text);
        history = new HistoryView(viewModel, saving, text);
        getStyleClass().addAll("inspector", "margin");
        getStylesheets().addAll(inspector.getStylesheets());
        setMinWidth(220);
        setTop(tabs());
        viewModel.aspectProperty().subscribe(this::show);
        viewModel.headingProperty().subscribe(asked -> asked.ifPresent(_ -> whenOpened.run()));
    }

    /// The reader, with the past of its document over it while that is looked at.
    public Node over(ReaderView reader) {
        var past = new PastView(viewModel, colours, reader.sizeProperty(), text);
        past.getStylesheets().addAll(getStylesheets());
        return new StackPane(reader, past);
    }

    /// Lets keys, clicks and the wheel in this place tell the timer that somebody works.
    public void watch(Node place) {
        place.addEventFilter(KeyEvent.KEY_PRESSED, _ -> viewModel.touch());
        place.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> viewModel.touch());
        place.addEventFilter(ScrollEvent.SCROLL, _ -> viewModel.touch());
    }

    private Node tabs() {
        var group = new ToggleGroup();
        var bar = new HBox(2);
        bar.getStyleClass().add("margin-tabs");
        bar.setAlignment(Pos.CENTER_LEFT);
        for (var aspect : MarginViewModel.Aspect.values()) {
            var words = text.get("aspect." + aspect.name());
            var tab = new ToggleButton("", Icons.of(icon(aspect)));
            tab.setId("aspect-" + aspect.name().toLowerCase(Locale.ROOT));
            tab.getStyleClass().addAll("flat", "icon-button");
            tab.setAccessibleText(words);
            tab.setTooltip(Icons.tooltip(words));
            tab.setToggleGroup(group);
            tab.setOnAction(_ -> viewModel.show(aspect));
            tabs.put(aspect, tab);
            bar.getChildren().add(tab);
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var time = new Label();
        time.setId("time");
        time.getStyleClass().addAll("muted", "small");
        time.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> text.get(
                                "time", Shown.duration(viewModel.spentProperty().get())),
                        viewModel.spentProperty()));
        time.visibleProperty()
                .bind(viewModel.timedProperty().and(viewModel.reader().isOpen()));
        time.managedProperty().bind(time.visibleProperty());
        bar.getChildren().addAll(gap, time);
        return bar;
    }

    private static String icon(MarginViewModel.Aspect aspect) {
        return switch (aspect) {
            case DETAILS -> "fth-info";
            case OUTLINE -> "fth-list";
            case GUIDELINES -> "fth-book-open";
            case HISTORY -> "fth-clock";
        };
    }

    private void show(MarginViewModel.Aspect aspect) {
        tabs.forEach((one, tab) -> tab.setSelected(one == aspect));
        outline.activate(aspect == MarginViewModel.Aspect.OUTLINE);
        setCenter(
                switch (aspect) {
                    case DETAILS -> inspector;
                    case OUTLINE -> outline;
                    case GUIDELINES -> guidelines;
                    case HISTORY -> history;
                });
    }

    /// Called when something here is asked for by a key: the pane may be put away.
    public void whenOpened(Runnable show) {
        whenOpened = show;
    }

    /// For a key: shows it, and puts the focus where one goes on.
    void open(MarginViewModel.Aspect aspect) {
        whenOpened.run();
        viewModel.show(aspect);
        Fx.later(() -> {
            switch (aspect) {
                case DETAILS -> inspector.requestFocus();
                case OUTLINE -> outline.focusFilter();
                case GUIDELINES -> guidelines.requestFocus();
                case HISTORY -> history.focusList();
            }
        });
    }

    void openNote() {
        whenOpened.run();
        viewModel.show(MarginViewModel.Aspect.DETAILS);
        Fx.later(inspector::focusNote);
    }

    void openAttribute(String name) {
        whenOpened.run();
        viewModel.show(MarginViewModel.Aspect.DETAILS);
        Fx.later(() -> inspector.focusAttribute(name));
    }
}
