package org.biogloss.ui.reader;

import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.biogloss.format.PdfPages;

/// The page of the PDF beside its text, as wide as there is room.
public final class PageView extends BorderPane {

    public PageView(PageViewModel viewModel) {
        getStyleClass().add("page-view");
        getStylesheets()
                .add(Objects.requireNonNull(PageView.class.getResource("reader.css"))
                        .toExternalForm());
        var words = new Label();
        words.setId("page-words");
        words.setWrapText(true);
        words.textProperty().bind(viewModel.wordsProperty());
        words.getStyleClass().add("page-words");
        var picture = new ImageView();
        picture.setId("page-picture");
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        picture.accessibleTextProperty().bind(viewModel.wordsProperty());
        var paper = new StackPane(picture);
        paper.setMinSize(0, 0);
        var scroll = new ScrollPane(paper);
        scroll.setFitToWidth(true);
        scroll.setPannable(true);
        picture.fitWidthProperty().bind(scroll.widthProperty().subtract(18));
        viewModel.pictureProperty().subscribe(now -> {
            picture.setImage(now.map(PageView::image).orElse(null));
            scroll.setVisible(now.isPresent());
            scroll.setVvalue(0);
        });
        setTop(words);
        setCenter(scroll);
        setMinWidth(0);
        setPrefWidth(420);
        parentProperty().subscribe(parent -> viewModel.watch(parent != null));
    }

    private static WritableImage image(PdfPages.Picture picture) {
        var image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbInstance(),
                        picture.points(),
                        0,
                        picture.width());
        return image;
    }
}
