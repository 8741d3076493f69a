package org.biogloss.ui.training;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// Beside the curves: how a run is started, in which settings the runs looked at differ, and what the run
/// has told.
final class RunSide extends BorderPane {

    private enum Tab {
        START("left-pill"),
        SETTINGS("center-pill"),
        GUESSES("center-pill"),
        LOG("right-pill");

        private final String look;

        Tab(String look) {
            this.look = look;
        }
    }

    private final ToggleGroup tabs = new ToggleGroup();
    private final StartRunForm form;
    private final GuessesView guesses = new GuessesView();
    private final RunLogView log = new RunLogView();
    private boolean choseTab;

    RunSide(TrainingViewModel viewModel, TrainingPage page) {
        getStyleClass().addAll("side-pane", "run-side");
        setMinWidth(240);
        setPrefWidth(310);
        form = new StartRunForm(viewModel.starting(), page);
        var bar = new HBox();
        bar.setAlignment(Pos.CENTER);
        bar.getStyleClass().add("side-tabs");
        var stack = new StackPane();
        add(bar, stack, Tab.START, scrolled(form));
        add(bar, stack, Tab.SETTINGS, scrolled(new SettingsTable(viewModel)));
        add(bar, stack, Tab.GUESSES, guesses);
        add(bar, stack, Tab.LOG, log);
        setTop(bar);
        setCenter(stack);
        tabs.selectToggle(tabs.getToggles().getFirst());
        offerGuesses(false);
        viewModel.selectedProperty().subscribe(line -> {
            if (line.isPresent() && !choseTab) choose(Tab.SETTINGS);
        });
        tabs.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) tabs.selectToggle(before);
        });
    }

    private void add(HBox bar, StackPane stack, Tab tab, Node content) {
        var name = tab.name().toLowerCase(Locale.ROOT);
        var button = new ToggleButton(Words.TEXT.get("side." + name));
        button.setId("side-" + name);
        button.setToggleGroup(tabs);
        button.setUserData(tab);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add(tab.look);
        button.setOnAction(_ -> choseTab = true);
        HBox.setHgrow(button, Priority.ALWAYS);
        bar.getChildren().add(button);
        content.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> button.equals(tabs.getSelectedToggle()), tabs.selectedToggleProperty()));
        stack.getChildren().add(content);
    }

    private static ScrollPane scrolled(Node content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private void choose(Tab tab) {
        tabs.getToggles().stream()
                .filter(button -> tab.equals(button.getUserData()))
                .forEach(tabs::selectToggle);
    }

    void showStart() {
        choseTab = true;
        choose(Tab.START);
        form.begin();
    }

    void show(RunCurve curve) {
        log.show(curve.log().entries());
        guesses.show(curve.guesses());
        offerGuesses(!curve.guesses().isEmpty());
    }

    /// Only runs that pretrain have any.
    private void offerGuesses(boolean some) {
        var button = tabs.getToggles().stream()
                .filter(one -> one.getUserData() == Tab.GUESSES)
                .map(Node.class::cast)
                .findFirst()
                .orElseThrow();
        if (some == button.isManaged()) return;
        button.setManaged(some);
        button.setVisible(some);
        if (some && !choseTab) choose(Tab.GUESSES);
        if (!some && guesses.isVisible()) choose(Tab.SETTINGS);
    }
}
