package org.biogloss.ui.agree;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.TypeColours;

/// One of three columns: whose it is, the passage as it sees it, what it says on the case at hand, and what one can do.
final class ColumnPane extends BorderPane {

    private final Label name = new Label();
    private final Label state = new Label();
    private final Label says = new Label();
    private final PassagePane passage;

    ColumnPane(TypeColours colours, String style, Node... verbs) {
        getStyleClass().addAll("agree-column", style);
        name.getStyleClass().add("section-heading");
        name.setMinWidth(0);
        state.getStyleClass().add("badge");
        state.setVisible(false);
        var head = new HBox(8, name, state);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("agree-column-head");
        setTop(head);
        passage = new PassagePane(colours);
        var scroll = new ScrollPane(passage);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        passage.focusProperty().subscribe(() -> reveal(scroll));
        scroll.viewportBoundsProperty().subscribe(() -> reveal(scroll));
        says.setWrapText(true);
        says.setMinHeight(22);
        says.setMaxHeight(58);
        says.setAlignment(Pos.TOP_LEFT);
        says.getStyleClass().add("agree-says");
        var row = new FlowPane(6, 6, verbs);
        var foot = new VBox(6, says, row);
        foot.getStyleClass().add("agree-column-foot");
        setBottom(foot);
        setMinWidth(0);
        setPrefWidth(0);
    }

    /// Brings the case at hand into the upper half.
    private void reveal(ScrollPane scroll) {
        double beyond = passage.prefHeight(passage.getWidth())
                - scroll.getViewportBounds().getHeight();
        double at = passage.focusProperty().get() - scroll.getViewportBounds().getHeight() / 3;
        scroll.setVvalue(beyond <= 0 ? 0 : Math.clamp(at / beyond, 0, 1));
    }

    void call(String words) {
        name.setText(words);
        name.setTooltip(Icons.tooltip(words));
    }

    void show(Passage now, Passage.Marks marks, String words, boolean isSaid) {
        passage.show(now, marks);
        says.setText(words);
        says.getStyleClass().remove("muted");
        if (!isSaid) says.getStyleClass().add("muted");
    }

    void state(Optional<String> words, String style) {
        state.setVisible(words.isPresent());
        state.setText(words.orElse(""));
        state.getStyleClass().setAll("label", "badge", style);
    }

    void clear() {
        passage.clear();
        says.setText("");
        state.setVisible(false);
    }
}
