package org.biogloss.ui.reader;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.document.Mention;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.document.Standing;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.kit.TypeColours;

/// All that is known of one mention, and what can be done with it.
final class MentionCard extends VBox {

    private static final int PAST = 12;

    private final ReaderViewModel viewModel;
    private final ReaderViewModel.Scene scene;
    private final Mention mention;
    private final TypeColours colours;
    private final Texts text;

    MentionCard(
            ReaderViewModel viewModel, ReaderViewModel.Scene scene, Mention mention, TypeColours colours, Texts text) {
        this.viewModel = viewModel;
        this.scene = scene;
        this.mention = mention;
        this.colours = colours;
        this.text = text;
        getStyleClass().add("inspector-page");
        setId("mention-card");
        var name = new Label(mention.in(scene.document().text()).replaceAll("\\s+", " "));
        name.getStyleClass().add("mention-text");
        name.setWrapText(true);
        name.setId("mention-text");
        getChildren().addAll(name, type(), source(), verbs());
        getChildren().addAll(heading("concepts"), concepts());
        if (!mention.attributes().isEmpty()) getChildren().addAll(heading("attributes"), attributes());
        getChildren().addAll(heading("relations"), relations());
        getChildren().addAll(heading("history"), history(scene.past(), text));
    }

    private Node type() {
        var choice = new ComboBox<String>();
        choice.setId("mention-type");
        choice.setAccessibleText("Type");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.getItems()
                .addAll(viewModel.schema().knowing(mention.type()).entities().stream()
                        .map(Schema.EntityType::name)
                        .toList());
        choice.setValue(mention.type());
        choice.valueProperty().addListener((_, _, chosen) -> viewModel.relabel(mention, chosen));
        HBox.setHgrow(choice, Priority.ALWAYS);
        var row = new HBox(8, Swatch.of(mention.type(), colours), choice);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node source() {
        var words = new Label(inWords());
        words.setId("mention-source");
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        var box = new VBox(6, words);
        if (mention.source() instanceof Source.Model(var _, var confidence)) {
            var bar = new ProgressBar(confidence);
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.setAccessibleText(text.get("confidence", percent(confidence)));
            box.getChildren().add(bar);
        }
        return box;
    }

    private String inWords() {
        var said = switch (mention.source()) {
            case Source.Person(var name) -> text.get("source.person", name);
            case Source.Imported(var from) -> text.get("source.imported", from);
            case Source.Model(var name, var confidence) -> text.get("source.model", name, percent(confidence));
            case Source.Accepted(var by, var model) ->
                text.get("source.accepted", model.name(), percent(model.confidence()), by);
            case Source.Rejected(var by, var _) -> text.get("source.rejected", by);
        };
        var parts = mention.spans().size() > 1
                ? "  ·  " + text.get("parts", mention.spans().size())
                : "";
        return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) + "  ·  "
                + text.get("layer", mention.layer()) + parts;
    }

    private Node verbs() {
        var row = new HBox(8);
        if (mention.standing() == Standing.SUGGESTED) {
            var accept = button("accept", "A", viewModel::accept);
            accept.getStyleClass().add("accent");
            row.getChildren().addAll(accept, button("reject", "R", viewModel::reject));
        } else {
            row.getChildren().add(button("delete", "D", viewModel::delete));
        }
        return row;
    }

    private Button button(String name, String key, Runnable verb) {
        var cap = new Label(key);
        cap.getStyleClass().add("keycap");
        var button = new Button(text.get(name), cap);
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        button.setId(name);
        button.setOnAction(_ -> verb.run());
        return button;
    }

    private Node concepts() {
        var field = new TextField(String.join(" ", mention.concepts()));
        field.setId("concepts");
        field.setPromptText(text.get("concepts.prompt"));
        field.setAccessibleText(text.get("concepts"));
        Runnable keep = () -> viewModel.setConcepts(
                mention,
                Arrays.stream(field.getText().strip().split("[\\s,;|]+"))
                        .filter(word -> !word.isEmpty())
                        .toList());
        field.setOnAction(_ -> keep.run());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && field.getScene() != null) keep.run();
        });
        return field;
    }

    private Node attributes() {
        var box = new VBox(3);
        mention.attributes().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> {
                    var name = new Label(entry.getKey());
                    name.getStyleClass().add("muted");
                    name.setMinWidth(90);
                    var value = new Label(entry.getValue());
                    value.setWrapText(true);
                    box.getChildren().add(new HBox(8, name, value));
                });
        return box;
    }

    private Node relations() {
        var ends = viewModel.relationsOf(mention);
        if (ends.isEmpty()) return muted(text.get("relations.none"));
        var box = new VBox(2);
        for (var end : ends) {
            var type = new Label((end.forward() ? "→ " : "← ") + end.relation().type());
            type.getStyleClass().add("muted");
            var name = new Hyperlink(Correction.shortened(end.name()));
            name.setMinWidth(0);
            name.setDisable(end.other().isEmpty());
            name.setOnAction(_ -> end.other().ifPresent(other -> viewModel.select(other.id())));
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var remove =
                    Icons.button("fth-x", text.get("removeRelation"), () -> viewModel.deleteRelation(end.relation()));
            var row = new HBox(4, name, gap, remove);
            row.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().add(new VBox(type, row));
        }
        return box;
    }

    static Node history(List<ReaderDesk.Past> past, Texts text) {
        if (past.isEmpty()) return muted(text.get("history.none"));
        var box = new VBox(4);
        for (var line : past.stream().limit(PAST).toList()) {
            var title = new Label(line.title());
            title.setWrapText(true);
            var when = muted(Shown.minute(line.time()) + "  " + line.by());
            box.getChildren().add(new VBox(title, when));
        }
        box.getStyleClass().add("past");
        return box;
    }

    static Label muted(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private Label heading(String key) {
        return headed(text.get(key));
    }

    static Label headed(String words) {
        var heading = new Label(words);
        heading.getStyleClass().add("section-heading");
        return heading;
    }

    static String percent(double confidence) {
        return String.format(Locale.ROOT, "%.2f", confidence);
    }
}
