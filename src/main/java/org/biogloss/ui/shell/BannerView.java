package org.biogloss.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.biogloss.ui.kit.Icons;

/// A line under the top bar that holds for all pages, with the one thing to do about it.
final class BannerView extends HBox {

    BannerView(ShellViewModel viewModel) {
        super(10);
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        viewModel.bannerProperty().subscribe(banner -> {
            getChildren().clear();
            banner.ifPresent(this::show);
            setVisible(banner.isPresent());
            setManaged(banner.isPresent());
        });
    }

    private void show(ShellViewModel.Banner banner) {
        var words = new Label(banner.text(), Icons.of("fth-lock"));
        words.setId("banner");
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var act = new Button(banner.action());
        act.setId("banner-action");
        act.setMinWidth(USE_PREF_SIZE);
        act.setOnAction(_ -> banner.onAction().run());
        getChildren().addAll(words, act);
    }
}
