package org.biogloss.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The one sheet that must be answered: something would be lost.
final class QuestionView extends StackPane {

    private final ShellViewModel viewModel;

    QuestionView(ShellViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().addAll("overlay", "dimmed");
        viewModel.questionProperty().subscribe(question -> {
            getChildren().clear();
            question.ifPresent(this::show);
            setVisible(question.isPresent());
            setManaged(question.isPresent());
        });
    }

    private void show(ShellViewModel.Question question) {
        var title = new Label(question.title());
        title.getStyleClass().add("heading");
        var text = new Label(question.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var no = new Button(question.no());
        no.setId("question-no");
        no.setDefaultButton(true);
        no.setCancelButton(true);
        no.setOnAction(_ -> viewModel.answer(false));
        var yes = new Button(question.yes());
        yes.setId("question-yes");
        yes.getStyleClass().addAll("danger", "button-outlined");
        yes.setOnAction(_ -> viewModel.answer(true));
        var buttons = new HBox(8, yes, no);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var sheet = new VBox(12, title, text, buttons);
        sheet.getStyleClass().addAll("top-sheet", "question");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(sheet);
        no.requestFocus();
    }
}
