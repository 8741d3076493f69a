package org.biogloss.ui.reader;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.biogloss.document.Mention;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.kit.TypeColours;
import org.jspecify.annotations.Nullable;

/// The pane beside the text: what is known of the selected mention, or of the document while none is selected.
public final class InspectorView extends StackPane {

    private final ReaderViewModel viewModel;
    private final TypeColours colours;
    private final Consumer<String> toGuideline;
    private final Texts text = new Texts(InspectorView.class);
    private final DocumentOverview overview;
    private final ScrollPane scroll = new ScrollPane();
    private @Nullable MentionCard card;
    private boolean changing;

    public InspectorView(ReaderViewModel viewModel, TypeColours colours) {
        this(viewModel, colours, _ -> {});
    }

    /// @param toGuideline opens the guidelines where they tell of a type
    InspectorView(ReaderViewModel viewModel, TypeColours colours, Consumer<String> toGuideline) {
        this.viewModel = viewModel;
        this.toGuideline = toGuideline;
        this.colours = colours;
        getStyleClass().add("inspector");
        getStylesheets()
                .add(Objects.requireNonNull(InspectorView.class.getResource("reader.css"))
                        .toExternalForm());
        setAccessibleText(text.get("inspector"));
        setMinWidth(220);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        overview = new DocumentOverview(viewModel, colours, text);
        viewModel.sceneProperty().subscribe(_ -> change());
        viewModel.selectedProperty().subscribe(_ -> change());
        colours.subscribe(this::change);
    }

    /// Puts the caret into the note on the selected mention or, without one, on the document.
    void focusNote() {
        if (viewModel.selectedProperty().get().isPresent() && card != null) card.focusNote();
        else overview.focusNote();
    }

    void focusAttribute(String name) {
        if (card != null) card.focusAttribute(name);
    }

    /// One verb changes document and selection several times; the pane follows once.
    private void change() {
        if (changing) return;
        changing = true;
        Fx.later(() -> {
            changing = false;
            show();
        });
    }

    private void show() {
        var scene = viewModel.sceneProperty().get();
        if (scene.isEmpty()) {
            getChildren().clear();
            return;
        }
        Optional<Mention> mention = viewModel.selectedProperty().get();
        if (mention.isPresent()) {
            if (card == null) {
                card = new MentionCard(viewModel, scene.get(), mention.get(), colours, text, toGuideline);
                scroll.setContent(card);
            } else {
                card.show(scene.get(), mention.get());
            }
            if (!getChildren().equals(List.of(scroll))) getChildren().setAll(scroll);
        } else {
            overview.show(scene.get());
            if (!getChildren().equals(List.of(overview))) getChildren().setAll(overview);
            if (card == null) Fx.later(this::prepareCard);
        }
    }

    /// Making the card and its controls takes a tenth of a second, once: while a person begins to read, and not at
    /// the first mention that is selected.
    private void prepareCard() {
        var scene = viewModel.sceneProperty().get();
        if (card != null || getScene() == null || scene.isEmpty()) return;
        scene.get().document().mentions().findFirst().ifPresent(any -> {
            card = new MentionCard(viewModel, scene.get(), any, colours, text, toGuideline);
            scroll.setContent(card);
            scroll.setVisible(false);
            getChildren().addFirst(scroll);
            applyCss();
            layout();
            getChildren().remove(scroll);
            scroll.setVisible(true);
        });
    }
}
