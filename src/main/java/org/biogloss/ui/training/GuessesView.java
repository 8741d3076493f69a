package org.biogloss.ui.training;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.biogloss.ui.kit.Shown;

/// Sentences with hidden words, and what the network would put there: now, or at any look before, to see how
/// it learns.
final class GuessesView extends VBox {

    private final Label when = new Label();
    private final Slider look = new Slider(0, 0, 0);
    private final VBox sentences = new VBox(14);
    private List<RunEvent.Guessed> shown = List.of();

    GuessesView() {
        super(10);
        setId("run-guesses");
        getStyleClass().add("guesses");
        when.getStyleClass().addAll("muted", "small");
        when.setWrapText(true);
        when.setMinHeight(USE_PREF_SIZE);
        look.setBlockIncrement(1);
        look.setMajorTickUnit(1);
        look.setMinorTickCount(0);
        look.setSnapToTicks(true);
        look.setAccessibleText(Words.TEXT.get("guesses.look"));
        look.valueProperty().subscribe(_ -> lay());
        var scroll = new ScrollPane(sentences);
        scroll.setFitToWidth(true);
        setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
        getChildren().addAll(when, look, scroll);
    }

    /// Stays at the newest look, unless a person has gone back to an earlier one.
    void show(List<RunEvent.Guessed> guesses) {
        if (guesses.equals(shown)) return;
        boolean newest = look.getValue() >= shown.size() - 1;
        shown = List.copyOf(guesses);
        look.setMax(Math.max(0, shown.size() - 1));
        look.setDisable(shown.size() < 2);
        if (newest) look.setValue(look.getMax());
        lay();
    }

    private void lay() {
        sentences.getChildren().clear();
        if (shown.isEmpty()) return;
        var now = shown.get(Math.clamp(Math.round(look.getValue()), 0, shown.size() - 1));
        when.setText(Words.TEXT.get("guesses.when", Shown.count((long) now.step())));
        for (var sentence : now.sentences()) sentences.getChildren().add(shown(sentence));
    }

    private static Node shown(RunEvent.Sentence sentence) {
        var flow = new TextFlow();
        var under = new VBox(2);
        for (int i = 0; i < sentence.parts().size(); i++) {
            var text = new Text(sentence.parts().get(i) + " ");
            text.getStyleClass().add("guess-text");
            flow.getChildren().add(text);
            if (i >= sentence.hidden().size()) continue;
            var hidden = sentence.hidden().get(i);
            flow.getChildren().addAll(word(hidden), new Text(" "));
            under.getChildren().add(others(hidden));
        }
        return new VBox(5, flow, under);
    }

    private static Label word(RunEvent.Hidden hidden) {
        var word = new Label(hidden.word());
        word.getStyleClass().addAll("guess", hidden.isRight() ? "guess-right" : "guess-wrong");
        return word;
    }

    private static Label others(RunEvent.Hidden hidden) {
        var guesses = hidden.guesses().stream()
                .map(guess -> guess.word() + " " + Shown.percent(guess.probability()))
                .collect(Collectors.joining(" · ")); // commas are guesses themselves
        var line = new Label(hidden.word() + " → " + guesses);
        line.setWrapText(true);
        line.getStyleClass().addAll("muted", "small");
        return line;
    }
}
