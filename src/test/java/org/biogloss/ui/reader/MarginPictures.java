package org.biogloss.ui.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.Saving;
import org.biogloss.ui.kit.Snapshots;
import org.biogloss.ui.kit.TypeColours;

/// Pictures of what stands beside the text, to look at. Run as a program with the arguments of [ReaderPictures].
public final class MarginPictures {

    private static final String GUIDELINES = """
            # What we mark

            Names of **genes**, *diseases* and chemicals, never pronouns. When in doubt, write a note (`Z`).

            ## Gene

            - the symbol or the full name, without the word *gene*
            - families too: `MAP kinase`
              1. the narrowest name that stands there
              2. no determiners

            | text | mark |
            |---|---|
            | the *p53* protein | p53 |
            | tumour suppressor p53 | p53 |

            > Ada and Bob agreed on this on Monday.

            ## Chemical

            See [Gene](#gene) for families, and [ChEBI](https://example.org/chebi) for names.

            ```
            [naloxone|Chemical]
            ```
            """;

    private MarginPictures() {}

    public static void main(String[] arguments) throws Exception {
        var out = Path.of(arguments[0]);
        var read = ReaderPictures.read(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        var looks = new AtomicReference<Looks>();
        onWindow(() -> looks.set(new Looks()));
        for (var theme : List.of(Looks.Theme.LIGHT, Looks.Theme.DARK)) {
            for (int width : new int[] {1000, 1920}) pictures(out, read, looks.get(), theme, width);
        }
        Platform.exit();
    }

    private static void pictures(Path out, AnnotatedDocument read, Looks looks, Looks.Theme theme, int width)
            throws Exception {
        var name = theme.name().toLowerCase(Locale.ROOT) + "-" + width + "-";
        var desk = new DeskInMemory(said(read));
        var margin = new MarginInMemory(desk);
        margin.timed = true;
        var stage = new AtomicReference<Stage>();
        var reader =
                new ReaderViewModel(desk, Runnable::run, Runnable::run, (_, why) -> why.printStackTrace(), _ -> {});
        var beside =
                new MarginViewModel(reader, margin, Runnable::run, Runnable::run, (_, why) -> why.printStackTrace());
        onWindow(() -> {
            looks.choose(theme);
            stage.set(new Stage());
            var colours = new TypeColours(Schema.standard(), looks.darkProperty());
            var view = new ReaderView(reader, colours);
            var jobs = new Jobs();
            var side = new MarginView(beside, colours, new Saving(jobs, new Notices(), new NoFiles()));
            var split = new SplitPane(side.over(view), side);
            split.setDividerPositions(width < 1200 ? 0.68 : 0.8);
            var scene = new Scene(split, width, 760);
            looks.dress(scene);
            stage.get().setScene(scene);
            stage.get().setX(0);
            stage.get().setY(0);
            stage.get().show();
            reader.open(read.id());
        });
        picture(stage.get(), out, name + "1-document");
        onWindow(() -> reader.document().flatMap(d -> d.mentions().findFirst()).ifPresent(first -> {
            reader.setAttribute(read.id(), first, "certainty", "probable");
            reader.setAttribute(read.id(), first, Annotation.NOTE, "Is this the human gene? Ask Ada before Friday.");
            reader.select(first.id());
        }));
        picture(stage.get(), out, name + "2-mention");
        onWindow(() -> beside.show(MarginViewModel.Aspect.OUTLINE));
        picture(stage.get(), out, name + "3-outline");
        onWindow(() -> beside.show(MarginViewModel.Aspect.GUIDELINES));
        picture(stage.get(), out, name + "4-no-guidelines");
        onWindow(() -> {
            beside.saveGuidelines(GUIDELINES);
            beside.showGuideline("Gene");
        });
        picture(stage.get(), out, name + "5-guidelines");
        onWindow(() -> {
            reader.deselect();
            reader.setStatus(DocumentStatus.NEEDS_REVIEW);
            reader.toggleLabel("case report");
            beside.show(MarginViewModel.Aspect.HISTORY);
            beside.preview(beside.momentsProperty().get().getLast());
        });
        picture(stage.get(), out, name + "6-past");
        onWindow(() -> stage.get().close());
    }

    /// With attributes, labels and a note, short and long.
    private static AnnotatedDocument said(AnnotatedDocument read) {
        var all = new ArrayList<Annotation>();
        for (var annotation : read.annotations()) {
            boolean odd = annotation instanceof Mention && all.isEmpty();
            all.add(odd ? annotation.with(Map.of("species", "Homo sapiens", "normalised-by", "a tool")) : annotation);
        }
        all.add(label("l1", "sustaining proliferative signaling", 0.93));
        all.add(label("l2", "activating invasion and metastasis of a very long name", 0.61));
        all.add(new DocumentLabel("l3", "berta", "review", new Source.Person("berta")));
        return new AnnotatedDocument(read.document(), read.status(), all);
    }

    private static DocumentLabel label(String id, String name, double sure) {
        return new DocumentLabel(id, "hallmarks", name, new Source.Model("hallmarks", sure));
    }

    private static void picture(Stage stage, Path out, String name) throws Exception {
        Thread.sleep(400);
        onWindow(() -> {
            try {
                Snapshots.save(stage.getScene(), out.resolve(name + ".png"));
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
        done.await();
    }

    private record NoFiles() implements FilePrompts {

        @Override
        public List<Path> files(String title) {
            return List.of();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveAs(String title, String name) {
            return Optional.empty();
        }

        @Override
        public void show(Path folder) {}
    }
}
