package org.biogloss.ui.reader;

import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.biogloss.document.DocumentStatus;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Texts;

/// How far one has got with the document, and the other answers to that.
final class StatusMenu extends MenuButton {

    StatusMenu(ReaderViewModel viewModel, Texts text) {
        setId("status");
        getStyleClass().add("flat");
        setTooltip(Icons.tooltip(text.get("status.tip")));
        for (var status : DocumentStatus.values()) {
            var item = new MenuItem(text.get("status." + status.name()), Icons.of(icon(status)));
            item.setId("status-" + status.name());
            item.setOnAction(_ -> viewModel.setStatus(status));
            getItems().add(item);
        }
        viewModel
                .sceneProperty()
                .subscribe(scene -> show(scene.map(now -> now.document().status()), text));
    }

    private void show(Optional<DocumentStatus> status, Texts text) {
        var now = status.orElse(DocumentStatus.NEW);
        setText(text.get("status." + now.name()));
        setGraphic(Icons.of(icon(now)));
    }

    private static String icon(DocumentStatus status) {
        return switch (status) {
            case NEW -> "fth-circle";
            case IN_PROGRESS -> "fth-play-circle";
            case DONE -> "fth-check-circle";
            case NEEDS_REVIEW -> "fth-alert-circle";
        };
    }
}
