package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Difference;
import org.biogloss.document.Edit;
import org.biogloss.document.Schema;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.kit.TypeColours;

/// The document as it was at another time, over the text as it is: to be looked at and, if wanted, gone back to.
final class PastView extends BorderPane {

    private final MarginViewModel viewModel;
    private final TypeColours colours;
    private final ReadOnlyDoubleProperty size;
    private final Texts text;
    private final Label when = new Label();
    private final Label what = new Label();
    private final Button goBack;

    PastView(MarginViewModel viewModel, TypeColours colours, ReadOnlyDoubleProperty size, Texts text) {
        this.viewModel = viewModel;
        this.colours = colours;
        this.size = size;
        this.text = text;
        setId("past-view");
        getStyleClass().add("past-view");
        when.getStyleClass().add("bold");
        when.setId("past-when");
        when.setMinWidth(0);
        what.setId("past-what");
        what.setWrapText(true);
        goBack = new Button(text.get("past.goBack"), Icons.of("fth-rotate-ccw"));
        goBack.setId("go-back");
        goBack.getStyleClass().add("accent");
        goBack.setMinWidth(Region.USE_PREF_SIZE);
        goBack.setOnAction(_ -> viewModel.goBack());
        var close = Icons.button("fth-x", text.get("past.close"), viewModel::closePreview);
        close.setId("past-close");
        close.setMinWidth(Region.USE_PREF_SIZE);
        var words = new VBox(2, when, what);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var banner = new HBox(10, words, goBack, close);
        banner.getStyleClass().add("past-banner");
        banner.setAlignment(Pos.CENTER_LEFT);
        setTop(banner);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ESCAPE) return;
            viewModel.closePreview();
            event.consume();
        });
        viewModel.previewProperty().subscribe(this::show);
    }

    private void show(Optional<MarginViewModel.Preview> preview) {
        setVisible(preview.isPresent());
        if (preview.isEmpty()) {
            setCenter(null);
            return;
        }
        var shown = preview.get();
        when.setText(
                shown.moment().entry() == 0
                        ? text.get("past.atBeginning")
                        : text.get(
                                "past.asOf",
                                Shown.minute(shown.moment().time()),
                                shown.moment().title()));
        what.setText(inWords(shown.difference()));
        goBack.setDisable(shown.difference().isNone());
        setCenter(pane(shown.then()));
    }

    private TextPane pane(AnnotatedDocument then) {
        var desk =
                new Still(then, viewModel.reader().schema(), viewModel.reader().layer());
        var reader = new ReaderViewModel(desk, Runnable::run, Runnable::run, (_, _) -> {}, _ -> {});
        reader.open(then.id());
        return new TextPane(reader, colours, size);
    }

    private String inWords(Difference difference) {
        if (difference.isNone()) return text.get("past.same");
        var parts = new ArrayList<String>();
        if (!difference.comes().isEmpty())
            parts.add(text.get("past.comes", difference.comes().size()));
        if (!difference.goes().isEmpty())
            parts.add(text.get("past.goes", difference.goes().size()));
        if (!difference.changes().isEmpty())
            parts.add(text.get("past.changes", difference.changes().size()));
        for (var edit : difference.beside()) {
            if (edit instanceof Edit.SetStatus(var _, var after)) parts.add(text.get("past.status." + after.name()));
            if (edit instanceof Edit.SetAbout(var key, var _, var _)) parts.add(text.get("past.about", key));
        }
        return String.join("  ·  ", parts);
    }

    /// A desk on which nothing moves.
    private record Still(AnnotatedDocument document, Schema schema, String layer) implements LoneDesk {

        @Override
        public AnnotatedDocument document(String id) {
            return document;
        }

        @Override
        public AnnotatedDocument perform(String title, String documentId, Edit edit) {
            return document;
        }
    }
}
