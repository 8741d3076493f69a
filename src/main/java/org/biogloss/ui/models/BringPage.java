package org.biogloss.ui.models;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.jobs.Progress;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.Texts;

/// Three ways to bring a model: a folder, a zip, a name on a hub; and a few names that are worth it, with what each
/// would cost on this machine.
final class BringPage extends VBox {

    private static final Texts TEXT = new Texts(BringPage.class);

    private final BringViewModel viewModel;
    private final HBox going = new HBox(8);
    private final ProgressBar bar = new ProgressBar();
    private final Label doing = new Label();
    private final Label trouble = new Label();
    private final VBox offer = new VBox(8);
    private final VBox known = new VBox(10);

    BringPage(BringViewModel viewModel, FilePrompts prompts) {
        this.viewModel = viewModel;
        getStyleClass().add("model-page");
        setSpacing(14);
        setMaxWidth(760);
        var heading = new Label(TEXT.get("bring.heading"));
        heading.getStyleClass().add("heading");
        var folder = button(
                "bring.folder",
                "bring-folder",
                () -> prompts.folder(TEXT.get("bring.chooseFolder")).ifPresent(viewModel::install));
        var zip = button(
                "bring.zip",
                "bring-zip",
                () -> prompts.files(TEXT.get("bring.chooseZip")).stream()
                        .findFirst()
                        .ifPresent(viewModel::install));
        trouble.setId("bring-trouble");
        trouble.setWrapText(true);
        trouble.getStyleClass().add("bring-trouble");
        layProgress();
        getChildren()
                .addAll(
                        heading,
                        ModelsView.hint(TEXT.get("bring.words")),
                        new HBox(10, folder, zip),
                        ModelsView.heading("bring.byName"),
                        ModelsView.hint(TEXT.get("bring.network")),
                        ask(),
                        offer,
                        going,
                        trouble,
                        ModelsView.heading("bring.known"),
                        known);
        viewModel.foundProperty().subscribe(this::showOffer);
        viewModel.progressProperty().subscribe(this::showProgress);
        viewModel.troubleProperty().subscribe(words -> {
            trouble.setText(words.orElse(""));
            shown(trouble, words.isPresent());
        });
        viewModel.known().addListener((ListChangeListener<ModelsDesk.Known>) _ -> showKnown());
        showKnown();
    }

    private HBox ask() {
        var name = new TextField();
        name.setId("bring-name");
        name.setPromptText(TEXT.get("bring.prompt"));
        name.setAccessibleText(TEXT.get("bring.byName"));
        name.textProperty().bindBidirectional(viewModel.nameProperty());
        name.setOnAction(_ -> viewModel.look());
        HBox.setHgrow(name, Priority.ALWAYS);
        return new HBox(10, name, button("bring.look", "bring-look", viewModel::look));
    }

    private void layProgress() {
        var cancel = button("bring.cancel", "bring-cancel", viewModel::cancel);
        bar.setPrefWidth(220);
        doing.setMinWidth(0);
        HBox.setHgrow(doing, Priority.ALWAYS);
        going.setAlignment(Pos.CENTER_LEFT);
        going.getChildren().addAll(bar, doing, cancel);
    }

    private void showProgress(Optional<Progress> now) {
        shown(going, now.isPresent());
        now.ifPresent(at -> {
            bar.setProgress(at.fraction());
            boolean bytes = at.total() > 0;
            doing.setText(
                    bytes
                            ? TEXT.get("bring.progress", at.what(), Shown.bytes(at.done()), Shown.bytes(at.total()))
                            : at.what());
        });
        offer.setDisable(now.isPresent());
    }

    private void showOffer(Optional<ModelsDesk.Found> found) {
        offer.getChildren().clear();
        shown(offer, found.isPresent());
        found.ifPresent(model -> {
            var licence = model.licence().isEmpty() ? TEXT.get("bring.noLicence") : model.licence();
            var download = button("bring.download", "bring-download", viewModel::download);
            download.getStyleClass().add("accent");
            var words = ModelsView.hint(
                    TEXT.get("bring.offer", model.name(), Shown.bytes(model.bytes()), model.files(), licence));
            offer.getChildren().addAll(words, download);
        });
    }

    private void showKnown() {
        known.getChildren().clear();
        if (viewModel.known().isEmpty()) known.getChildren().add(ModelsView.hint(TEXT.get("bring.measuring")));
        for (var model : viewModel.known()) known.getChildren().add(card(model));
    }

    private VBox card(ModelsDesk.Known model) {
        var title = new Label(model.title());
        title.getStyleClass().add("model-name");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var name = new Label(model.name());
        name.getStyleClass().add("muted");
        name.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var choose = button("bring.choose", "", () -> viewModel.choose(model));
        choose.setAccessibleText(TEXT.get("bring.chooseNamed", model.title()));
        var top = new HBox(10, title, name, gap, choose);
        top.setAlignment(Pos.CENTER_LEFT);
        var costs = new FlowPane(18, 4);
        model.costs().forEach((what, figure) -> {
            var value = new Label(figure);
            value.getStyleClass().add("known-figure");
            costs.getChildren().add(new HBox(5, value, ModelsView.hint(what)));
        });
        var card = new VBox(5, top, ModelsView.hint(model.words()), costs);
        card.getStyleClass().add("known-model");
        return card;
    }

    private static Button button(String key, String id, Runnable action) {
        var button = new Button(TEXT.get(key));
        if (!id.isEmpty()) button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static void shown(Region region, boolean yes) {
        region.setManaged(yes);
        region.setVisible(yes);
    }
}
