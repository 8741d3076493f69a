package org.biogloss.ui.schema;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.biogloss.store.Usage;

/// What is about to change, in numbers, and what a person may answer. Stands in its place; nothing is modal.
final class QuestionCard extends VBox {

    private final SchemaViewModel viewModel;
    private final FlowPane answers = new FlowPane(8, 8);

    QuestionCard(SchemaViewModel viewModel, Question question) {
        super(10);
        this.viewModel = viewModel;
        getStyleClass().addAll("card", "schema-question");
        setId("schema-question");
        switch (question) {
            case Question.Retype asked -> retype(asked);
            case Question.Delete asked -> delete(asked);
        }
        button("cancel", "schema-cancel", viewModel::dismiss);
        getChildren().add(answers);
    }

    private void retype(Question.Retype asked) {
        var key = asked.merges() ? "merge" : "rename";
        words("question." + key, asked.name(), asked.retyping().to());
        counts(asked.usage());
        if (asked.merges()) getChildren().add(SchemaView.muted(SchemaView.TEXT.get("question.merge.what")));
        button("answer." + key, "schema-confirm", viewModel::confirm)
                .getStyleClass()
                .add("accent");
    }

    private void delete(Question.Delete asked) {
        words("question.delete", asked.name());
        counts(asked.usage());
        var others = new ComboBox<String>();
        others.setId("schema-merge-into");
        others.setPromptText(SchemaView.TEXT.get("answer.into"));
        others.setAccessibleText(SchemaView.TEXT.get("answer.into"));
        others.setPrefWidth(180);
        asked.part().names(viewModel.stateProperty().get().schema()).stream()
                .filter(name -> !name.equals(asked.name()))
                .forEach(others.getItems()::add);
        answers.getChildren().add(others);
        var merge = button("answer.merge", "schema-merge", () -> viewModel.mergeInto(others.getValue()));
        merge.getStyleClass().add("accent");
        merge.disableProperty().bind(others.valueProperty().isNull());
        button("answer.leave", "schema-leave", viewModel::confirm);
    }

    private void words(String key, Object... values) {
        var words = new Label(SchemaView.TEXT.get(key, values));
        words.getStyleClass().add("bold");
        words.setWrapText(true);
        getChildren().add(words);
    }

    private void counts(Usage usage) {
        var counts = new Label(counted("annotation", usage.annotations())
                + SchemaView.TEXT.get("usage.in")
                + counted("document", usage.documents())
                + SchemaView.layersInWords(usage.layers()).orElse(""));
        counts.setId("schema-usage");
        counts.setWrapText(true);
        getChildren().add(counts);
    }

    private static String counted(String what, long n) {
        return SchemaView.TEXT.get("usage." + what + (n == 1 ? ".one" : ""), n);
    }

    private Button button(String key, String id, Runnable verb) {
        var button = new Button(SchemaView.TEXT.get(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> verb.run());
        answers.getChildren().add(button);
        return button;
    }
}
