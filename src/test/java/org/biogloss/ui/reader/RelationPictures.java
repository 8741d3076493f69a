package org.biogloss.ui.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Snapshots;
import org.biogloss.ui.kit.TypeColours;

/// Pictures of relations and events to look at, in both themes and two widths. Run as a program; it writes PNGs into
/// the
/// folder given first. A second argument, the folder of the data, adds a long document with dense mentions.
public final class RelationPictures {

    private static final String TEXT = """
            Cisplatin inhibits phosphorylation of the tumour protein p53 at Ser15 in HeLa cells

            Cisplatin is among the drugs that are used most. In human cells it binds DNA, and ATM then phosphorylates p53 at Ser15 and at Ser20, which keeps MDM2 from it.

            In patients with breast and ovarian cancer, nephrotoxicity limits the dose of cisplatin. Amifostine protects the kidneys. Loss of p53 makes tumours resistant to cisplatin and to doxorubicin, while mutations of BRCA1 make them sensitive.

            """
            + "Other drugs were tried as well, and none of them did better in the trials that were done so far. "
                    .repeat(14)
            + "\n\nAt the end carboplatin was given to all who had nephrotoxicity.";

    private RelationPictures() {}

    public static void main(String[] arguments) throws Exception {
        var out = Path.of(arguments[0]);
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        var documents = new ArrayList<>(List.of(document()));
        if (arguments.length > 1) {
            documents.add(LongDocument.of(
                    "dense", LongDocument.text(Path.of(arguments[1]), 80_000, Integer.MAX_VALUE), 2_000));
        }
        var looks = new AtomicReference<Looks>();
        onWindow(() -> looks.set(new Looks()));
        for (var theme : List.of(Looks.Theme.LIGHT, Looks.Theme.DARK)) {
            for (int width : List.of(1000, 1920)) {
                onWindow(() -> looks.get().choose(theme));
                var name = theme.name().toLowerCase(Locale.ROOT) + "-" + width;
                pictures(out, name, width, looks.get(), documents);
            }
        }
        Platform.exit();
    }

    private static void pictures(Path out, String name, int width, Looks looks, List<AnnotatedDocument> documents)
            throws Exception {
        var stage = new AtomicReference<Stage>();
        var desk = new DeskInMemory(documents.toArray(AnnotatedDocument[]::new));
        desk.schema = Events.schema();
        var reader =
                new ReaderViewModel(desk, Runnable::run, Runnable::run, (_, why) -> why.printStackTrace(), _ -> {});
        var view = new AtomicReference<ReaderView>();
        onWindow(() -> {
            stage.set(new Stage());
            var colours = new TypeColours(desk.schema, looks.darkProperty());
            view.set(new ReaderView(reader, colours));
            var split = new SplitPane(view.get(), new InspectorView(reader, colours));
            split.setDividerPositions(0.74);
            var scene = new Scene(split, width, 760);
            looks.dress(scene);
            new ReaderCommands(reader, view.get()).addTo(new Commands(), split);
            stage.get().setScene(scene);
            stage.get().setX(0);
            stage.get().setY(0);
            stage.get().show();
            reader.open("d");
            reader.select("p53b");
        });
        picture(stage.get(), out.resolve(name + "-1-event.png"));
        onWindow(() -> reader.select("toxicity"));
        picture(stage.get(), out.resolve(name + "-2-pins.png"));
        onWindow(() -> {
            reader.deselect();
            reader.deselect();
            reader.relating().toggleType("Chemical-treats-Disease");
            reader.relating().toggleType("Gene-associated-Disease");
        });
        picture(stage.get(), out.resolve(name + "-3-types.png"));
        onWindow(() -> reader.showAllRelations(true));
        picture(stage.get(), out.resolve(name + "-4-all.png"));
        onWindow(() -> {
            reader.showAllRelations(false);
            reader.select("drug");
            reader.startLink();
            reader.select("p53c");
            view.get().confirm();
        });
        picture(stage.get(), out.resolve(name + "-5-palette.png"));
        onWindow(() -> {
            view.get().lookup("#type-palette").setVisible(false);
            reader.link("Variant-in-Gene");
            reader.select("p53c");
        });
        picture(stage.get(), out.resolve(name + "-6-broken.png"));
        if (documents.size() > 1) {
            onWindow(() -> {
                reader.open("dense");
                reader.showLabels(true);
            });
            picture(stage.get(), out.resolve(name + "-7-dense.png"));
            onWindow(() -> reader.showLabels(false));
        }
        onWindow(() -> stage.get().close());
    }

    private static AnnotatedDocument document() {
        var all = new ArrayList<Annotation>();
        all.add(mention("drug", "Cisplatin", 0, "Chemical"));
        all.add(mention("p53a", "p53", 0, "Gene"));
        all.add(mention("s15a", "Ser15", 0, "Variant"));
        all.add(mention("cells", "HeLa cells", 0, "CellLine"));
        all.add(mention("hela", "HeLa", 0, "Species"));
        all.add(mention("drugb", "Cisplatin", 1, "Chemical"));
        all.add(mention("atm", "ATM", 0, "Gene"));
        all.add(mention("p53b", "p53", 1, "Gene"));
        all.add(mention("s15b", "Ser15", 1, "Variant"));
        all.add(mention("s20", "Ser20", 0, "Variant"));
        all.add(mention("mdm2", "MDM2", 0, "Gene"));
        int breast = TEXT.indexOf("breast");
        int cancer = TEXT.indexOf("cancer");
        all.add(new Mention(
                "breast",
                "gold",
                List.of(new Span(breast, breast + 6), new Span(cancer, cancer + 6)),
                "Disease",
                List.of(),
                Map.of(),
                new Source.Person("ada")));
        all.add(mention("ovarian", "ovarian cancer", 0, "Disease"));
        all.add(mention("toxicity", "nephrotoxicity", 0, "Disease"));
        all.add(mention("cis3", "cisplatin", 0, "Chemical"));
        all.add(mention("ami", "Amifostine", 0, "Chemical"));
        all.add(mention("p53c", "p53", 2, "Gene"));
        all.add(mention("tumours", "tumours", 0, "Disease"));
        all.add(mention("cis4", "cisplatin", 1, "Chemical"));
        all.add(mention("doxo", "doxorubicin", 0, "Chemical"));
        all.add(mention("brca", "BRCA1", 0, "Gene"));
        all.add(mention("carbo", "carboplatin", 0, "Chemical"));
        all.add(mention("tox2", "nephrotoxicity", 1, "Disease"));
        all.add(relation(Events.PHOSPHORYLATION, "Theme", "p53a", "Site", "s15a", "Cause", "drug"));
        all.add(relation(Events.PHOSPHORYLATION, "Theme", "p53b", "Site", "s15b", "Site", "s20", "Cause", "drugb"));
        all.add(relation("Gene-associated-Disease", "head", "p53c", "tail", "tumours"));
        all.add(relation("Gene-associated-Disease", "head", "brca", "tail", "tumours"));
        all.add(relation("Chemical-treats-Disease", "head", "cis3", "tail", "breast"));
        all.add(relation("Chemical-treats-Disease", "head", "cis3", "tail", "ovarian"));
        all.add(relation("Chemical-treats-Disease", "head", "doxo", "tail", "tumours"));
        all.add(relation("Chemical-induces-Disease", "head", "cis3", "tail", "toxicity"));
        all.add(relation("Chemical-treats-Disease", "head", "ami", "tail", "toxicity"));
        all.add(relation("Chemical-treats-Disease", "head", "carbo", "tail", "toxicity"));
        all.add(relation("Chemical-treats-Disease", "head", "carbo", "tail", "tox2"));
        all.add(relation("Chemical-interacts-Chemical", "head", "cis4", "tail", "doxo"));
        return new AnnotatedDocument(Document.of("d", TEXT), DocumentStatus.IN_PROGRESS, all);
    }

    private static Mention mention(String id, String words, int occurrence, String type) {
        int at = TEXT.indexOf(words);
        for (int i = 0; i < occurrence; i++) at = TEXT.indexOf(words, at + 1);
        var span = new Span(at, at + words.length());
        return new Mention(id, "gold", List.of(span), type, List.of(), Map.of(), new Source.Person("ada"));
    }

    private static Relation relation(String type, String... rolesAndIds) {
        var ends = new ArrayList<Relation.Argument>();
        for (int i = 0; i < rolesAndIds.length; i += 2) {
            ends.add(new Relation.Argument(rolesAndIds[i], new Relation.OfMention(rolesAndIds[i + 1])));
        }
        var id = type + String.join("-", rolesAndIds);
        return new Relation(id, "gold", type, ends, Map.of(), new Source.Person("ada"));
    }

    private static void picture(Stage stage, Path png) throws Exception {
        TimeUnit.MILLISECONDS.sleep(700);
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
}
