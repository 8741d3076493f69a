package org.biogloss.ui.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Schema;
import org.biogloss.document.Section;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Snapshots;
import org.biogloss.ui.kit.TypeColours;

/// Pictures of the reader to look at: a real abstract in light and dark, at several sizes. Run as a program; it writes
/// PNGs into the folder given first, from the documents file given second, of the line given third.
public final class ReaderPictures {

    private ReaderPictures() {}

    public static void main(String[] arguments) throws Exception {
        var out = Path.of(arguments[0]);
        var document = read(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        var looks = new AtomicReference<Looks>();
        onWindow(() -> looks.set(new Looks()));
        for (var theme : List.of(Looks.Theme.LIGHT, Looks.Theme.DARK)) {
            var name = theme.name().toLowerCase(java.util.Locale.ROOT);
            var stage = new AtomicReference<Stage>();
            var viewModel = new AtomicReference<ReaderViewModel>();
            var view = new AtomicReference<ReaderView>();
            onWindow(() -> {
                looks.get().choose(theme);
                stage.set(new Stage());
                var vm = new ReaderViewModel(
                        new DeskInMemory(document, bare()),
                        Runnable::run,
                        Runnable::run,
                        (_, why) -> why.printStackTrace(),
                        _ -> {});
                var colours = new TypeColours(Schema.standard(), looks.get().darkProperty());
                var reader = new ReaderView(vm, colours);
                var inspector = new InspectorView(vm, colours);
                var split = new SplitPane(reader, inspector);
                split.setDividerPositions(0.72);
                var scene = new Scene(split, 1000, 760);
                looks.get().dress(scene);
                new ReaderCommands(vm, reader).addTo(new Commands(), split);
                stage.get().setScene(scene);
                stage.get().setX(0);
                stage.get().setY(0);
                stage.get().show();
                viewModel.set(vm);
                view.set(reader);
            });
            picture(stage.get(), out.resolve(name + "-0-empty.png"));
            onWindow(() -> viewModel.get().open(document.id()));
            picture(stage.get(), out.resolve(name + "-1-open.png"));
            onWindow(() -> viewModel.get().nextSuggestion());
            picture(stage.get(), out.resolve(name + "-2-suggestion.png"));
            onWindow(() -> related(document).ifPresent(viewModel.get()::select));
            picture(stage.get(), out.resolve(name + "-3-relations.png"));
            onWindow(() -> {
                viewModel.get().deselect();
                viewModel.get().showLabels(true);
            });
            picture(stage.get(), out.resolve(name + "-4-labels.png"));
            onWindow(() -> {
                viewModel.get().showLabels(false);
                view.get().openFind();
                viewModel.get().find("the");
            });
            picture(stage.get(), out.resolve(name + "-5-find.png"));
            onWindow(() -> {
                viewModel.get().find("");
                viewModel.get().nextMention();
                view.get().openPalette();
            });
            picture(stage.get(), out.resolve(name + "-6-palette.png"));
            onWindow(() -> {
                stage.get().setWidth(1400);
                stage.get().setHeight(900);
                view.get().chooseSize(20);
                viewModel.get().startLink();
            });
            picture(stage.get(), out.resolve(name + "-7-large.png"));
            onWindow(() -> {
                viewModel.get().openNeighbour(1);
                view.get().chooseSize(15);
            });
            picture(stage.get(), out.resolve(name + "-8-bare.png"));
            onWindow(() -> stage.get().close());
        }
        Platform.exit();
    }

    private static AnnotatedDocument bare() {
        return AnnotatedDocument.bare(Document.of("bare", "Nothing is marked in this one.\n\nIt has two paragraphs."));
    }

    private static Optional<String> related(AnnotatedDocument document) {
        return document.mentions()
                .filter(mention -> !Ends.of(document, mention).isEmpty())
                .skip(3)
                .map(Mention::id)
                .findFirst();
    }

    private static void picture(Stage stage, Path png) throws Exception {
        Thread.sleep(500);
        onWindow(() -> {
            try {
                Snapshots.save(stage.getScene(), png);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static void onWindow(Runnable work) throws Exception {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                e.printStackTrace();
            } finally {
                done.countDown();
            }
        });
        if (!done.await(30, TimeUnit.SECONDS)) throw new IllegalStateException("The window does not answer");
    }

    /// Every third mention as a suggestion, so that both kinds are seen.
    static AnnotatedDocument read(Path file, int line) throws Exception {
        try (var reader = new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz")
                        ? new GZIPInputStream(Files.newInputStream(file))
                        : Files.newInputStream(file),
                StandardCharsets.UTF_8))) {
            var node = new ObjectMapper()
                    .readTree(reader.lines().skip(line).findFirst().orElseThrow());
            var text = node.get("text").asText();
            int title = node.path("title_length").asInt(0);
            var sections = title == 0
                    ? List.<Section>of()
                    : List.of(
                            new Section(Section.TITLE, new Span(0, title)),
                            new Section(Section.ABSTRACT, new Span(title + 1, text.length())));
            var annotations = new ArrayList<Annotation>();
            for (var entity : node.path("entities")) annotations.add(mention(entity, annotations.size()));
            for (var relation : node.path("relations")) annotations.add(relation(relation, annotations.size()));
            var about = Map.of(Document.YEAR, "2004", Document.JOURNAL, "Circulation research");
            return new AnnotatedDocument(
                    new Document(node.get("id").asText(), text, sections, about),
                    DocumentStatus.IN_PROGRESS,
                    annotations);
        }
    }

    private static Mention mention(JsonNode entity, int number) {
        var spans = new ArrayList<Span>();
        for (var span : entity.path("spans")) {
            int start =
                    span.isArray() ? span.get(0).asInt() : span.path("start").asInt();
            int end = span.isArray() ? span.get(1).asInt() : span.path("end").asInt();
            spans.add(new Span(start, end));
        }
        if (spans.isEmpty())
            spans.add(new Span(entity.get("start").asInt(), entity.get("end").asInt()));
        var type = entity.get("type").asText();
        type = Map.of(
                        "GeneOrGeneProduct",
                        "Gene",
                        "DiseaseOrPhenotypicFeature",
                        "Disease",
                        "ChemicalEntity",
                        "Chemical",
                        "OrganismTaxon",
                        "Species",
                        "SequenceVariant",
                        "Variant")
                .getOrDefault(type, type);
        Source source = number % 3 == 1
                ? new Source.Model("bc5cdr-minilm", 0.45 + number * 7 % 55 / 100.0)
                : new Source.Imported("BioRED");
        return new Mention(
                "m" + number,
                number % 3 == 1 ? "bc5cdr-minilm" : "gold",
                spans,
                type,
                entity.path("concept").asText("").isEmpty()
                        ? List.of()
                        : List.of(entity.get("concept").asText()),
                Map.of(),
                source);
    }

    private static Relation relation(JsonNode relation, int number) {
        boolean concepts = relation.has("head_concept");
        return new Relation(
                "r" + number,
                "gold",
                relation.get("type").asText(),
                List.of(
                        new Relation.Argument("head", end(relation, concepts, "head")),
                        new Relation.Argument("tail", end(relation, concepts, "tail"))),
                Map.of(),
                new Source.Imported("BioRED"));
    }

    private static Relation.End end(JsonNode relation, boolean concepts, String side) {
        return concepts
                ? new Relation.OfConcept(relation.get(side + "_concept").asText())
                : new Relation.OfMention(relation.get(side).asText());
    }
}
