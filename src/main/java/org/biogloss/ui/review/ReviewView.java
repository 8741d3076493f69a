package org.biogloss.ui.review;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.biogloss.ui.kit.TypeColours;
import org.biogloss.ui.review.ReviewPage.Tab;

/// The page's looks: three tabs under one heading.
final class ReviewView extends BorderPane {

    private final Map<Tab, ToggleButton> buttons = new EnumMap<>(Tab.class);
    private final Map<Tab, Node> panes = new EnumMap<>(Tab.class);
    private final OccurrencesPane occurrences;
    private final CheckPane check;

    ReviewView(ReviewPage page, TypeColours colours) {
        getStyleClass().add("review");
        getStylesheets()
                .add(Objects.requireNonNull(ReviewView.class.getResource("review.css"))
                        .toExternalForm());
        occurrences = new OccurrencesPane(page.occurrences(), colours);
        check = new CheckPane(page.check(), colours);
        panes.put(Tab.OCCURRENCES, occurrences);
        panes.put(Tab.ACCEPT, new AcceptPane(page.accept(), colours));
        panes.put(Tab.CHECK, check);
        var group = new ToggleGroup();
        var bar = new HBox(4);
        bar.getStyleClass().add("review-tabs");
        bar.setAlignment(Pos.CENTER_LEFT);
        var title = new Label(Words.TEXT.get("rail"));
        title.getStyleClass().add("heading");
        bar.getChildren().add(title);
        for (var tab : Tab.values()) {
            var button = new ToggleButton(Words.TEXT.get("tab." + tab));
            button.setId("review-tab-" + tab);
            button.setToggleGroup(group);
            button.setOnAction(_ -> page.show(tab));
            buttons.put(tab, button);
            bar.getChildren().add(button);
        }
        setTop(bar);
    }

    void show(Tab tab) {
        var button = buttons.get(tab);
        if (button != null) button.setSelected(true);
        setCenter(panes.get(tab));
        focus();
    }

    /// To where the keys of the tab work.
    void focus() {
        if (getCenter() == occurrences) occurrences.focus();
        if (getCenter() == check) check.focus();
    }

    OccurrencesPane occurrences() {
        return occurrences;
    }

    CheckPane check() {
        return check;
    }
}
