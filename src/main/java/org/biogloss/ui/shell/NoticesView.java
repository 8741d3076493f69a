package org.biogloss.ui.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.Saving;
import org.biogloss.ui.kit.Texts;

/// News and failures in a corner of the window, in nobody's way. News leave by themselves; a failure stays
/// until it is put away.
final class NoticesView extends VBox {

    private static final Texts TEXT = new Texts(NoticesView.class);
    private static final Duration NEWS_STAY = Duration.seconds(6);

    /// Time to notice what one has done, and to take it back.
    private static final Duration CHANCE_STAYS = Duration.seconds(20);

    private final Notices notices;

    NoticesView(Notices notices) {
        this.notices = notices;
        setId("notices");
        getStyleClass().add("notices");
        setPickOnBounds(false);
        setAlignment(Pos.BOTTOM_RIGHT);
        notices.shown().addListener((javafx.collections.ListChangeListener<Notices.Notice>) change -> {
            while (change.next()) {
                if (change.wasRemoved()) {
                    getChildren().removeIf(node -> change.getRemoved().contains(node.getUserData()));
                }
                change.getAddedSubList().forEach(notice -> getChildren().add(view(notice)));
            }
        });
        notices.shown().forEach(notice -> getChildren().add(view(notice)));
    }

    private Node view(Notices.Notice notice) {
        var icon = Icons.of(notice.failure() ? "fth-alert-triangle" : "fth-info");
        var words = new Label(notice.text());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var close = Icons.button("fth-x", TEXT.get("notice.dismiss"), () -> notices.dismiss(notice));
        var line = new HBox(10, icon, words);
        notice.action().ifPresent(action -> line.getChildren().add(button(notice, action)));
        line.getChildren().add(close);
        var box = new VBox(6, line);
        box.setUserData(notice);
        box.getStyleClass().addAll("notice", notice.failure() ? "failure" : "news");
        box.setMaxWidth(Region.USE_PREF_SIZE);
        notice.details().ifPresent(details -> box.getChildren().add(more(notice, details, box)));
        if (!notice.failure()) {
            var stay = new PauseTransition(notice.action().isPresent() ? CHANCE_STAYS : NEWS_STAY);
            stay.setOnFinished(_ -> notices.dismiss(notice));
            stay.play();
        }
        return box;
    }

    private Node button(Notices.Notice notice, Notices.Action action) {
        var button = new Hyperlink(action.name());
        button.getStyleClass().add("notice-action");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            notices.dismiss(notice);
            action.work().run();
        });
        return button;
    }

    private static Node more(Notices.Notice notice, String details, VBox box) {
        var text = new TextArea(details);
        text.setEditable(false);
        text.getStyleClass().add("notice-details");
        var show = new Hyperlink(TEXT.get("notice.details"));
        show.getStyleClass().add("notice-more");
        show.setOnAction(_ -> {
            if (!box.getChildren().remove(text)) box.getChildren().add(text);
        });
        var copy = new Hyperlink(TEXT.get("notice.copy"));
        copy.setOnAction(_ -> Saving.copy(notice.text() + "\n\n" + details));
        var links = new HBox(12, show, copy);
        links.getStyleClass().add("notice-links");
        return links;
    }
}
