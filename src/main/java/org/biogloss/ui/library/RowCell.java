package org.biogloss.ui.library;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.biogloss.document.DocumentStatus;
import org.biogloss.store.DocumentSummary;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Shown;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A paper in the list: its title, what is known of it, and why it was found. Its parts are made once and filled anew
/// while one scrolls.
final class RowCell extends ListCell<Row> {

    private static final int EXCERPT = 170;

    private final Label title = new Label();
    private final Label about = new Label();
    private final Label badge = new Label();
    private final Label confirmed = count("fth-check");
    private final Label suggested = count("fth-help-circle");
    private final TextFlow excerpt = new TextFlow();
    private final Region excerptBox = clipped(excerpt);
    private final VBox box;

    RowCell() {
        getStyleClass().add("paper");
        title.getStyleClass().add("paper-title");
        about.getStyleClass().addAll("muted", "small");
        about.setMinWidth(0);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        excerpt.getStyleClass().add("excerpt");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(8, about, space, confirmed, suggested, badge);
        line.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(2, title, line, excerptBox);
        box.setPrefWidth(0);
        setText(null);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty || row == null ? null : box);
        if (empty || row == null) {
            setAccessibleText(null);
            return;
        }
        switch (row) {
            case Row.Loading _ -> loading();
            case Row.Paper(var paper, var snippets) -> {
                show(paper);
                boolean found = !snippets.isEmpty();
                excerptBox.setVisible(found);
                excerptBox.setManaged(found);
                if (found) show(Excerpt.of(snippets.getFirst(), EXCERPT));
            }
        }
    }

    private void loading() {
        title.setText(Words.TEXT.get("row.loading"));
        about.setText("");
        for (Node part : List.of(badge, confirmed, suggested, excerptBox)) hide(part, true);
    }

    private void show(DocumentSummary paper) {
        title.setText(paper.title());
        about.setText(about(paper));
        badge.setText(Words.of(paper.status()));
        badge.getStyleClass().setAll("label", "badge", Words.badge(paper.status()));
        hide(badge, paper.status() == DocumentStatus.NEW);
        confirmed.setText(Shown.count(paper.confirmed()));
        suggested.setText(Shown.count(paper.suggested()));
        hide(confirmed, paper.confirmed() == 0);
        hide(suggested, paper.suggested() == 0);
        setAccessibleText(paper.title() + ", "
                + Words.TEXT.get("row.counts", Words.of(paper.status()), paper.confirmed(), paper.suggested()));
    }

    private static String about(DocumentSummary paper) {
        var parts = new ArrayList<String>();
        parts.add(paper.id());
        if (!paper.year().isEmpty()) parts.add(paper.year());
        if (!paper.journal().isEmpty()) parts.add(paper.journal());
        return String.join(" · ", parts);
    }

    private void show(Excerpt found) {
        var parts = new ArrayList<Text>();
        int at = 0;
        for (var hit : found.highlights()) {
            parts.add(text(found.text().substring(at, hit.start()), "excerpt-text"));
            parts.add(text(hit.in(found.text()), "excerpt-hit"));
            at = hit.end();
        }
        parts.add(text(found.text().substring(at), "excerpt-text"));
        excerpt.getChildren().setAll(parts);
    }

    private static Text text(String words, String styleClass) {
        var text = new Text(words);
        text.getStyleClass().add(styleClass);
        return text;
    }

    private static void hide(Node part, boolean hidden) {
        part.setVisible(!hidden);
        part.setManaged(!hidden);
    }

    private static Label count(String icon) {
        FontIcon sign = Icons.of(icon);
        var label = new Label("", sign);
        label.getStyleClass().addAll("muted", "small", "paper-count");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /// Shows as many lines as fit, and no half line's rest beyond its edge.
    private static Region clipped(TextFlow flow) {
        var box = new VBox(flow);
        box.getStyleClass().add("excerpt-box");
        var clip = new javafx.scene.shape.Rectangle();
        clip.widthProperty().bind(box.widthProperty());
        clip.heightProperty().bind(box.heightProperty());
        box.setClip(clip);
        return box;
    }
}
