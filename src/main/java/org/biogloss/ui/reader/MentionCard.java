package org.biogloss.ui.reader;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.biogloss.document.Annotation;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.document.Standing;
import org.biogloss.ui.kit.Icons;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.Swatch;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.kit.TypeColours;

/// All that is known of one mention, and what can be done with it.
final class MentionCard extends VBox {

    private static final int PAST = 12;

    private final ReaderViewModel viewModel;
    private final TypeColours colours;
    private final Texts text;
    private final Label name = new Label();
    private final HBox typeRow = new HBox(8);
    private final ComboBox<String> type = new ComboBox<>();
    private final Label said = new Label();
    private final ProgressBar confidence = new ProgressBar();
    private final Button accept;
    private final Button reject;
    private final Button delete;
    private final ConceptField concepts;
    private final AttributesBox attributes;
    private final NoteBox note;
    private final Button guideline;
    private final Set<String> unfolded = new HashSet<>();
    private final VBox relations = new VBox(2);
    private final VBox history = new VBox();
    private List<Ends> ends = List.of();
    private List<ReaderDesk.Past> past = List.of();
    private Mention mention;
    private String documentId;
    private boolean showing;

    /// Made once and filled anew for each mention: new controls would cost each edit a pass of the stylesheets.
    ///
    /// @param toGuideline opens the guidelines where they tell of a type
    MentionCard(
            ReaderViewModel viewModel,
            ReaderViewModel.Scene scene,
            Mention mention,
            TypeColours colours,
            Texts text,
            Consumer<String> toGuideline) {
        this.viewModel = viewModel;
        this.mention = mention;
        this.documentId = scene.document().id();
        this.colours = colours;
        this.text = text;
        accept = button("accept", "A", viewModel::accept);
        reject = button("reject", "R", viewModel::reject);
        concepts = new ConceptField(viewModel.concepts(), text);
        delete = button("delete", "D", viewModel::delete);
        accept.getStyleClass().add("accent");
        getStyleClass().add("inspector-page");
        setId("mention-card");
        name.getStyleClass().add("mention-text");
        name.setWrapText(true);
        name.setId("mention-text");
        configureType();
        said.setId("mention-source");
        said.setWrapText(true);
        said.getStyleClass().add("muted");
        confidence.setMaxWidth(Double.MAX_VALUE);
        attributes =
                new AttributesBox(text, (name, value) -> viewModel.setAttribute(documentId, this.mention, name, value));
        note = new NoteBox("mention-note", text);
        guideline = Icons.button("fth-book-open", text.get("guideline"), () -> toGuideline.accept(this.mention.type()));
        guideline.setId("guideline");
        var attributesHeading = heading("attributes");
        attributesHeading.visibleProperty().bind(attributes.visibleProperty());
        attributesHeading.managedProperty().bind(attributes.visibleProperty());
        var verbs = new HBox(8, accept, reject, delete);
        getChildren().addAll(name, typeRow, new VBox(6, said, confidence), verbs);
        getChildren().addAll(heading("concepts"), concepts, attributesHeading, attributes);
        getChildren().addAll(heading("note"), note);
        getChildren().addAll(heading("relations"), relations, heading("history"), history);
        fill(scene);
        fillRelations(viewModel.relationsOf(mention));
        fillHistory(scene.past());
    }

    void show(ReaderViewModel.Scene scene, Mention next) {
        boolean other = !next.id().equals(mention.id());
        if (other) {
            attributes.commit();
            note.commit();
        }
        mention = next;
        documentId = scene.document().id();
        fill(scene);
        var nextEnds = viewModel.relationsOf(next);
        if (!nextEnds.equals(ends)) fillRelations(nextEnds);
        if (!scene.past().equals(past)) fillHistory(scene.past());
    }

    private void fill(ReaderViewModel.Scene scene) {
        showing = true;
        name.setText(mention.in(scene.document().text()).replaceAll("\\s+", " "));
        var types = viewModel.schema().knowing(mention.type()).entities().stream()
                .map(Schema.EntityType::name)
                .toList();
        if (!types.equals(type.getItems())) type.getItems().setAll(types);
        type.setValue(mention.type());
        typeRow.getChildren().setAll(Swatch.of(mention.type(), colours), type, guideline);
        said.setText(inWords());
        boolean suggested = mention.standing() == Standing.SUGGESTED;
        show(confidence, suggested);
        if (mention.source() instanceof Source.Model(var _, var sure)) {
            confidence.setProgress(sure);
            confidence.setAccessibleText(text.get("confidence", percent(sure)));
        }
        show(accept, suggested);
        show(reject, suggested);
        show(delete, !suggested);
        var document = scene.document();
        viewModel.concepts().show(mention, mention.in(document.text()), document.id());
        concepts.refresh(mention);
        attributes.show(mention, viewModel.schema());
        note.show(mention.note(), keeper(mention));
        boolean guided = viewModel
                .schema()
                .entity(mention.type())
                .filter(known -> !known.guideline().isBlank())
                .isPresent();
        show(guideline, guided);
        showing = false;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void configureType() {
        type.setId("mention-type");
        type.setAccessibleText("Type");
        type.setMaxWidth(Double.MAX_VALUE);
        type.valueProperty().addListener((_, _, chosen) -> {
            if (!showing && chosen != null) viewModel.relabel(mention, chosen);
        });
        HBox.setHgrow(type, Priority.ALWAYS);
        typeRow.setAlignment(Pos.CENTER_LEFT);
    }

    private String inWords() {
        var words = switch (mention.source()) {
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
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + "  ·  "
                + text.get("layer", mention.layer()) + parts;
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

    private void fillRelations(List<Ends> now) {
        ends = now;
        relations.getChildren().clear();
        if (now.isEmpty()) relations.getChildren().add(muted(text.get("relations.none")));
        for (var end : now) relations.getChildren().add(relation(end));
    }

    private Node relation(Ends end) {
        var kind = new Label((end.forward() ? "→ " : "← ") + end.relation().type());
        kind.getStyleClass().add("muted");
        var other = new Hyperlink(Correction.shortened(end.name()));
        other.setMinWidth(0);
        other.setDisable(end.other().isEmpty());
        other.setOnAction(_ -> end.other().ifPresent(far -> viewModel.select(far.id())));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var remove = Icons.button("fth-x", text.get("removeRelation"), () -> viewModel.deleteRelation(end.relation()));
        var more = Icons.button("fth-edit-3", text.get("relation.more"), () -> {});
        more.setId("relation-more-" + end.relation().id());
        var row = new HBox(4, other, gap, more, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(kind, row);
        var said = inShort(end.relation());
        if (!said.isEmpty()) box.getChildren().add(muted(said));
        more.setOnAction(_ -> {
            if (!unfolded.remove(end.relation().id()))
                unfolded.add(end.relation().id());
            fillRelations(ends);
        });
        if (unfolded.contains(end.relation().id())) box.getChildren().add(remarks(end.relation()));
        return box;
    }

    /// Its attributes and its note, to be edited where it stands.
    private Node remarks(Relation relation) {
        var of = documentId;
        var attributesOf =
                new AttributesBox(text, (attribute, value) -> viewModel.setAttribute(of, relation, attribute, value));
        attributesOf.show(relation, viewModel.schema());
        var noteOf = new NoteBox("relation-note", text);
        noteOf.show(relation.note(), keeper(relation));
        var box = new VBox(6, attributesOf, noteOf);
        box.getStyleClass().add("relation-remarks");
        return box;
    }

    private Consumer<String> keeper(Annotation annotation) {
        var in = documentId;
        return words -> viewModel.setAttribute(in, annotation, Annotation.NOTE, words);
    }

    private static String inShort(Relation relation) {
        return relation.attributes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + Correction.shortened(entry.getValue()))
                .collect(Collectors.joining("  ·  "));
    }

    private void fillHistory(List<ReaderDesk.Past> now) {
        past = now;
        history.getChildren().setAll(history(now, text));
    }

    /// For a key: what is written here is about the mention that is selected.
    void focusNote() {
        note.requestFocus();
    }

    void focusAttribute(String name) {
        lookupAll("#attribute-" + name).stream().findFirst().ifPresent(Node::requestFocus);
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
