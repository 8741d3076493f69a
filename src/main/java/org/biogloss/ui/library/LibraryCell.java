package org.biogloss.ui.library;

import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Span;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/// One paper in the list: its title, where it is from, how far a person has got, and why it was found.
final class LibraryCell extends ListCell<Integer> {

    private static final double SNIPPET_HEIGHT = 31;
    private static final double SCROLL_BAR = 14;

    private final LibraryViewModel viewModel;
    private final Texts text;
    private final Label title = new Label();
    private final Label facts = new Label();
    private final Label status = new Label();
    private final Label suggested = new Label();
    private final TextFlow snippet = new TextFlow();
    private final VBox box;

    LibraryCell(LibraryViewModel viewModel, Texts text) {
        this.viewModel = viewModel;
        this.text = text;
        title.getStyleClass().add("paper-title");
        title.setWrapText(true);
        title.setMaxHeight(38);
        facts.getStyleClass().addAll("muted", "small");
        facts.setMinWidth(0);
        HBox.setHgrow(facts, Priority.ALWAYS);
        facts.setMaxWidth(Double.MAX_VALUE);
        suggested.getStyleClass().addAll("badge", "accent");
        suggested.setMinWidth(Region.USE_PREF_SIZE);
        status.getStyleClass().add("badge");
        status.setMinWidth(Region.USE_PREF_SIZE);
        snippet.getStyleClass().add("snippet");
        snippet.setMaxHeight(SNIPPET_HEIGHT);
        snippet.setMinHeight(0);
        var clip = new Rectangle();
        clip.widthProperty().bind(snippet.widthProperty());
        clip.heightProperty().bind(snippet.heightProperty());
        snippet.setClip(clip);
        box = new VBox(2, title, new HBox(6, facts, suggested, status), snippet);
        setPrefWidth(0);
    }

    /// Wrapped titles need to know how wide the list is; a cell is asked for its height before it is laid out.
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null || getListView() == null) return super.computePrefHeight(width);
        double inside = getListView().getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
        return snappedTopInset() + box.prefHeight(Math.max(80, inside)) + snappedBottomInset();
    }

    @Override
    protected void updateItem(@Nullable Integer place, boolean empty) {
        super.updateItem(place, empty);
        if (empty || place == null) {
            setGraphic(null);
            return;
        }
        var row = viewModel.row(place);
        setGraphic(box);
        if (row.isEmpty()) {
            title.setText("…");
            facts.setText("");
            status.setVisible(false);
            suggested.setVisible(false);
            show("", Stream.empty());
            return;
        }
        show(row.get());
    }

    private void show(LibraryDesk.Row row) {
        var paper = row.summary();
        title.setText(paper.title());
        facts.setText(String.join(
                " · ",
                Stream.of(paper.id(), paper.year(), Shown.count(paper.confirmed(), text.get("mark"), text.get("marks")))
                        .filter(fact -> !fact.isEmpty())
                        .toList()));
        suggested.setText("+" + Shown.count(paper.suggested()));
        visible(suggested, paper.suggested() > 0);
        status.setText(text.get("status." + paper.status().name()));
        status.getStyleClass().removeAll("success");
        if (paper.status() == DocumentStatus.DONE) status.getStyleClass().add("success");
        visible(status, paper.status() != DocumentStatus.NEW);
        setAccessibleText(paper.title() + ", " + facts.getText());
        show(row.snippet(), row.marks().stream());
    }

    private void show(String words, Stream<Span> marks) {
        snippet.getChildren().clear();
        int at = 0;
        for (var mark : marks.toList()) {
            piece(words.substring(at, mark.start()), false);
            piece(mark.in(words), true);
            at = mark.end();
        }
        piece(words.substring(at), false);
        visible(snippet, !words.isEmpty());
    }

    private void piece(String words, boolean hit) {
        if (words.isEmpty()) return;
        var piece = new Text(words);
        piece.getStyleClass().add(hit ? "snippet-hit" : "snippet-text");
        snippet.getChildren().add(piece);
    }

    private static void visible(javafx.scene.Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
