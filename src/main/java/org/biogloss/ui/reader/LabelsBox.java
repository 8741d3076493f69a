package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.document.Standing;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Texts;

/// The labels of the document as a whole: those of the schema to set by a click, and what models suggest, the surest
/// first, to accept or reject.
final class LabelsBox extends VBox {

    private final ReaderViewModel viewModel;
    private final Texts text;
    private List<String> names = List.of();
    private List<DocumentLabel> shown = List.of();
    private final FlowPane chips = new FlowPane(4, 4);
    private final VBox suggested = new VBox(4);
    private final Label elsewhere = MentionCard.muted("");

    LabelsBox(ReaderViewModel viewModel, Texts text) {
        super(6);
        this.viewModel = viewModel;
        this.text = text;
        setId("document-labels");
        getStyleClass().add("labels");
        elsewhere.setId("labels-elsewhere");
        getChildren().addAll(chips, suggested, elsewhere);
        managedProperty().bind(visibleProperty());
    }

    /// What models suggest and nobody has decided, the surest first.
    static List<DocumentLabel> waiting(AnnotatedDocument document) {
        return document.labels()
                .filter(label -> label.standing() == Standing.SUGGESTED)
                .sorted(Comparator.comparingDouble((DocumentLabel label) -> -confidence(label))
                        .thenComparing(DocumentLabel::type))
                .toList();
    }

    void show(AnnotatedDocument document, Schema schema, String layer) {
        var labels = document.labels().toList();
        var own = new LinkedHashSet<String>();
        var others = new ArrayList<DocumentLabel>();
        for (var label : labels) {
            if (label.standing() != Standing.CONFIRMED) continue;
            if (label.layer().equals(layer)) own.add(label.type());
            else others.add(label);
        }
        var offered = new LinkedHashSet<>(schema.labels());
        offered.addAll(own);
        setVisible(!offered.isEmpty() || !labels.isEmpty());
        if (!names.equals(List.copyOf(offered))) {
            names = List.copyOf(offered);
            chips.getChildren()
                    .setAll(names.stream().map(name -> (Node) chip(name)).toList());
        }
        for (var chip : chips.getChildren()) {
            if (chip instanceof ToggleButton button) button.setSelected(own.contains(button.getText()));
        }
        if (!labels.equals(shown)) {
            shown = labels;
            fillSuggested(waiting(document));
            show(elsewhere, !others.isEmpty());
            elsewhere.setText(String.join(
                    "  ·  ",
                    others.stream()
                            .map(label -> text.get("label.elsewhere", label.type(), label.layer()))
                            .toList()));
        }
    }

    private ToggleButton chip(String name) {
        var chip = new ToggleButton(name);
        chip.getStyleClass().add("chip");
        chip.setTooltip(Icons.tooltip(text.get("label.set", name)));
        chip.setOnAction(_ -> viewModel.toggleLabel(name));
        return chip;
    }

    /// Keys work on the first line, so that one can decide one after the other without looking for it.
    private void fillSuggested(List<DocumentLabel> labels) {
        suggested.getChildren().clear();
        for (var label : labels) suggested.getChildren().add(line(label, label == labels.getFirst()));
        show(suggested, !labels.isEmpty());
    }

    private Node line(DocumentLabel label, boolean first) {
        var name = new Label(label.type());
        name.getStyleClass().add("suggested-label");
        name.setWrapText(true);
        name.setMinWidth(0);
        name.setMinHeight(Region.USE_PREF_SIZE); // A long one wraps rather than losing its end.
        var sure = new Label(MentionCard.percent(confidence(label)));
        sure.getStyleClass().add("muted");
        sure.setMinWidth(Region.USE_PREF_SIZE);
        sure.setTooltip(Icons.tooltip(text.get("source.model", label.layer(), MentionCard.percent(confidence(label)))));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var accept = decide("fth-check", "label.accept", label, first ? "⇧A" : "", () -> viewModel.acceptLabel(label));
        var reject = decide("fth-x", "label.reject", label, first ? "⇧R" : "", () -> viewModel.rejectLabel(label));
        var line = new HBox(6, name, sure, gap, accept, reject);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Button decide(String icon, String words, DocumentLabel label, String key, Runnable verb) {
        var button = Icons.button(icon, text.get(words, label.type()), verb);
        button.setId(words.replace('.', '-') + "-" + label.type().replaceAll("\\W+", "-"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        if (!key.isEmpty()) {
            var cap = new Label(key);
            cap.getStyleClass().add("keycap");
            var both = new HBox(3, Optional.ofNullable(button.getGraphic()).orElseGet(Label::new), cap);
            both.setAlignment(Pos.CENTER);
            button.setGraphic(both);
        }
        return button;
    }

    private static double confidence(DocumentLabel label) {
        return label.source() instanceof Source.Model(var _, var sure) ? sure : 1;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
