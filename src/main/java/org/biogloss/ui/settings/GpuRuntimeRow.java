package org.biogloss.ui.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Chooses a folder with PyTorch for a GPU, and says how trying it went.
final class GpuRuntimeRow extends VBox {

    private final Label answer = new Label();
    private final Button choose = new Button(Words.TEXT.get("gpu.choose"));
    private final Button again = new Button(Words.TEXT.get("gpu.again"));
    private final Button forget = new Button(Words.TEXT.get("gpu.forget"));

    GpuRuntimeRow(GpuViewModel viewModel, Supplier<Optional<Path>> chooseFolder) {
        super(4);
        var name = new Label(Words.TEXT.get("gpu"));
        var what = new Label(Words.TEXT.get("gpu.what"));
        what.setWrapText(true);
        what.getStyleClass().addAll("muted", "small");
        answer.setId("gpu-answer");
        answer.setWrapText(true);
        choose.setId("gpu-choose");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setAccessibleText(name.getText() + ": " + choose.getText());
        choose.setOnAction(_ -> chooseFolder.get().ifPresent(viewModel::tryFolder));
        again.setId("gpu-again");
        again.setOnAction(_ -> viewModel.stateProperty().get().folder().ifPresent(viewModel::tryFolder));
        forget.setId("gpu-forget");
        forget.setOnAction(_ -> viewModel.forget());
        var words = new VBox(1, name, what);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(24, words, choose);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, answer, new HBox(8, again, forget));
        viewModel.stateProperty().subscribe(this::show);
    }

    private void show(GpuViewModel.State now) {
        boolean trying = now.tone() == GpuViewModel.Tone.TRYING;
        answer.setText(now.words());
        answer.getStyleClass()
                .setAll("label", "gpu-answer", "small", now.tone().name().toLowerCase(Locale.ROOT));
        answer.setManaged(!now.words().isEmpty());
        choose.setDisable(trying);
        for (var button : new Button[] {again, forget}) {
            button.setDisable(trying);
            button.setVisible(now.folder().isPresent());
            button.getParent().setManaged(now.folder().isPresent());
        }
    }
}
