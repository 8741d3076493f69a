package org.biogloss.ui.tokens;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.jobs.Progress;
import org.biogloss.tokens.VocabularyTraining;
import org.biogloss.ui.kit.Icons;

/// What a new vocabulary is to be, and the button that trains it. It stands beside the text, which stays usable.
final class LearnForm extends BorderPane {

    private final LearnViewModel viewModel;
    private final TextField name = new TextField(Words.TEXT.get("learn.nameUsual"));
    private final ComboBox<VocabularyTraining.Kind> kind = new ComboBox<>();
    private final Spinner<Integer> size = new Spinner<>(100, 1_000_000, 8192, 1000);
    private final Spinner<Integer> frequency = new Spinner<>(0, 1_000_000, 2, 1);
    private final CheckBox lower = new CheckBox(Words.TEXT.get("learn.lower"));
    private final CheckBox accents = new CheckBox(Words.TEXT.get("learn.accents"));
    private final Label trouble = new Label();
    private final Button train = new Button(Words.TEXT.get("learn.train"));
    private final Button cancel = new Button(Words.TEXT.get("cancel"));
    private final ProgressBar progress = new ProgressBar();
    private final Label doing = new Label();

    LearnForm(LearnViewModel viewModel, CorpusViewModel corpus, TokensPage page) {
        this.viewModel = viewModel;
        getStyleClass().add("lab-side");
        setId("learn-vocabulary");
        var title = new Label(Words.TEXT.get("learn.title"));
        title.getStyleClass().add("heading");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var close = Icons.button(
                "fth-x", Words.TEXT.get("close"), () -> viewModel.openProperty().set(false));
        var header = new HBox(8, title, gap, close);
        header.getStyleClass().add("pane-header");
        setTop(header);
        var content = new VBox(10);
        content.getStyleClass().add("side-content");
        var corpusName = new Label();
        corpusName.setWrapText(true);
        corpus.chosenProperty()
                .subscribe(now -> corpusName.setText(now.map(one -> Words.TEXT.get("corpusOf", one.name(), one.size()))
                        .orElse("–")));
        var files = new Button(Words.TEXT.get("files"));
        files.setOnAction(_ -> page.chooseCorpus());
        setUp();
        content.getChildren()
                .addAll(
                        field("learn.corpus", corpusName),
                        files,
                        field("learn.name", name),
                        field("learn.kind", kind),
                        field("learn.pieces", size),
                        field("learn.least", frequency),
                        lower,
                        accents,
                        trouble,
                        new HBox(8, train, cancel),
                        progress,
                        doing);
        setCenter(content);
        viewModel.progressProperty().subscribe(this::show);
    }

    private void setUp() {
        kind.getItems().setAll(VocabularyTraining.Kind.values());
        kind.setConverter(new javafx.util.StringConverter<>() {
            @Override
            public String toString(VocabularyTraining.Kind one) {
                return one == null ? "" : Words.TEXT.get("learn.kind." + one);
            }

            @Override
            public VocabularyTraining.Kind fromString(String words) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
        kind.valueProperty().subscribe(now -> {
            boolean bytes = now == VocabularyTraining.Kind.BYTE_PAIRS;
            lower.setSelected(!bytes);
            accents.setSelected(!bytes);
            accents.setDisable(bytes);
        });
        kind.setValue(VocabularyTraining.Kind.WORDPIECE);
        kind.setMaxWidth(Double.MAX_VALUE);
        size.setEditable(true);
        size.setMaxWidth(Double.MAX_VALUE);
        frequency.setEditable(true);
        frequency.setMaxWidth(Double.MAX_VALUE);
        trouble.getStyleClass().add("error-text");
        trouble.setWrapText(true);
        train.setId("train-vocabulary");
        train.getStyleClass().add("accent");
        train.setOnAction(_ -> train());
        cancel.setOnAction(_ -> viewModel.cancel());
        progress.setMaxWidth(Double.MAX_VALUE);
        doing.getStyleClass().addAll("muted", "small");
        doing.setWrapText(true);
    }

    private static VBox field(String key, Region field) {
        var label = new Label(Words.TEXT.get(key));
        label.setLabelFor(field);
        label.getStyleClass().addAll("muted", "small");
        return new VBox(2, label, field);
    }

    private void train() {
        size.commitValue();
        frequency.commitValue();
        var wrong = viewModel.trouble(name.getText(), size.getValue(), frequency.getValue());
        trouble.setText(wrong.orElse(""));
        if (wrong.isPresent()) return;
        viewModel.train(
                name.getText().strip(),
                new VocabularyTraining.Wish(
                        kind.getValue(),
                        size.getValue(),
                        frequency.getValue(),
                        lower.isSelected(),
                        accents.isSelected() && !accents.isDisabled()));
    }

    private void show(Optional<Progress> now) {
        boolean going = now.isPresent();
        train.setDisable(going);
        cancel.setVisible(going);
        progress.setVisible(going);
        doing.setText(now.map(Progress::what).orElse(""));
        now.ifPresent(at -> progress.setProgress(at.fraction()));
    }
}
